import type { Field } from '#kernel/shape.ts'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { insight as definition } from '../insight.record.ts'
import { contestedBy, fieldsOf } from './triage-step.ts'
import type { Conflict } from './use-triage.ts'
import { inboxWords } from './words/words.ts'

interface ConflictNoteProps {
  readonly conflict: Conflict
  readonly onSettle: (side: 'mine' | 'theirs') => void
}

/** Two decided at once, and otherwise: both stand here until somebody says which holds. */
export function ConflictNote({ conflict: { step, base, current }, onSettle }: ConflictNoteProps) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const format = useFormat()
  const fields: Readonly<Record<string, Field>> = definition.fields
  const mine = fieldsOf(step, base.fields)
  return (
    <div role="alert" className="mb-4 border-l-2 border-bad py-1 pl-4">
      <p className="font-medium wrap-anywhere">
        {words('conflict.title', { key: current.key, moment: format.moment(current.updatedAt) })}
      </p>
      <p className="wrap-anywhere text-ink-2">{current.title}</p>
      {contestedBy(step, base.fields, current.fields).map((name) => {
        const field = fields[name]
        return (
          field && (
            <dl key={name} className="mt-2 grid max-w-[64ch] gap-x-6 gap-y-1 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <div key={side} className="min-w-0">
                  <dt className="text-xs text-ink-3">
                    {words(`conflict.${side}`, { field: field.label[language] })}
                  </dt>
                  <dd>
                    <FieldValueView
                      field={field}
                      value={(side === 'mine' ? mine : current.fields)[name] ?? null}
                      references={{ ...base.references, ...current.references }}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          )
        )
      })}
      <div className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="button-primary" onClick={() => onSettle('mine')}>
          {words('conflict.takeMine')}
        </button>
        <button type="button" className="button" onClick={() => onSettle('theirs')}>
          {words('conflict.takeTheirs')}
        </button>
      </div>
    </div>
  )
}
