import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { apiUrl, send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { AdoptDialog } from './scenario-adopt.tsx'
import { draftOf, emptyDraft, isEmpty, isSame, isWhole, type Draft } from './scenario-draft.ts'
import { scenarioWords } from './scenario-words.ts'

interface SaveProps {
  readonly base: RecordShape | null
  readonly draft: Draft
  readonly onDiscard: () => void
  /** Takes the last edit back; null where there is none. */
  readonly undo: (() => void) | null
  readonly onSaved: (record: RecordShape) => void
  readonly title: string
  readonly setTitle: (title: string) => void
  /** Whether it was made a moment ago, by the button that stood here. */
  readonly isJustMade: boolean
}

/** Keeps the differences as a scenario, takes them back, or makes them the plan. */
export function ScenarioSave({
  base,
  draft,
  onDiscard,
  undo,
  onSaved,
  title,
  setTitle,
  isJustMade,
}: SaveProps) {
  const words = useWords(scenarioWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const id = useId()
  const [isAdopting, setAdopting] = useState(false)
  const adoptButton = useRef<HTMLButtonElement>(null)
  const [saves, setSaves] = useState(isJustMade ? 1 : 0)
  // What was pressed cannot be pressed now: the hand goes on at what comes next.
  useEffect(() => {
    if (saves > 0) adoptButton.current?.focus()
  }, [saves])
  const before = base ? draftOf(base.fields) : emptyDraft
  const isChanged = !isSame(before, draft)
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
      onSaved(record)
      setSaves((count) => count + 1)
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
          <button type="button" className="button" onClick={onDiscard}>
            {words('change.undo')}
          </button>
        )}
        {base && (
          <button
            ref={adoptButton}
            type="button"
            className="button"
            disabled={isChanged || isEmpty(draft)}
            onClick={() => setAdopting(true)}
          >
            {words('adopt.open')}
          </button>
        )}
        {base && maySave && <p className="text-xs text-ink-3">{words('adopt.saveFirst')}</p>}
        {!isWhole(draft) && <p className="text-xs text-ink-2">{words('save.notWhole')}</p>}
        {isChanged && isEmpty(draft) && <p className="text-xs text-ink-2">{words('save.empty')}</p>}
      </form>
      {save.error && <ProblemNote error={save.error} isAct />}
      {base && isAdopting && (
        <AdoptDialog scenario={base} onClose={() => setAdopting(false)} onAdopted={onSaved} />
      )}
    </div>
  )
}
