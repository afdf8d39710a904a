import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useWords } from '#kit/language/words.ts'
import { passkeyFault } from './passkey-browser.ts'
import { accountWords } from './words.ts'

/** What went wrong with a passkey: the browser's no in words of one's own, the server's in its own. */
export function PasskeyProblem({ error }: { readonly error: unknown }) {
  const words = useWords(accountWords)
  const fault = passkeyFault(error)
  if (fault === null) return <ProblemNote error={error} />
  return (
    <p role="alert" className="border-l-2 border-rule-strong py-1 pl-4 text-ink-2">
      {words(fault)}
    </p>
  )
}
