import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordShape, Words } from '#kernel/shape.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { foundQuery } from '#kit/records/record-queries.ts'
import { bet as betRecord } from '../bet.record.ts'
import { textOf } from '../plan/read-bet.ts'
import type { Group } from './allocation-queries.ts'
import { folderName } from './folder-name.ts'
import { allocationWords } from './words/words.ts'

interface ChooseBetProps {
  readonly group: Group
  readonly onChoose: (bet: string, always: boolean) => void
  readonly onClose: () => void
}

const states: Readonly<Record<string, Words>> = betRecord.fields.state.choices

const hasEnded = ({ fields }: RecordShape) => fields['state'] === 'shipped' || fields['state'] === 'stopped'

const bets = { type: 'bet', collection: 'bets' } as const

/** Finds the bet that a group belongs to; Enter takes the first that was found. */
export function ChooseBet({ group, onChoose, onClose }: ChooseBetProps) {
  const words = useWords(allocationWords)
  const language = useLanguage()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [always, setAlways] = useState(false)
  const { data } = useQuery(foundQuery(bets, typed.trim()))
  const found = data?.records ?? []
  // What stands there may still be the answer to what was typed before.
  const chooseFirst = async () => {
    const { records } = await client.ensureQueryData(foundQuery(bets, typed.trim()))
    const first = records.find(mayBeChosen)
    if (first) onChoose(first.key, always)
  }
  // A rule is for what comes: nothing comes to a bet that has ended.
  const mayBeChosen = (bet: RecordShape) => !always || !hasEnded(bet)
  const stateName = ({ fields }: RecordShape) => states[textOf(fields['state']) ?? '']?.[language] ?? ''
  const folder = folderName(group, words)
  return (
    <Drawer title={words('choose.title', { folder })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void chooseFirst()
        }}
      >
        <label data-field="bet" className="block">
          <span className="mb-1 block font-medium">{words('choose.search')}</span>
          <input
            className="input w-full"
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label className="mt-3 flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={always}
            onChange={(event) => setAlways(event.target.checked)}
          />
          <span className="wrap-anywhere">{words('choose.rule', { pattern: group.pattern })}</span>
        </label>
      </form>
      <ul className="mt-4 divide-y divide-rule border-t border-rule">
        {found.map((bet) => (
          <li key={bet.key}>
            <button
              type="button"
              disabled={!mayBeChosen(bet)}
              onClick={() => onChoose(bet.key, always)}
              className="flex min-h-9 w-full items-baseline gap-3 py-1.5 text-left enabled:hover:text-accent disabled:text-ink-3"
            >
              <span className="w-16 shrink-0 font-mono text-xs text-ink-3">{bet.key}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">{bet.title}</span>
              <span className="shrink-0 text-xs text-ink-3">
                {stateName(bet)}
                {!mayBeChosen(bet) && ` · ${words('choose.noRule')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && (
        <p className="mt-3 text-ink-2">{words(typed.trim() === '' ? 'choose.noBets' : 'choose.none')}</p>
      )}
    </Drawer>
  )
}
