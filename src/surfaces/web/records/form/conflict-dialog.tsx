import type { UseMutationResult } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Field, FieldValue, RecordDefinition, RecordShape, ReferenceShape } from '#kernel/shape.ts'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { differences, merged, type Difference, type Side } from '../merge-versions.ts'
import type { Conflict } from '../use-save.ts'
import { recordWords } from '../words/words.ts'
import type { Given } from './use-record-form.ts'

interface ConflictDialogProps {
  readonly definition: RecordDefinition
  readonly conflict: Conflict
  readonly save: UseMutationResult<
    RecordShape,
    Error,
    { readonly base: RecordShape; readonly fields: Given; readonly onto?: RecordShape }
  >
  /** Back to what was being written. */
  readonly onClose: () => void
  /** When there is nothing left to save. */
  readonly onDone: () => void
}

/** Two versions side by side, field by field: what stays is chosen, nothing is overwritten unseen. */
export function ConflictDialog({ definition, conflict, save, onClose, onDone }: ConflictDialogProps) {
  const words = useWords(recordWords)
  const format = useFormat()
  const { base, given, current } = conflict
  const all = differences(base.fields, given, current.fields)
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const fields = merged(all, chosen)
  const open = all.filter(({ name, isContested }) => isContested && chosen[name] === undefined).length
  const submit = () => {
    if (!fields) return
    if (Object.keys(fields).length === 0) onDone()
    else save.mutate({ base, fields, onto: current })
  }
  const nothingLeft = all.length === 0
  return (
    <Drawer
      isWide
      title={words('conflict.title', { key: current.key })}
      onClose={onClose}
      foot={
        <div className="flex flex-wrap items-center gap-3">
          {nothingLeft ? (
            <button type="button" onClick={onDone} className="button-primary">
              {words('conflict.done')}
            </button>
          ) : (
            <button
              type="button"
              disabled={!fields || save.isPending}
              onClick={submit}
              className="button-primary"
            >
              {words('conflict.save')}
            </button>
          )}
          <output className="text-ink-2">{open > 0 && words('conflict.open', { count: open })}</output>
        </div>
      }
    >
      <p className="mb-6 max-w-[64ch] text-ink-2">
        {nothingLeft
          ? words('conflict.same')
          : words('conflict.text', {
              base: base.version,
              version: current.version,
              moment: format.moment(current.updatedAt),
            })}
      </p>
      <div className="flex flex-col gap-6">
        {all.map((difference) => {
          const field = definition.fields[difference.name]
          return (
            field && (
              <Choice
                key={difference.name}
                field={field}
                difference={difference}
                references={{ ...base.references, ...current.references }}
                side={chosen[difference.name] ?? (difference.isContested ? undefined : 'mine')}
                onChoose={(side) => setChosen({ ...chosen, [difference.name]: side })}
              />
            )
          )
        })}
      </div>
      {save.error && !('status' in save.error && save.error.status === 409) && (
        <div className="mt-6">
          <ProblemNote error={save.error} title={words('form.failed')} />
        </div>
      )}
    </Drawer>
  )
}

interface ChoiceProps {
  readonly field: Field
  readonly difference: Difference
  readonly references: Readonly<Record<string, ReferenceShape>>
  readonly side: Side | undefined
  readonly onChoose: (side: Side) => void
}

function Choice({ field, difference, references, side, onChoose }: ChoiceProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const group = useId()
  const label = field.label[language]
  const sides = [
    { side: 'mine', title: 'conflict.mine', name: 'conflict.takeMine', value: difference.mine },
    { side: 'theirs', title: 'conflict.theirs', name: 'conflict.takeTheirs', value: difference.theirs },
  ] as const
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">
        {label}
        {difference.isContested && (
          <span className="ml-2 text-xs font-normal text-ink-3">{words('conflict.contested')}</span>
        )}
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map((one) => (
          <label
            key={one.side}
            className="flex min-w-0 cursor-pointer flex-col gap-1 rounded-xs border border-rule-strong p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <span className="flex items-center gap-2 text-xs text-ink-2">
              <input
                type="radio"
                name={group}
                aria-label={words(one.name, { field: label })}
                checked={side === one.side}
                onChange={() => onChoose(one.side)}
                className="accent-accent"
              />
              {words(one.title)}
            </span>
            <span className="block max-h-80 overflow-y-auto">
              <FieldValueView
                field={field}
                value={(one.value ?? null) as FieldValue | null} // read by its kind before it was sent
                references={references}
              />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
