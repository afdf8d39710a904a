import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordShape } from '#kernel/shape.ts'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useValueFormat } from '#kit/fields/use-value-format.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { insight } from '../insight.record.ts'
import type { Act } from './acts.ts'
import { ConsentLine } from './consent-line.tsx'
import { proposalsQuery } from './inbox-queries.ts'
import { listOf } from './triage-step.ts'
import { sayChoice } from './say-choice.ts'
import { useReason } from './use-reason.ts'
import { inboxWords } from './words/words.ts'

interface InsightRowProps {
  readonly record: RecordShape
  readonly isOpen: boolean
  /** Today. */
  readonly day: string
  readonly acts: readonly Act[]
  readonly onOpen: () => void
  readonly onAct: (act: Act) => void
  readonly onBet: (bet: string) => void
}

/** What was said in one line; open with its words, the bets that it may speak for, and what can be done. */
export function InsightRow({ record, isOpen, day, acts, onOpen, onAct, onBet }: InsightRowProps) {
  const words = useWords(inboxWords)
  const { key, title, fields } = record
  return (
    <li className={`border-t border-rule ${isOpen ? 'bg-sunk' : ''}`}>
      <h2>
        <button
          type="button"
          data-row={key}
          aria-expanded={isOpen}
          onClick={onOpen}
          className="flex w-full flex-col gap-0.5 px-3 py-2 text-left -outline-offset-2 hover:text-accent"
        >
          <span className={`wrap-anywhere ${isOpen ? 'font-medium' : ''}`}>{title}</span>
          <AtAGlance record={record} />
        </button>
      </h2>
      {isOpen && (
        <div className="flex flex-col gap-3 px-3 pb-4">
          {typeof fields['text'] === 'string' && (
            <FieldValueView field={insight.fields.text} value={fields['text']} />
          )}
          <SpeaksFor record={record} />
          <ConsentLine record={record} day={day} />
          {acts.length > 0 && <Proposed record={record} onBet={onBet} />}
          <div className="flex flex-wrap gap-2" data-print="no">
            {acts.map((act) => (
              <button
                key={act.name}
                type="button"
                aria-keyshortcuts={act.key}
                onClick={() => onAct(act)}
                className={act.isFirst ? 'button-primary' : 'button'}
              >
                {words(`act.${act.name}`)}
                <kbd
                  className="ml-1 hidden font-mono text-xs opacity-75 pointer-fine:inline"
                  aria-hidden="true"
                >
                  {act.key}
                </kbd>
              </button>
            ))}
            <Link to="/records/$key" params={{ key }} className="button" aria-keyshortcuts="o">
              {words('act.open')}
              <kbd
                className="ml-1 hidden font-mono text-xs opacity-75 pointer-fine:inline"
                aria-hidden="true"
              >
                o
              </kbd>
            </Link>
          </div>
        </div>
      )}
    </li>
  )
}

/** Key, whom it is from, and how much weight it has. */
function AtAGlance({ record: { key, fields } }: { readonly record: RecordShape }) {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const format = useFormat()
  const { money } = useValueFormat()
  const { source, customer, segment, count, revenue, heard } = fields
  const parts = [
    typeof source === 'string' ? sayChoice('source', source, language) : null,
    typeof customer === 'string' ? customer : null,
    typeof segment === 'string' ? segment : null,
    typeof count === 'number' ? words('count', { count }) : null,
    isMoney(revenue) ? words('aYear', { revenue: money(revenue) }) : null,
    typeof heard === 'string' ? format.day(heard) : null,
  ].filter((part) => part !== null)
  return (
    <span className="flex flex-wrap gap-x-2 text-xs text-ink-3">
      <span className="font-mono">{key}</span>
      <span className="wrap-anywhere">{parts.join(' · ')}</span>
    </span>
  )
}

function isMoney(value: unknown): value is { amount: number; currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}

function SpeaksFor({ record: { fields, references } }: { readonly record: RecordShape }) {
  const words = useWords(inboxWords)
  const bets = listOf(fields['bets'])
  if (bets.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5">
      {bets.map((bet) => (
        <li key={bet}>
          <span className="text-ink-3">{words('speaksFor')} </span>
          <Link
            to="/records/$key"
            params={{ key: bet }}
            className="underline-offset-2 hover:text-accent hover:underline"
          >
            <span className="font-mono text-xs">{bet}</span>{' '}
            <span className="wrap-anywhere">{references[bet]?.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The best proposal, with its reason; the others stand where a bet is chosen. */
function Proposed({ record, onBet }: Pick<InsightRowProps, 'record' | 'onBet'>) {
  const words = useWords(inboxWords)
  const reason = useReason()
  const { data } = useQuery(proposalsQuery(record.key))
  const best = data?.proposals[0]
  if (!best || listOf(record.fields['bets']).length > 0) return null
  return (
    <p className="border-l-2 border-rule-strong pl-3 text-ink-2">
      {words('proposed')}{' '}
      <button
        type="button"
        onClick={() => onBet(best.key)}
        className="text-left text-accent underline underline-offset-2"
      >
        <span className="font-mono text-xs">{best.key}</span>{' '}
        <span className="wrap-anywhere">{best.title}</span>
      </button>
      <span className="block text-xs text-ink-3">{reason(best)}</span>
    </p>
  )
}
