import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { AdoptDialog } from './scenario-adopt.tsx'
import { draftOf, emptyDraft, isEmpty, isWhole, type Draft } from './scenario-draft.ts'
import { scenarioWords } from './scenario-words.ts'

interface SaveProps {
  readonly base: RecordShape | null
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** Takes the last edit back; null where there is none. */
  readonly undo: (() => void) | null
  readonly onSaved: (record: RecordShape) => void
}

/** Keeps the differences as a scenario, takes them back, or makes them the plan. */
export function ScenarioSave({ base, draft, onChange, undo, onSaved }: SaveProps) {
  const words = useWords(scenarioWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const id = useId()
  const [title, setTitle] = useState('')
  const [isAdopting, setAdopting] = useState(false)
  const before = base ? draftOf(base.fields) : emptyDraft
  const isChanged = JSON.stringify(before) !== JSON.stringify(draft)
  const save = useMutation({
    mutationFn: () =>
      base
        ? send<RecordShape>('PATCH', recordUrl('scenarios', base.key), {
            version: base.version,
            fields: { ...draft },
          })
        : send<RecordShape>('POST', apiUrl('/scenarios'), { fields: { title, ...draft } }),
    async onSuccess(record) {
      showToast({ text: words('save.saved', { key: record.key }) })
      client.setQueryData(['record', record.key], record)
      if (base) onSaved(record)
      await client.invalidateQueries({ queryKey: ['records', 'scenario'] })
      if (!base)
        await navigate({
          to: '/direction/scenarios/compare',
          search: (was: object) => ({ ...was, of: record.key }),
          replace: true,
        })
    },
  })
  const maySave = isChanged && isWhole(draft) && !isEmpty(draft)
  return (
    <div className="flex flex-col gap-3" data-print="no">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {!base && (
          <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1 sm:max-w-sm">
            <label htmlFor={id} className="text-xs text-ink-3">
              {words('save.title')}
            </label>
            <input
              id={id}
              className="input"
              value={title}
              maxLength={120}
              required
              onChange={({ target }) => setTitle(target.value)}
            />
          </div>
        )}
        <button type="submit" className="button-primary" disabled={!maySave || save.isPending}>
          {words(base ? 'save.change' : 'save.new')}
        </button>
        {undo && (
          <button type="button" className="button" title={words('change.undoHelp')} onClick={undo}>
            {words('change.undoLast')}
          </button>
        )}
        {isChanged && (
          <button type="button" className="button" onClick={() => onChange(before)}>
            {words('change.undo')}
          </button>
        )}
        {base && (
          <button
            type="button"
            className="button"
            disabled={isChanged || isEmpty(draft)}
            onClick={() => setAdopting(true)}
          >
            {words('adopt.open')}
          </button>
        )}
        {base && isChanged && <p className="text-xs text-ink-3">{words('adopt.saveFirst')}</p>}
      </form>
      {save.error && <ProblemNote error={save.error} isAct />}
      {base && isAdopting && (
        <AdoptDialog scenario={base} onClose={() => setAdopting(false)} onAdopted={onSaved} />
      )}
    </div>
  )
}
