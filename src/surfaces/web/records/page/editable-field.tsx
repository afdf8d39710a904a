import { Pencil } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import type { Field, RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useMay } from '#kit/api/use-may.ts'
import { FieldInput } from '#kit/fields/field-input.tsx'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { ConflictDialog } from '../form/conflict-dialog.tsx'
import { focusFirstFault } from '../form/focus-first-fault.ts'
import { useRecordForm } from '../form/use-record-form.ts'
import { useSave } from '../use-save.ts'
import { recordWords } from '../words/words.ts'

interface EditableProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
  readonly name: string
  readonly field: Field
  readonly isOpenAtFirst?: boolean
  /** When the writing ended, saved or not. */
  readonly onLeft?: () => void
}

/** A field by its label, and its value to be changed where it stands. */
export function EditableField(props: EditableProps) {
  const { record, name, field } = props
  const language = useLanguage()
  return (
    <div className="grid gap-x-6 border-b border-rule py-1.5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <dt className="py-1 text-ink-3">{field.label[language]}</dt>
      <dd className="min-w-0">
        <Editable {...props}>
          <div className="min-w-0 flex-1 py-1">
            <FieldValueView field={field} value={record.fields[name]} references={record.references} />
          </div>
        </Editable>
      </dd>
    </div>
  )
}

/** What is shown of a field; a press on the pencil makes it a place to write in. */
export function Editable(props: EditableProps & { readonly children: ReactNode }) {
  const { definition, record, field, isOpenAtFirst = false, onLeft, children } = props
  const words = useWords(recordWords)
  const language = useLanguage()
  const mayWrite = useMay()(definition.writers) && field.written === undefined
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const pencil = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setOpen(false)
    onLeft?.()
    setTimeout(() => pencil.current?.focus())
  }
  if (isOpen) return <FieldEditor {...props} onLeave={leave} />
  return (
    <div className="group flex min-w-0 items-start gap-1">
      {children}
      {mayWrite && record.archivedAt === null && (
        <button
          ref={pencil}
          type="button"
          aria-label={words('record.editField', { field: field.label[language] })}
          onClick={() => setOpen(true)}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-xs text-ink-3 group-hover:opacity-100 hover:bg-sunk hover:text-ink focus-visible:opacity-100 lg:opacity-0 pointer-coarse:opacity-100"
          data-print="no"
        >
          <Pencil size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function FieldEditor({
  definition,
  record,
  name,
  field,
  onLeave,
}: EditableProps & { readonly onLeave: () => void }) {
  const words = useWords(recordWords)
  // The version that the pencil was pressed on: to this one the change is made.
  const [base] = useState(record)
  const form = useRecordForm(definition, base.fields)
  const place = useRef<HTMLFormElement>(null)
  const { save, conflict, dropConflict } = useSave(definition, onLeave)
  const submit = () => {
    const fields = form.check()
    if (!fields) focusFirstFault(place.current)
    else if (Object.keys(fields).length === 0) onLeave()
    else
      save.mutate(
        { base, fields },
        { onError: (problem) => void (form.blame(problem) && focusFirstFault(place.current)) },
      )
  }
  return (
    // Escape leaves it as it was; the buttons do the same for the pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form
      ref={(element) => {
        place.current = element
        if (element && !element.contains(document.activeElement))
          element.querySelector<HTMLElement>('input:not([type=radio]), textarea, select, button')?.focus()
      }}
      noValidate
      className="flex min-w-0 flex-1 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !conflict) onLeave()
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
      }}
    >
      <FieldInput
        isBare
        name={name}
        field={field}
        value={name in form.given ? form.given[name] : (base.fields[name] ?? null)}
        kept={base.fields[name] ?? undefined}
        references={base.references}
        error={form.errors[name]}
        onChange={(value) => form.put(name, value)}
      />
      <div className="flex gap-2">
        <button type="submit" disabled={save.isPending} className="button-primary">
          {words('form.save')}
        </button>
        <button type="button" onClick={onLeave} className="button">
          {words('form.cancel')}
        </button>
      </div>
      {save.error && !conflict && Object.keys(form.errors).length === 0 && (
        <ProblemNote error={save.error} title={words('form.failed')} />
      )}
      {conflict && (
        <ConflictDialog
          key={conflict.current.version}
          {...{ definition, conflict, save }}
          onClose={dropConflict}
          onDone={onLeave}
        />
      )}
    </form>
  )
}
