import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import { draftOf } from './scenario-draft.ts'
import { scenarioWords } from './scenario-words.ts'
import { WhyField } from './why-field.tsx'

interface AdoptProps {
  readonly scenario: RecordShape
  readonly onClose: () => void
  readonly onAdopted: (record: RecordShape) => void
}

interface Adopted {
  readonly scenario: RecordShape
  readonly written: readonly { readonly key: string }[]
}

/** Asks why, says what is written and what is not. */
export function AdoptDialog({ scenario, onClose, onAdopted }: AdoptProps) {
  const words = useWords(scenarioWords)
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const adopt = useMutation({
    mutationFn: () =>
      send<Adopted>('POST', `${recordUrl('scenarios', scenario.key)}/adopt`, {
        why,
        version: scenario.version,
      }),
    onSuccess(adopted) {
      showToast({ text: words('adopt.done', { key: scenario.key, count: adopted.written.length }) })
      onAdopted(adopted.scenario)
      onClose()
      // Bets, goals and breaks are others now, wherever they are shown.
      void client.invalidateQueries()
    },
  })
  const hasPeople = draftOf(scenario.fields).people.length > 0
  return (
    <ConfirmDialog
      title={words('adopt.title', { key: scenario.key })}
      action={words('adopt.action')}
      isPending={adopt.isPending}
      error={adopt.error}
      onClose={onClose}
      onConfirm={() => {
        setMissing(why.trim() === '')
        if (why.trim() !== '') adopt.mutate()
      }}
    >
      <p>{words('adopt.text')}</p>
      {hasPeople && <p>{words('adopt.people')}</p>}
      <WhyField
        label={words('adopt.why')}
        value={why}
        onChange={(text) => {
          setWhy(text)
          setMissing(false)
        }}
        fault={isMissing ? words('adopt.needsWhy') : null}
      />
    </ConfirmDialog>
  )
}
