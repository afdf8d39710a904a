import { useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import type { ComparisonShape } from '../scenario/comparison-shape.ts'
import { dropLook, moveByKeys, RowHandle } from './row-handle.tsx'
import { axisOf, type Axis } from './scenario-band.tsx'
import { ScenarioBet, type EditBet } from './scenario-bet.tsx'
import { inOrder, rowOf, withBet, withMove, withPlace, type Draft } from './scenario-draft.ts'
import { useColumns } from './scenario-summary.tsx'
import { scenarioWords } from './scenario-words.ts'
import type { Edit } from './use-draft.ts'
import { useRowDrag } from './use-row-drag.ts'

interface BetsProps {
  readonly comparison: ComparisonShape
  readonly draft: Draft
  /** Without it the scenario is only looked at. */
  readonly edit?: (edit: Edit) => void
}

/** Each bet in the order of the scenario, changed where it stands, with its days in every plan. */
export function ScenarioBets({ comparison, draft, edit: change }: BetsProps) {
  const words = useWords(scenarioWords)
  const columns = useNames(comparison)
  const bets = inOrder(comparison.bets, draft)
  const edit = useEdit(comparison, change)
  const { list, drop, handle } = useRowDrag((key, target, side) =>
    change?.((draft) => withPlace(draft, comparison.bets, { key, target, side })),
  )
  const { from, to } = axisOf(comparison.start, comparison.bets)
  const axis = useMemo(() => ({ from, to }), [from, to])
  return (
    <Section title={words('bets.title')} lead={words('bets.lead')}>
      <AxisLine axis={axis} />
      <ol ref={list} className="border-t border-rule">
        {bets.map((bet, at) => (
          // The keys belong to whatever in the row has the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
          <li
            key={bet.key}
            data-bet={bet.key}
            {...(edit && { onKeyDown: moveByKeys((by) => edit.move(bet.key, by)) })}
            className={`relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-1 gap-y-2 border-b border-rule py-3 lg:grid-cols-[auto_minmax(0,1fr)_minmax(0,2fr)] ${dropLook(drop, bet.key)}`}
          >
            {edit ? <RowHandle bet={bet.key} {...handle(bet.key)} /> : <span />}
            <ScenarioBet
              {...{ bet, columns, axis, edit }}
              isCut={rowOf(draft, bet.key, 'drop') !== undefined}
              isAdded={rowOf(draft, bet.key, 'add') !== undefined}
              resized={rowOf(draft, bet.key, 'resize')}
              isFirst={at === 0}
              isLast={at === bets.length - 1}
            />
          </li>
        ))}
      </ol>
      {change && <BringIn {...{ comparison, draft, change }} />}
    </Section>
  )
}

/** The names of the plans, the same as long as none is called otherwise. */
function useNames(comparison: ComparisonShape) {
  const columns = useColumns(comparison)
  const names = JSON.stringify(columns.map(({ id, name }) => ({ id, name })))
  return useMemo((): readonly { readonly id: string; readonly name: string }[] => JSON.parse(names), [names])
}

/** How a bet is changed, the same as long as the page is. */
function useEdit({ bets }: ComparisonShape, change: ((edit: Edit) => void) | undefined): EditBet | null {
  const known = useRef(bets)
  useEffect(() => {
    known.current = bets
  })
  const move = useCallback(
    (key: string, by: 1 | -1) => change?.((draft) => withMove(draft, known.current, key, by)),
    [change],
  )
  return useMemo(() => (change ? { change, move } : null), [change, move])
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

interface BringInProps {
  readonly comparison: ComparisonShape
  readonly draft: Draft
  readonly change: (edit: Edit) => void
}

function BringIn({ comparison, draft, change }: BringInProps) {
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
        onChange={({ target }) => change((draft) => withBet(draft, target.value, 'add', {}))}
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
