import type { ExplainedFigure } from '#evidence/shape.ts'
import { Sparkline } from '#kit/charts/sparkline.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { useChangeView } from '#kit/view/use-view.ts'
import { kitWords } from '#kit/words/words.ts'
import { FigureValue } from './figure-value.tsx'
import { isStale } from './is-stale.ts'
import { useBandName } from './use-band-name.ts'

/** A figure as a button that opens its evidence. */
export function FigureButton({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const changeView = useChangeView()
  const bandName = useBandName()
  const { band, series, before, value, unit } = figure
  const stale = isStale(figure.asOf)
  const remarks = [
    before !== null && words('figure.before', { value: format.inUnit(before, unit) }),
    figure.sample > 0 && words('figure.sample', { sample: figure.sample }),
    figure.proxy && words('figure.proxy'),
    stale && words('figure.asOf', { day: format.day(figure.asOf) }),
  ].filter((remark) => typeof remark === 'string')
  return (
    <button
      type="button"
      data-figure={figure.id}
      aria-haspopup="dialog"
      onClick={() => changeView({ figure: figure.id }, 'push')}
      className={`group ${frame} border-rule-strong text-left hover:border-accent`}
    >
      <span className="font-medium text-ink-2 group-hover:text-accent">{figure.title}</span>
      <span className={stale ? 'text-ink-3' : undefined}>
        <FigureValue figure={figure} />
      </span>
      {value === null ? (
        <span className="row-span-2 text-xs text-ink-2">{figure.reason}</span>
      ) : (
        <>
          <span className="h-7 max-w-44">{series && series.length > 1 && <Sparkline points={series} />}</span>
          <span className="text-xs text-ink-3">
            {band && (
              <span className="block text-ink-2">
                {words('figure.band', { name: bandName(band.name), year: String(band.year) })}
              </span>
            )}
            <Remarks remarks={remarks} />
          </span>
        </>
      )}
    </button>
  )
}

/** Each remark in one piece, broken only between them. */
function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return remarks.map((remark, index) => (
    <span key={remark}>
      {index > 0 && '\u00a0· '}
      <span className="whitespace-nowrap">{remark}</span>
    </span>
  ))
}

/** Shares its four lines with its neighbours, so that titles of one and of two lines leave the values on one height. */
const frame = 'row-span-4 grid min-w-0 grid-rows-subgrid content-start items-start gap-y-1 border-t pt-2 pb-4'

export function FigureSkeleton() {
  return (
    <div className={`${frame} border-rule`} aria-hidden="true">
      <span className="skeleton h-4 w-28" />
      <span className="skeleton h-8 w-20" />
      <span className="skeleton h-7 w-full max-w-44" />
      <span className="skeleton h-8 w-32" />
    </div>
  )
}
