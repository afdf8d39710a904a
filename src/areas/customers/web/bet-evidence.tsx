import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useValueFormat } from '#kit/fields/use-value-format.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { InsightOfBet, InsightsOfBet } from '../weight/weight-shape.ts'
import { evidenceQuery } from './inbox-queries.ts'
import { sayChoice } from './say-choice.ts'
import { useWeightText } from './use-weight-text.ts'
import { inboxWords } from './words/words.ts'

interface BetEvidenceProps {
  readonly bet: string
  readonly onClose: () => void
}

/** Everything that speaks for a bet. */
export function BetEvidence({ bet, onClose }: BetEvidenceProps) {
  const { data, error, refetch } = useQuery(evidenceQuery(bet))
  return (
    <Drawer title={data ? `${data.key} ${data.title}` : bet} onClose={onClose}>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <div className="skeleton h-64" />}
      {data && <Evidence evidence={data} />}
    </Drawer>
  )
}

function Evidence({ evidence }: { readonly evidence: InsightsOfBet }) {
  const words = useWords(inboxWords)
  const text = useWeightText()
  return (
    <>
      <p className="text-md">
        {evidence.insights === 0 ? words('evidence.none') : text(evidence).join(' · ')}
      </p>
      <p className="mt-1 max-w-[64ch] text-ink-2">
        {words(evidence.insights === 0 ? 'evidence.noneText' : 'evidence.text')}
      </p>
      {evidence.segments.length > 0 && (
        <p className="mt-2 text-ink-2">
          {evidence.segments.map(({ segment, insights }) => `${segment} ${insights}`).join(', ')}
        </p>
      )}
      <ul className="mt-5">
        {evidence.list.map((each) => (
          <EvidenceLine key={each.key} insight={each} />
        ))}
      </ul>
      <p className="mt-5">
        <Link
          to="/records/$key"
          params={{ key: evidence.key }}
          className="text-accent underline underline-offset-2"
        >
          {words('evidence.bet', { bet: evidence.key })}
        </Link>
      </p>
    </>
  )
}

function EvidenceLine({ insight }: { readonly insight: InsightOfBet }) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const format = useFormat()
  const { money } = useValueFormat()
  const { key, title, state, counts, day, customer, segment, count, revenue } = insight
  const parts = [
    sayChoice('state', state, language),
    customer,
    segment,
    count === null ? null : words('count', { count }),
    revenue === null ? null : words('aYear', { revenue: money(revenue) }),
    format.day(day),
  ].filter((part) => part !== null)
  return (
    <li className="border-t border-rule py-2">
      <Link
        to="/records/$key"
        params={{ key }}
        className={`wrap-anywhere underline-offset-2 hover:text-accent hover:underline ${counts ? '' : 'text-ink-3'}`}
      >
        <span className="mr-1 font-mono text-xs">{key}</span> {title}
      </Link>
      <p className="text-xs wrap-anywhere text-ink-3">{parts.join(' · ')}</p>
    </li>
  )
}
