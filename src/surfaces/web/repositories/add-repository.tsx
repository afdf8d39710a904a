import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RepositoryShape } from '#evidence/shape.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { shellWords } from '../words/words.ts'

interface AddRepositoryProps {
  readonly isFirst: boolean
  /** What stands in the field before anybody writes. */
  readonly offered?: string | null
  /** Why it stands there. */
  readonly offeredHint?: string
  readonly onAdded?: () => void
}

/** Takes a folder or an address to clone from; reading begins at once. */
export function AddRepository({ isFirst, offered = null, offeredHint, onAdded }: AddRepositoryProps) {
  const words = useWords(shellWords)
  const client = useQueryClient()
  const [source, setSource] = useState(offered ?? '')
  const field = useId()
  const hint = useId()
  const add = useMutation({
    mutationFn: (source: string) => send<RepositoryShape>('POST', apiUrl('/repositories'), { source }),
    onSuccess: async () => {
      setSource('')
      await client.invalidateQueries({ queryKey: repositoriesQuery.queryKey })
      onAdded?.()
    },
  })
  return (
    <form
      className="flex w-full max-w-[72ch] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (source.trim() !== '') add.mutate(source.trim())
      }}
    >
      {!onAdded && <h2 className="text-md font-semibold">{words('repositories.add')}</h2>}
      <label htmlFor={field} className="text-ink-2">
        {words('repositories.source')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={field}
          value={source}
          onChange={(event) => setSource(event.target.value)}
          aria-describedby={hint}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- with nothing to read yet this field is the page
          autoFocus={isFirst}
          className="h-8 min-w-0 flex-1 basis-72 rounded-xs border border-rule-strong bg-raised px-2 font-mono text-xs"
        />
        <button
          type="submit"
          disabled={add.isPending}
          className="h-8 rounded-xs bg-accent px-3 font-medium text-on-accent disabled:opacity-60"
        >
          {words('repositories.submit')}
        </button>
      </div>
      <p id={hint} className="text-xs text-ink-3">
        {offered !== null && source === offered ? offeredHint : words('repositories.sourceHint')}
      </p>
      {add.error && <ProblemNote error={add.error} isAct />}
    </form>
  )
}
