import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { recordQuery } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { useSave } from '../use-save.ts'
import { recordWords } from '../words/words.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { takeDraft } from './drafts.ts'
import { FormFrame } from './form-frame.tsx'
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
  const { data: latest } = useQuery(recordQuery(record.key))
  const { save, conflict, dropConflict } = useSave(definition, ({ key }) => {
    onClose()
    showToast({ text: words('form.saved', { key }) })
  })
  if (conflict)
    return (
      <ConflictDialog
        key={conflict.current.version}
        {...{ definition, conflict, save }}
        onClose={dropConflict}
        onDone={onClose}
      />
    )
  const news = latest && latest.version > base.version && (
    <output className="block mb-5 border-l-2 border-accent py-1 pl-4">
      {words('form.meanwhile', { key: record.key })}
    </output>
  )
  return (
    <FormFrame
      {...{ definition, form, base, news, onClose }}
      title={words('form.edit', { key: record.key })}
      label={words('form.save')}
      draft={record.key}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={(fields, blame) => {
        if (Object.keys(fields).length === 0) onClose()
        else save.mutate({ base, fields }, { onError: blame })
      }}
      onResume={() =>
        void navigate({
          to: '/records/$key',
          params: { key: record.key },
          search: (before: object) => ({ ...before, form: 'edit' as const }),
        })
      }
    />
  )
}
