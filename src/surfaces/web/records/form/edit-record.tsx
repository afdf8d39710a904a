import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { useSave } from '../use-save.ts'
import { recordWords } from '../words/words.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { keepDraft, takeDraft } from './drafts.ts'
import { focusFirstFault } from './focus-first-fault.ts'
import { FormFoot } from './form-foot.tsx'
import { RecordFieldsForm } from './record-fields-form.tsx'
import { useRecordForm } from './use-record-form.ts'

interface EditRecordProps {
  readonly definition: RecordDefinition
  readonly record: RecordShape
  readonly onClose: () => void
}

/** Changes a record in a form. What others do meanwhile leaves what is being written as it is. */
export function EditRecord({ definition, record, onClose }: EditRecordProps) {
  const words = useWords(recordWords)
  const navigate = useNavigate()
  // The version that it was opened with: to this one the change is made.
  const [base] = useState(record)
  const [begun] = useState(() => takeDraft(record.key))
  const form = useRecordForm(definition, base.fields, begun)
  const place = useRef<HTMLFormElement>(null)
  const { data: latest } = useQuery(recordQuery(record.key))
  const { save, conflict, dropConflict } = useSave(definition, ({ key }) => {
    onClose()
    showToast({ text: words('form.saved', { key }) })
  })
  const close = () => {
    if (form.isDirty) {
      keepDraft(record.key, form.given)
      showToast({
        text: words('form.dropped'),
        action: {
          label: words('form.goOn'),
          run: () =>
            void navigate({
              to: '/records/$key',
              params: { key: record.key },
              search: (before: object) => ({ ...before, form: 'edit' as const }),
            }),
        },
      })
    }
    onClose()
  }
  const submit = () => {
    const fields = form.check()
    if (!fields) focusFirstFault(place.current)
    else if (Object.keys(fields).length === 0) onClose()
    else
      save.mutate(
        { base, fields },
        {
          onError: (problem) => {
            if (form.blame(problem)) focusFirstFault(place.current)
          },
        },
      )
  }
  if (conflict)
    return (
      <ConflictDialog
        key={conflict.current.version}
        {...{ definition, conflict, save }}
        onClose={dropConflict}
        onDone={onClose}
      />
    )
  const id = `edit-${record.key}`
  return (
    <Drawer
      title={words('form.edit', { key: record.key })}
      onClose={close}
      foot={
        <FormFoot
          form={id}
          label={words('form.save')}
          faults={Object.keys(form.errors).length}
          isBusy={save.isPending}
          onCancel={close}
        />
      }
    >
      <form
        ref={place}
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {latest && latest.version > base.version && (
          <output className="block mb-5 border-l-2 border-accent py-1 pl-4">
            {words('form.meanwhile', { key: record.key })}
          </output>
        )}
        <RecordFieldsForm
          definition={definition}
          form={form}
          base={base.fields}
          references={record.references}
        />
        {save.error && Object.keys(form.errors).length === 0 && (
          <div className="mt-6">
            <ProblemNote error={save.error} title={words('form.failed')} />
          </div>
        )}
      </form>
    </Drawer>
  )
}
