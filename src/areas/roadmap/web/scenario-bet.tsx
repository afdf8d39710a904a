import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useId } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { ComparedBet } from '../scenario/comparison-shape.ts'
import type { BetDifference } from '../scenario/scenario-shape.ts'
import type { Axis } from './scenario-band.tsx'
import { sizeFault, sizes, withBet, withCut } from './scenario-draft.ts'
import { InPlan } from './scenario-in-plan.tsx'
import { scenarioWords } from './scenario-words.ts'
import type { Edit } from './use-draft.ts'

/** How a bet is changed; the same object as long as the page is, so that rows that nobody touches need not be drawn. */
export interface EditBet {
  readonly change: (edit: Edit) => void
  readonly move: (key: string, by: 1 | -1) => void
}

/** What a scenario says of a bet. */
interface BetRows {
  readonly isCut: boolean
  readonly isAdded: boolean
  readonly resized: BetDifference | undefined
}

interface ScenarioBetProps extends BetRows {
  readonly bet: ComparedBet
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly axis: Axis
  /** Null where the scenario is only looked at. */
  readonly edit: EditBet | null
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** A bet with what changes it, and its days in every plan; drawn anew only where something of it is another. */
export const ScenarioBet = memo(function ScenarioBet({ bet, columns, axis, edit, ...at }: ScenarioBetProps) {
  const { isCut, isAdded, resized, isFirst, isLast } = at
  const rows = { isCut, isAdded, resized }
  return (
    <>
      <div className="min-w-0 pt-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-mono text-xs text-ink-3">{bet.key}</span>
          <Link
            to="/records/$key"
            params={{ key: bet.key }}
            className={`min-w-0 font-medium wrap-anywhere underline-offset-2 hover:text-accent hover:underline ${isCut ? 'text-ink-3 line-through' : ''}`}
          >
            {bet.title}
          </Link>
        </p>
        {edit && <Change {...{ bet, rows, edit, isFirst, isLast }} />}
      </div>
      <div className="col-span-full flex min-w-0 flex-col gap-1.5 lg:col-span-1">
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
    </>
  )
})

interface ChangeProps {
  readonly bet: ComparedBet
  readonly rows: BetRows
  readonly edit: EditBet
  readonly isFirst: boolean
  readonly isLast: boolean
}

function Change({ bet, rows, edit, isFirst, isLast }: ChangeProps) {
  const words = useWords(scenarioWords)
  const { key, title, size } = bet
  const { isCut, isAdded, resized } = rows
  const [low, high] = [resized ? resized.low : size?.[0], resized ? resized.high : size?.[1]]
  const of = (action: string) => words('bets.of', { action, bet: title })
  const resize = (end: 'low' | 'high', value: number | null) => {
    const next = { low: low ?? null, high: high ?? null, [end]: value }
    const isAsToday = next.low === (size?.[0] ?? null) && next.high === (size?.[1] ?? null)
    edit.change((draft) => withBet(draft, key, 'resize', isAsToday ? null : next))
  }
  const cut = words(isCut || isAdded ? 'bets.keep' : 'bets.cut')
  const id = useId()
  const fault = resized && !isCut ? sizeFault(resized) : null
  const isWrong = (end: 'low' | 'high') => fault?.end === end || fault?.why === 'order'
  return (
    <>
      <fieldset
        aria-label={words('bets.change', { bet: title })}
        className="mt-1 flex items-center gap-1.5"
        data-print="no"
      >
        <button
          type="button"
          className="button"
          aria-label={of(isAdded ? words('bets.cut') : cut)}
          onClick={() => edit.change((draft) => withCut(draft, key, !isCut && !isAdded))}
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
                aria-invalid={isWrong(end)}
                aria-describedby={isWrong(end) ? id : undefined}
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
              onClick={() => edit.move(key, -1)}
            >
              <ArrowUp size={14} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="button"
              aria-label={of(words('bets.later'))}
              title={words('bets.later')}
              disabled={isLast}
              onClick={() => edit.move(key, 1)}
            >
              <ArrowDown size={14} aria-hidden="true" />
            </button>
          </>
        )}
      </fieldset>
      {fault && resized && <Fault {...{ id, fault, resized }} />}
    </>
  )
}

interface FaultProps {
  readonly id: string
  readonly fault: NonNullable<ReturnType<typeof sizeFault>>
  readonly resized: BetDifference
}

/** Which number is not allowed and what is: without this it would be left out in silence. */
function Fault({ id, fault: { why, end }, resized }: FaultProps) {
  const words = useWords(scenarioWords)
  const format = useFormat()
  const number = (value: number | null | undefined) => format.number(value ?? 0)
  return (
    <p id={id} role="alert" className="mt-1 max-w-[48ch] text-xs text-pretty text-bad">
      {words(`size.${why}`, {
        end: words(`bets.${end}`),
        value: number(resized[end]),
        low: number(resized.low),
        high: number(resized.high),
        least: number(sizes.least),
        most: number(sizes.most),
      })}{' '}
      {words('size.notCounted')}
    </p>
  )
}
