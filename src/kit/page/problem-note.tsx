import { ApiProblem, Unreachable } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { NotForYou } from './not-for-you.tsx'

interface ProblemNoteProps {
  readonly error: unknown
  readonly again?: () => void
  /** What did not work, where that is neither the reading nor plain from where it is said. */
  readonly title?: string
  /** Whether something was to be done, rather than read. */
  readonly isAct?: boolean
}

/** An error in the server's own words: what, which one, what to do. */
export function ProblemNote({ error, again, title, isAct = false }: ProblemNoteProps) {
  const words = useWords(kitWords)
  // Of what one wanted to do one is told; of what one may not read there is nothing to try again.
  if (title === undefined && !isAct && error instanceof ApiProblem && error.status === 403)
    return <NotForYou />
  return (
    <div className="max-w-[64ch] border-l-2 border-bad py-1 pl-5" role="alert">
      <p className="font-medium">{title ?? words(isAct ? 'problem.notDone' : 'problem.title')}</p>
      <p className="mt-1 text-ink-2">
        {error instanceof Unreachable ? words('problem.unreachable') : describe(error)}
      </p>
      {error instanceof ApiProblem && error.hint !== undefined && (
        <p className="mt-1 text-ink-2">{error.hint}</p>
      )}
      {again && (
        <button type="button" onClick={again} className="mt-2 text-accent underline underline-offset-2">
          {words('problem.again')}
        </button>
      )}
    </div>
  )
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
