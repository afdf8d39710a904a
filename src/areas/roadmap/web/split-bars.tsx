import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { KindShare, ScopeShape } from '../allocation/allocation-shape.ts'
import { useOpenFacts } from './allocation-view.ts'
import { usePoints } from './use-points.ts'
import { allocationWords } from './words/words.ts'

interface SplitBarsProps {
  readonly scope: ScopeShape
  readonly name: string
  readonly quarter: string
  /** What the longest bar of the page stands for: bars of one card are as long as those of another. */
  readonly most: number
}

/** For each kind what was measured as a full bar and what was planned as an outline below it, both named beside them. */
export function SplitBars({ scope, name, quarter, most }: SplitBarsProps) {
  const words = useWords(allocationWords)
  const shown = scope.kinds.filter(({ share, target }) => (share ?? 0) > 0 || (target ?? 0) > 0)
  const unclassified = scope.kinds.filter(({ kind }) => kind === 'unclassified')
  // The unclassified share stands there even where it is none.
  const rows = [...shown.filter(({ kind }) => kind !== 'unclassified'), ...unclassified]
  const isPlanned = rows.some(({ target }) => target !== null)
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{words('bars.label', { scope: name, quarter })}</caption>
      {/* The same in every card, with a plan or without, so that bars can be compared across them. */}
      <colgroup>
        <col className="w-[7.5rem] sm:w-36" />
        <col />
        <col className="w-24 sm:w-32" />
      </colgroup>
      <thead>
        <tr className="text-left text-xs text-ink-3">
          <th scope="col" className="pb-1 font-normal">
            {words('bars.kind')}
          </th>
          <th scope="col" className="pb-1 font-normal">
            {words('bars.measured')} <span aria-hidden="true">■</span>
            {isPlanned && (
              <>
                {' '}
                · {words('bars.plan')} <span aria-hidden="true">□</span>
              </>
            )}
          </th>
          {isPlanned && (
            <th scope="col" className="pb-1 text-right font-normal">
              {words('bars.difference')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <KindRow key={row.kind} row={row} scope={scope} most={most} />
        ))}
      </tbody>
    </table>
  )
}

function KindRow({
  row: { kind, changes, share, target, difference, drift },
  scope,
  most,
}: {
  readonly row: KindShare
  readonly scope: ScopeShape
  readonly most: number
}) {
  const words = useWords(allocationWords)
  const format = useFormat()
  const points = usePoints()
  const openFacts = useOpenFacts()
  const floor = scope.floors.find((each) => each.kind === kind)
  const label = words(`kind.${kind}`)
  // Room for the figure beside the longest bar.
  const width = (value: number) => ({ width: `calc((100% - 5rem) * ${value / most})` })
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="py-1.5 pr-3 text-left align-top font-normal">
        <span className="block wrap-anywhere hyphens-auto">{label}</span>
        {floor && (
          <span className="block text-xs text-ink-3">
            {words('bars.floor', { floor: format.share(floor.floor) })}
          </span>
        )}
      </th>
      <td className="py-1.5 align-top">
        {share !== null && (
          <div className="flex h-5 items-center gap-2">
            {share > 0 && (
              <span className="h-3 shrink-0 bg-series-1" style={width(share)} aria-hidden="true" />
            )}
            <button
              type="button"
              data-figure={`${scope.team?.key ?? 'company'}.${kind}`}
              aria-haspopup="dialog"
              aria-label={words('bars.open', { kind: label, share: format.share(share), count: changes })}
              onClick={() => openFacts({ scope: scope.team?.key ?? 'company', by: 'kind', value: kind })}
              className="font-medium tabular-nums underline-offset-2 hover:text-accent hover:underline"
            >
              {format.share(share)}
            </button>
          </div>
        )}
        {target !== null && (
          <div className="flex h-4 items-center gap-2 text-xs text-ink-3">
            {target > 0 && (
              <span className="h-2 shrink-0 border border-ink-3" style={width(target)} aria-hidden="true" />
            )}
            <span className="sr-only">{words('bars.plan')}</span>
            <span className="tabular-nums">{format.share(target)}</span>
          </div>
        )}
      </td>
      <td className={`py-1.5 text-right align-top tabular-nums ${drift ? 'font-medium' : 'text-ink-2'}`}>
        {difference !== null && words('bars.points', { points: points(difference) })}
      </td>
    </tr>
  )
}
