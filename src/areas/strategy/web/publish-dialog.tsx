import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { FieldChange, RecordDefinition } from '#kernel/shape.ts'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { FieldChanges } from '#kit/records/field-changes.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { vision } from '../vision.record.ts'
import { visionWords } from './words/words.ts'

interface PublishProps {
  readonly definition: RecordDefinition
  /** What is published as which edition. */
  readonly record: { readonly key: string; readonly version: number; readonly edition: number }
  /** Since the edition before it. */
  readonly changes: readonly FieldChange[]
  readonly onClose: () => void
}

/** Asks what is new, and shows what everybody will read otherwise from then on. */
export function PublishDialog({ definition, record, changes, onClose }: PublishProps) {
  const { key, version, edition } = record
  const words = useWords(visionWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const [note, setNote] = useState('')
  const publish = useMutation({
    mutationFn: () => send('POST', `${recordUrl(definition.collection, key)}/publish`, { version, note }),
    onSuccess() {
      showToast({ text: words('publish.done', { edition }) })
      onClose()
      void client.invalidateQueries()
      // The newest edition is what everybody reads now.
      if (definition.type === vision.type) void navigate({ to: '/direction/vision', search: { of: key } })
    },
  })
  return (
    <ConfirmDialog
      title={words('publish.title', { edition, key })}
      action={words('publish.action', { edition })}
      isPending={publish.isPending}
      error={publish.error}
      onClose={onClose}
      onConfirm={() => publish.mutate()}
    >
      <p>{words('publish.text')}</p>
      {edition > 1 && definition.type === vision.type && <p>{words('publish.anew')}</p>}
      <label htmlFor={id} className="mt-2 font-medium text-ink">
        {words('publish.note')}
      </label>
      <input
        id={id}
        className="input shrink-0"
        value={note}
        maxLength={200}
        onChange={({ target }) => setNote(target.value)}
      />
      {changes.length > 0 && (
        <section aria-label={words('publish.changes', { edition: edition - 1 })} className="mt-2 min-h-0">
          <h3 className="mb-1 font-medium text-ink">{words('publish.changes', { edition: edition - 1 })}</h3>
          {/* Reached with the keyboard, because it may be longer than its place. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
          <div tabIndex={0} className="max-h-[40dvh] overflow-y-auto border-l border-rule-strong pl-3">
            <FieldChanges definition={definition} changes={changes} />
          </div>
        </section>
      )}
    </ConfirmDialog>
  )
}
