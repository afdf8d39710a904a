import { useQuery } from '@tanstack/react-query'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { Section } from '#kit/page/section.tsx'
import type { WeighedBet } from '../weight/weight-shape.ts'
import { useChangeInbox } from './inbox-address.ts'
import { weightQuery } from './inbox-queries.ts'
import { useWeightText } from './use-weight-text.ts'
import { inboxWords } from './words/words.ts'

/** What speaks for each bet that is ahead, and those for which nothing does; each opens to its insights. */
export function WeightPanel() {
  const words = useWords(inboxWords)
  const { data, error, refetch } = useQuery(weightQuery)
  const heavy = data?.bets.filter(({ insights }) => insights > 0) ?? []
  const light = data?.bets.filter(({ insights }) => insights === 0) ?? []
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Section title={words('weight.title')} lead={words('weight.lead')}>
        {error && <ProblemNote error={error} again={() => void refetch()} />}
        {!data && !error && <div className="skeleton h-64" />}
        {data && heavy.length === 0 && <p className="text-ink-2">{words('weight.none')}</p>}
        <ul>
          {heavy.map((bet) => (
            <BetLine key={bet.key} bet={bet} />
          ))}
        </ul>
      </Section>
      {light.length > 0 && (
        <Section title={words('weight.without')}>
          <ul>
            {light.map((bet) => (
              <BetLine key={bet.key} bet={bet} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function BetLine({ bet }: { readonly bet: WeighedBet }) {
  const change = useChangeInbox()
  const text = useWeightText()
  return (
    <li className="border-t border-rule">
      <button
        type="button"
        data-figure={bet.key}
        onClick={() => change({ bet: bet.key }, 'push')}
        className="flex w-full flex-col gap-0.5 py-2 text-left hover:text-accent"
      >
        <span className="wrap-anywhere">
          <span className="mr-1 font-mono text-xs text-ink-3">{bet.key}</span> {bet.title}
        </span>
        {bet.insights > 0 && (
          <span className="text-xs wrap-anywhere text-ink-3">
            {text(bet).join(' · ')}
            {bet.segments.length > 0 && (
              <span className="block">{bet.segments.map(({ segment }) => segment).join(', ')}</span>
            )}
          </span>
        )}
      </button>
    </li>
  )
}
