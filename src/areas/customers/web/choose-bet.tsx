import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { proposalsQuery, weightQuery } from './inbox-queries.ts'
import { listOf } from './triage-step.ts'
import { useReason } from './use-reason.ts'
import { inboxWords } from './words/words.ts'

interface ChooseBetProps {
  readonly insight: RecordShape
  readonly onChoose: (bet: string) => void
  readonly onClose: () => void
}

/** Finds the bet that an insight speaks for: what is proposed first, then all that are ahead; Enter takes the first. */
export function ChooseBet({ insight, onChoose, onClose }: ChooseBetProps) {
  const words = useWords(inboxWords)
  const reason = useReason()
  const [typed, setTyped] = useState('')
  const has = listOf(insight.fields['bets'])
  const proposals = useQuery(proposalsQuery(insight.key))
  const ahead = useQuery(weightQuery)
  const proposed = (proposals.data?.proposals ?? []).filter((bet) => isMeant(bet, typed))
  const others = (ahead.data?.bets ?? []).filter(
    (bet) => !has.includes(bet.key) && !proposed.some(({ key }) => key === bet.key) && isMeant(bet, typed),
  )
  // What is not known yet cannot be taken unseen.
  const isReady = !proposals.isPending && !ahead.isPending
  const first = isReady ? (proposed[0] ?? others[0]) : undefined
  return (
    <Drawer title={words('choose.title', { key: insight.key })} onClose={onClose}>
      <p className="mb-4 max-w-[64ch] wrap-anywhere text-ink-2">{insight.title}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (first) onChoose(first.key)
        }}
      >
        <label data-field="bet" className="block">
          <span className="mb-1 block font-medium">{words('choose.search')}</span>
          <input
            className="input w-full"
            value={typed}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </form>
      {proposed.length > 0 && (
        <>
          <h3 className="mt-5 text-xs text-ink-3">{words('choose.proposed')}</h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {proposed.map((each) => (
              <BetChoice key={each.key} bet={each} why={reason(each)} onChoose={onChoose} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          {proposed.length > 0 && <h3 className="mt-5 text-xs text-ink-3">{words('choose.others')}</h3>}
          <ul className={`divide-y divide-rule border-y border-rule ${proposed.length > 0 ? '' : 'mt-5'}`}>
            {others.map((each) => (
              <BetChoice key={each.key} bet={each} onChoose={onChoose} />
            ))}
          </ul>
        </>
      )}
      {isReady && proposed.length + others.length === 0 && (
        <p className="mt-4 text-ink-2">
          {words(ahead.data?.bets.length === 0 ? 'choose.noBets' : 'choose.none')}
        </p>
      )}
    </Drawer>
  )
}

/** Whether a bet has all that was typed, in its key or title. */
function isMeant({ key, title }: BetChoiceProps['bet'], typed: string): boolean {
  const text = `${key} ${title}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

interface BetChoiceProps {
  readonly bet: { readonly key: string; readonly title: string }
  readonly why?: string
  readonly onChoose: (bet: string) => void
}

function BetChoice({ bet: { key, title }, why, onChoose }: BetChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(key)}
        className="flex min-h-9 w-full items-baseline gap-3 py-1.5 text-left hover:text-accent"
      >
        <span className="w-16 shrink-0 font-mono text-xs text-ink-3">{key}</span>
        <span className="min-w-0">
          <span className="wrap-anywhere">{title}</span>
          {why !== undefined && <span className="block text-xs text-ink-3">{why}</span>}
        </span>
      </button>
    </li>
  )
}
