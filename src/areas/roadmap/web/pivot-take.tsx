import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '#kit/api/request.ts'
import { useWords } from '#kit/language/words.ts'
import { ConfirmDialog } from '#kit/page/confirm-dialog.tsx'
import { recordUrl } from '#kit/records/record-queries.ts'
import { showToast } from '#kit/toast/toast-store.ts'
import type { Named, PivotShape } from '../pivot/pivot-shape.ts'
import { pivotWords } from './pivot-words.ts'
import { WhyField } from './why-field.tsx'

interface TakePivotProps {
  readonly course: PivotShape
  readonly onClose: () => void
}

interface Taken {
  readonly written: readonly { readonly key: string }[]
}

/** Asks why, and names what will be written. */
export function TakePivot({ course, onClose }: TakePivotProps) {
  const words = useWords(pivotWords)
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  // What was looked at when the dialog opened; what changes under it is refused.
  const [seen] = useState(course)
  const take = useMutation({
    mutationFn: () =>
      send<Taken>('POST', `${recordUrl('pivots', seen.pivot)}/take`, {
        why,
        version: seen.version,
        scenarioVersion: seen.scenarioVersion,
      }),
    onSuccess({ written }) {
      showToast({ text: words('take.done', { pivot: seen.pivot, count: written.length }) })
      onClose()
      // Bets and goals are others now, wherever they are shown.
      void client.invalidateQueries()
    },
  })
  const parts = seen.isAdopted
    ? []
    : [
        { text: words('take.stops'), all: seen.stops },
        { text: words('take.drops'), all: seen.goalsDropped },
        { text: words('take.adds'), all: seen.goalsAdded },
      ].filter(({ all }) => all.length > 0)
  return (
    <ConfirmDialog
      title={words('take.title', { pivot: seen.pivot })}
      action={words('take')}
      isPending={take.isPending}
      error={take.error}
      onClose={onClose}
      onConfirm={() => {
        setMissing(why.trim() === '')
        if (why.trim() !== '') take.mutate()
      }}
    >
      <p>{words(seen.isAdopted ? 'take.adopted' : 'take.text', { scenario: seen.scenario })}</p>
      {parts.map(({ text, all }) => (
        <div key={text}>
          <p>{text}</p>
          <Names all={all} />
        </div>
      ))}
      <p>{words('take.kept')}</p>
      <WhyField
        label={words('take.why')}
        value={why}
        onChange={(text) => {
          setWhy(text)
          setMissing(false)
        }}
        fault={isMissing ? words('take.needsWhy') : null}
      />
    </ConfirmDialog>
  )
}

/** So many are named; of more the number says enough. */
const named = 8

function Names({ all }: { readonly all: readonly Named[] }) {
  const words = useWords(pivotWords)
  return (
    <ul className="list-disc pl-5">
      {all.slice(0, named).map(({ key, title }) => (
        <li key={key} className="wrap-anywhere">
          <span className="font-mono text-xs">{key}</span> {title}
        </li>
      ))}
      {all.length > named && <li>{words('take.more', { count: all.length - named })}</li>}
    </ul>
  )
}
