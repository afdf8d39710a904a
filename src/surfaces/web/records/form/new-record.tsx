import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { ApiProblem, apiUrl, send } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { showToast } from '#kit/toast/toast-store.ts'
import { nameWithin } from '../name-within.ts'
import { recordWords } from '../words/words.ts'
import { keepDraft, takeDraft } from './drafts.ts'
import { focusFirstFault } from './focus-first-fault.ts'
import { FormFoot } from './form-foot.tsx'
import { RecordFieldsForm } from './record-fields-form.tsx'

import { useRecordForm, type Given } from './use-record-form.ts'

interface NewRecordProps {
  readonly definition: RecordDefinition
  readonly onClose: () => void
}

/** Writes a new record, over the list that it will stand in. */
export function NewRecord({ definition, onClose }: NewRecordProps) {
  const words = useWords(recordWords)
  const language = useLanguage()
  const navigate = useNavigate()
  const [begun] = useState(() => takeDraft(definition.type))
  const form = useRecordForm(definition, null, begun)
  const place = useRef<HTMLFormElement>(null)
  const name = nameWithin(definition.names.one, language)
  // A press that is tried again after no answer came writes nothing twice.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID())
  const create = useMutation({
    mutationFn: (fields: Given) =>
      send<RecordShape>(
        'POST',
        apiUrl(`/${definition.collection}`),
        { fields },
        { headers: { 'idempotency-key': attempt } },
      ),
    onSuccess: ({ key }) => {
      onClose()
      showToast({
        text: words('form.created', { key }),
        action: {
          label: words('form.open'),
          run: () => void navigate({ to: '/records/$key', params: { key } }),
        },
      })
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem) setAttempt(crypto.randomUUID())
      if (form.blame(problem)) focusFirstFault(place.current)
    },
  })
  const close = () => {
    if (form.isDirty) {
      keepDraft(definition.type, form.given)
      showToast({
        text: words('form.dropped'),
        action: {
          label: words('form.goOn'),
          run: () =>
            void navigate({ to: '.', search: (before: object) => ({ ...before, form: 'new' as const }) }),
        },
      })
    }
    onClose()
  }
  const submit = () => {
    const fields = form.check()
    if (fields) create.mutate(fields)
    else focusFirstFault(place.current)
  }
  const id = `new-${definition.type}`
  return (
    <Drawer
      title={words('form.new', { name })}
      onClose={close}
      foot={
        <FormFoot
          form={id}
          label={words('form.create', { name })}
          faults={Object.keys(form.errors).length}
          isBusy={create.isPending}
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
        <RecordFieldsForm definition={definition} form={form} base={null} references={{}} />
        {create.error && Object.keys(form.errors).length === 0 && (
          <div className="mt-6">
            <ProblemNote error={create.error} title={words('form.failed')} />
          </div>
        )}
      </form>
    </Drawer>
  )
}
