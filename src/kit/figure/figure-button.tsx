import type { ExplainedFigure } from '#evidence/shape.ts'
import { Sparkline } from '#kit/charts/sparkline.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { useChangeView } from '#kit/view/use-view.ts'
import { kitWords } from '#kit/words/words.ts'
import { FigureValue } from './figure-value.tsx'
import { isStale } from './is-stale.ts'

/** A figure as a button that opens its evidence. */
export function FigureButton({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const changeView = useChangeView()
  const { band, series } = figure
  const remarks = [
    band && words('figure.band', { name: band.name, year: String(band.year) }),
    figure.sample > 0 && words('figure.sample', { sample: figure.sample }),
    figure.proxy && words('figure.proxy'),
    isStale(figure.asOf) && words('figure.asOf', { day: format.day(figure.asOf) }),
  ].filter((remark) => typeof remark === 'string')
  return (
    <button
      type="button"
      data-figure={figure.id}
      aria-haspopup="dialog"
      onClick={() => changeView({ figure: figure.id }, 'push')}
      className="group flex min-w-0 flex-col items-start gap-1 border-t border-rule-strong pt-2 pb-3 text-left hover:border-accent"
    >
      <span className="font-medium text-ink-2 group-hover:text-accent">{figure.title}</span>
      <span className={isStale(figure.asOf) ? 'text-ink-3' : undefined}>
        <FigureValue figure={figure} />
      </span>
      {figure.value === null ? (
        <span className="text-xs text-ink-2">{figure.reason}</span>
      ) : (
        <span className="mt-1 h-7 w-full max-w-44">
          {series && series.length > 1 && <Sparkline points={series} />}
        </span>
      )}
      {figure.value !== null && <span className="text-xs text-ink-3">{remarks.join(' · ')}</span>}
    </button>
  )
}

export function FigureSkeleton() {
  return (
    <div className="flex flex-col gap-2 border-t border-rule pt-2 pb-3" aria-hidden="true">
      <span className="skeleton h-4 w-28" />
      <span className="skeleton h-8 w-20" />
      <span className="skeleton h-7 w-full max-w-44" />
      <span className="skeleton h-3 w-32" />
    </div>
  )
}
