import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { apiUrl, sendFile } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { showToast } from '#kit/toast/toast-store.ts'
import { startWords } from './words/words.ts'

/** Takes a backup in where the server can, and says the command where it cannot. */
export function RestoreBackup({ canRestore }: { readonly canRestore: boolean }) {
  const words = useWords(startWords)
  if (canRestore) return <RestoreForm />
  return (
    <p className="text-ink-2">
      {words('start.restoreElsewhere')}
      <code className="mt-2 block font-mono text-xs wrap-anywhere text-ink">
        {words('start.restoreCommand')}
      </code>
    </p>
  )
}

function RestoreForm() {
  const words = useWords(startWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [secret, setSecret] = useState('')
  const restore = useMutation({
    mutationFn: (sent: File) =>
      sendFile(apiUrl('/restore'), sent, { 'x-leitstand-secret': encodeURIComponent(asKey(secret)) }),
    async onSuccess() {
      showToast({ text: words('start.restored') })
      // All that was known was known of another workspace.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== accountQuery.queryKey[0] })
      await client.fetchQuery({ ...accountQuery, staleTime: 0 })
      await navigate({ to: '/' })
    },
  })
  return (
    <form
      className="flex w-full flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (file) restore.mutate(file)
      }}
    >
      <div className="flex w-full flex-col gap-1">
        <span id={`${id}-what`} className="text-ink-2">
          {words('start.file')}
        </span>
        {/* The browser's own control speaks the browser's language, not the page's. */}
        <div className="relative flex min-w-0 items-center gap-3">
          <input
            id={`${id}-file`}
            type="file"
            required
            aria-labelledby={`${id}-what`}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            className="peer sr-only"
          />
          <label
            htmlFor={`${id}-file`}
            className="button shrink-0 cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
          >
            {words('start.chooseFile')}
          </label>
          <span className="min-w-0 truncate text-xs text-ink-2">{file?.name ?? words('start.noFile')}</span>
        </div>
      </div>
      <div className="flex w-full flex-col gap-1">
        <label htmlFor={`${id}-secret`} className="text-ink-2">
          {words('start.secret')}
        </label>
        <input
          id={`${id}-secret`}
          type="password"
          required
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          aria-describedby={`${id}-hint`}
          className="h-8 w-full rounded-xs border border-rule-strong bg-raised px-2 font-mono text-xs"
        />
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {words('start.secretHint')}
        </p>
      </div>
      <button type="submit" className="button" disabled={restore.isPending}>
        {words(restore.isPending ? 'start.restorePending' : 'start.restoreSubmit')}
      </button>
      {restore.error && <ProblemNote error={restore.error} isAct />}
    </form>
  )
}

/** A key that was copied with space around it; a passphrase is what it is. */
function asKey(secret: string): string {
  return /^\s*([0-9a-f]{64})\s*$/.exec(secret)?.[1] ?? secret
}
