import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { ApiProblem, apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { inboxKey } from './inbox-queries.ts'
import type { Triage } from './use-triage.ts'
import { inboxWords } from './words/words.ts'

/** One line and Enter make a new insight, heard today; the line is there for the next at once. */
export function CaptureLine({ triage }: { readonly triage: Triage }) {
  const words = useWords(inboxWords)
  const client = useQueryClient()
  const line = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  // A press that is tried again after no answer came writes nothing twice.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID())
  useKeys({ n: () => line.current?.focus() })
  const capture = useMutation({
    mutationFn: (heard: string) =>
      send<RecordShape>(
        'POST',
        apiUrl('/insights'),
        { fields: { title: heard, heard: today() } },
        { headers: { 'idempotency-key': attempt } },
      ),
    onSuccess: (record, heard) => {
      // What was typed since stays.
      setTitle((now) => (now.trim() === heard ? '' : now))
      setAttempt(crypto.randomUUID())
      void client.invalidateQueries({ queryKey: inboxKey })
      triage.said(words('captured', { key: record.key }), async () => {
        await send('POST', `${recordUrl('insights', record.key)}/archive`, { version: record.version })
      })
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem) setAttempt(crypto.randomUUID())
    },
  })
  return (
    <form
      className="mb-6"
      data-print="no"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '' && !capture.isPending) capture.mutate(title.trim())
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="text-xs text-ink-3">{words('capture')}</span>
        <span className="flex gap-2">
          <input
            ref={line}
            className="input h-9 w-full"
            value={title}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="done"
            placeholder={words('capture.like')}
            aria-keyshortcuts="n"
            onChange={({ target }) => setTitle(target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') line.current?.blur()
            }}
          />
          <button type="submit" className="button h-9" disabled={title.trim() === '' || capture.isPending}>
            {words('capture.add')}
          </button>
        </span>
      </label>
      {capture.error && (
        <div className="mt-3">
          <ProblemNote error={capture.error} isAct />
        </div>
      )}
    </form>
  )
}

/** The day where one is: it was heard today, wherever the server stands. */
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
