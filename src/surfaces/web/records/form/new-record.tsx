import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { ApiProblem, apiUrl, send } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { nameWithin } from '../name-within.ts'
import { recordWords } from '../words/words.ts'
import { takeDraft } from './drafts.ts'
import { FormFrame } from './form-frame.tsx'
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
    },
  })
  return (
    <FormFrame
      {...{ definition, form, onClose }}
      title={words('form.new', { name })}
      label={words('form.create', { name })}
      base={null}
      draft={definition.type}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={(fields, blame) => create.mutate(fields, { onError: blame })}
      onResume={() =>
        void navigate({ to: '.', search: (before: object) => ({ ...before, form: 'new' as const }) })
      }
    />
  )
}
