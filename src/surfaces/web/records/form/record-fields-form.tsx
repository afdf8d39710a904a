import { ChevronRight } from 'lucide-react'
import {
  openFields,
  type Field,
  type RecordDefinition,
  type RecordValues,
  type ReferenceShape,
} from '#kernel/shape.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { recordWords } from '../words/words.ts'
import type { RecordForm } from './use-record-form.ts'

interface RecordFieldsFormProps {
  readonly definition: RecordDefinition
  readonly form: RecordForm
  readonly base: RecordValues | null
  readonly references: Readonly<Record<string, ReferenceShape>>
}

/** Every field of a record to write in: what is required first, then what stands for itself, then the groups, folded. */
export function RecordFieldsForm({ definition, form, base, references }: RecordFieldsFormProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const all = openFields(definition)
  // A new record begins in its first state; there is nothing to choose.
  const open = base === null ? all.filter(([, { kind }]) => kind !== 'state') : all
  const first = open.filter(([, { required }]) => required)
  const plain = open.filter(([, { required, group }]) => !required && group === undefined)
  const inputs = (fields: readonly (readonly [string, Field])[]) =>
    fields.map(([name, field]) => (
      <FieldInput
        key={name}
        name={name}
        field={field}
        value={name in form.given ? form.given[name] : (base?.[name] ?? null)}
        kept={base?.[name] ?? undefined}
        references={references}
        error={form.errors[name]}
        onChange={(value) => form.put(name, value)}
      />
    ))
  return (
    <div className="flex flex-col gap-5">
      {inputs(first)}
      {inputs(plain)}
      {Object.entries(definition.groups ?? {}).map(([group, label]) => {
        const fields = open.filter(([, field]) => !field.required && field.group === group)
        if (fields.length === 0) return null
        const isBad = fields.some(([name]) => form.errors[name] !== undefined)
        const filled = fields.filter(([name]) => (form.given[name] ?? base?.[name] ?? null) !== null).length
        return (
          // Opened by what is wrong in it; else as it was left.
          <details key={`${group}${isBad}`} open={isBad} className="group border-t border-rule pt-3">
            <summary className="flex h-8 list-none items-center gap-2 font-medium hover:text-accent">
              <ChevronRight size={14} aria-hidden="true" className="text-ink-3 group-open:rotate-90" />
              {label[language]}
              <span className="text-xs font-normal text-ink-3">
                {filled > 0 ? `${filled}/${fields.length}` : fields.length}
              </span>
            </summary>
            <div className="flex flex-col gap-5 pt-3 pb-2">{inputs(fields)}</div>
          </details>
        )
      })}
      {Object.keys(form.errors).length > 0 && (
        <output className="sr-only">
          {words('form.faults', { count: Object.keys(form.errors).length })}
        </output>
      )}
    </div>
  )
}
