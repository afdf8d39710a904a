import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import type { BetInPlan, ComparedBet, ComparisonShape } from '../scenario/comparison-shape.ts'
import { axisOf, ScenarioBand, type Axis } from './scenario-band.tsx'
import { inOrder, rowOf, withBet, withCut, withMove, type Draft } from './scenario-draft.ts'
import { useColumns } from './scenario-summary.tsx'
import { scenarioWords } from './scenario-words.ts'

interface BetsProps {
  readonly comparison: ComparisonShape
  readonly draft: Draft
  /** Without it the scenario is only looked at. */
  readonly onChange?: (draft: Draft) => void
}

/** Each bet in the order of the scenario, changed where it stands, with its days in every plan. */
export function ScenarioBets({ comparison, draft, onChange }: BetsProps) {
  const words = useWords(scenarioWords)
  const columns = useColumns(comparison)
  const bets = inOrder(comparison.bets, draft)
  const axis = axisOf(comparison.start, comparison.bets)
  return (
    <Section title={words('bets.title')} lead={words('bets.lead')}>
      <AxisLine axis={axis} />
      <ol className="border-t border-rule">
        {bets.map((bet, at) => (
          <li
            key={bet.key}
            className="grid gap-x-8 gap-y-2 border-b border-rule py-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-mono text-xs text-ink-3">{bet.key}</span>
                <Link
                  to="/records/$key"
                  params={{ key: bet.key }}
                  className={`min-w-0 font-medium wrap-anywhere underline-offset-2 hover:text-accent hover:underline ${rowOf(draft, bet.key, 'drop') ? 'text-ink-3 line-through' : ''}`}
                >
                  {bet.title}
                </Link>
              </p>
              {onChange && (
                <Change
                  {...{ bet, bets, draft, onChange }}
                  isFirst={at === 0}
                  isLast={at === bets.length - 1}
                />
              )}
            </div>
            <div className="flex min-w-0 flex-col gap-1.5">
              {columns.map(({ id, name }, index) => (
                <InPlan
                  key={id}
                  name={name}
                  isToday={index === 0}
                  today={index === 0 ? null : (bet.inPlans[0] ?? null)}
                  plan={bet.inPlans[index] ?? null}
                  {...{ axis, bet }}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {onChange && <BringIn {...{ comparison, draft, onChange }} />}
    </Section>
  )
}

/** The first and the last day of all bands, where there is room for them. */
function AxisLine({ axis }: { readonly axis: Axis }) {
  const format = useFormat()
  const day = (at: number) => format.day(new Date(at).toISOString())
  return (
    <div
      aria-hidden="true"
      className="hidden gap-x-8 pb-1 text-xs text-ink-3 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
    >
      <div className="col-start-2 grid grid-cols-[9rem_minmax(0,1fr)_13rem] gap-x-4">
        <p className="col-start-2 flex justify-between">
          <span>{day(axis.from)}</span>
          <span>{day(axis.to)}</span>
        </p>
      </div>
    </div>
  )
}

interface ChangeProps {
  readonly bet: ComparedBet
  readonly bets: readonly ComparedBet[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly isFirst: boolean
  readonly isLast: boolean
}

function Change({ bet, bets, draft, onChange, isFirst, isLast }: ChangeProps) {
  const words = useWords(scenarioWords)
  const { key, title, size } = bet
  const isCut = rowOf(draft, key, 'drop') !== undefined
  const isAdded = rowOf(draft, key, 'add') !== undefined
  const resized = rowOf(draft, key, 'resize')
  const [low, high] = [resized ? resized.low : size?.[0], resized ? resized.high : size?.[1]]
  const of = (action: string) => words('bets.of', { action, bet: title })
  const resize = (end: 'low' | 'high', value: number | null) => {
    const next = { low: low ?? null, high: high ?? null, [end]: value }
    const isAsToday = next.low === (size?.[0] ?? null) && next.high === (size?.[1] ?? null)
    onChange(withBet(draft, key, 'resize', isAsToday ? null : next))
  }
  const cut = words(isCut || isAdded ? 'bets.keep' : 'bets.cut')
  return (
    <fieldset
      aria-label={words('bets.change', { bet: title })}
      className="mt-1 flex items-center gap-1.5"
      data-print="no"
    >
      <button
        type="button"
        className="button"
        aria-label={of(isAdded ? words('bets.cut') : cut)}
        onClick={() => onChange(withCut(draft, key, !isCut && !isAdded))}
      >
        {isAdded ? words('bets.cut') : cut}
      </button>
      {!isCut && (
        <>
          {(['low', 'high'] as const).map((end) => (
            <input
              key={end}
              type="number"
              min={1}
              max={10_000}
              className="input w-18"
              aria-label={of(words(`bets.${end}`))}
              title={words(`bets.${end}`)}
              aria-invalid={typeof low === 'number' && typeof high === 'number' && low > high}
              value={(end === 'low' ? low : high) ?? ''}
              onChange={({ target }) => resize(end, target.value === '' ? null : target.valueAsNumber)}
            />
          ))}
          <button
            type="button"
            className="button"
            aria-label={of(words('bets.earlier'))}
            title={words('bets.earlier')}
            disabled={isFirst}
            onClick={() => onChange(withMove(draft, bets, key, -1))}
          >
            <ArrowUp size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button"
            aria-label={of(words('bets.later'))}
            title={words('bets.later')}
            disabled={isLast}
            onClick={() => onChange(withMove(draft, bets, key, 1))}
          >
            <ArrowDown size={14} aria-hidden="true" />
          </button>
        </>
      )}
    </fieldset>
  )
}

interface InPlanProps {
  readonly name: string
  readonly isToday: boolean
  /** What stands on the line of today: it is not said again. */
  readonly today: BetInPlan | null
  readonly plan: BetInPlan | null
  readonly bet: ComparedBet
  readonly axis: Axis
}

function InPlan({ name, isToday, today, plan, bet, axis }: InPlanProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)_13rem]">
      <span className={`truncate text-xs ${isToday ? 'text-ink-3' : 'text-ink-2'}`} title={name}>
        {name}
      </span>
      <div className="order-last col-span-2 sm:order-none sm:col-span-1">
        <ScenarioBand axis={axis} dates={plan?.dates ?? null} />
      </div>
      <span className="text-right sm:text-left">
        <When {...{ plan, isToday, today, bet }} />
      </span>
    </div>
  )
}

function When({ plan, isToday, today, bet }: Omit<InPlanProps, 'name' | 'axis'>) {
  const words = useWords(scenarioWords)
  const format = useFormat()
  if (plan === null) return <span className="text-ink-3">{words('when.out')}</span>
  const date = plan.dates?.['85'] ?? null
  if (date === null)
    return (
      <span className="text-ink-3" title={plan.reason ?? ''}>
        {words('when.none')}
        {plan.reason !== today?.reason && (
          <span className="block max-w-[26ch] text-xs text-pretty">{plan.reason}</span>
        )}
      </span>
    )
  const { later, wanted } = plan
  return (
    <>
      <span className={plan.marked ? 'text-ink-2' : ''}>{words('when.by', { day: format.day(date) })}</span>
      {!isToday && later !== null && (
        <span className={later === 0 ? 'text-ink-3' : 'font-medium'}>
          {' · '}
          {later === 0
            ? words('when.same')
            : words(later < 0 ? 'when.sooner' : 'when.later', { days: Math.abs(later) })}
        </span>
      )}
      {wanted !== null && bet.wanted !== null && wanted.chance !== today?.wanted?.chance && (
        <span className="block text-xs text-ink-3">
          {words('when.wanted', {
            day: format.day(bet.wanted),
            chance: wanted.over95 ? words('when.over95') : format.share(wanted.chance),
          })}
        </span>
      )}
    </>
  )
}

function BringIn({ comparison, draft, onChange }: Required<BetsProps>) {
  const words = useWords(scenarioWords)
  const id = useId()
  const left = comparison.stopped.filter(({ key }) => rowOf(draft, key, 'add') === undefined)
  if (left.length === 0) return null
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2" data-print="no">
      <label htmlFor={id} className="text-ink-2">
        {words('bets.bringIn')}
      </label>
      <select
        id={id}
        className="select max-w-full border border-rule-strong bg-raised"
        value=""
        onChange={({ target }) => onChange(withBet(draft, target.value, 'add', {}))}
      >
        <option value="">{words('bets.choose')}</option>
        {left.map(({ key, title }) => (
          <option key={key} value={key}>
            {`${key} ${title}`}
          </option>
        ))}
      </select>
    </div>
  )
}
