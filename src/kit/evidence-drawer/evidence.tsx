import type { ReactNode } from 'react'
import type { ExplainedFigure } from '#evidence/shape.ts'
import type { Place } from '#kit/api/queries.ts'
import { SeriesChart } from '#kit/charts/series-chart.tsx'
import { FigureValue } from '#kit/figure/figure-value.tsx'
import { isStale } from '#kit/figure/is-stale.ts'
import { useBandName } from '#kit/figure/use-band-name.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { kitWords } from '#kit/words/words.ts'
import { FactsList } from './facts-list.tsx'
import { partUnits } from './part-units.ts'
import { Parts } from './parts.tsx'
import { Sources } from './sources.tsx'

/** Everything that stands behind a figure, in the same order everywhere. */
export function Evidence({ figure, place }: { readonly figure: ExplainedFigure; readonly place: Place }) {
  const words = useWords(kitWords)
  const { series } = figure
  return (
    <article className="flex flex-col gap-7">
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{figure.title}</h2>
        <p className="mt-1 text-ink-2">{figure.definition}</p>
        <p className={`mt-4 ${isStale(figure.asOf) ? 'text-ink-3' : ''}`}>
          <FigureValue figure={figure} />
        </p>
        {figure.value === null && figure.reason !== undefined && (
          <p className="text-ink-2">{figure.reason}</p>
        )}
        {figure.proxy && (
          <p className="mt-2 border-l-2 border-rule-strong pl-3 text-ink-2">{words('drawer.proxy')}</p>
        )}
      </header>
      <Terms figure={figure} />
      {series && series.length > 1 && <SeriesChart title={figure.title} points={series} unit={figure.unit} />}
      <dl className="flex flex-col gap-4">
        <Term name={words('drawer.rule')}>{figure.sampleRule}</Term>
        <Term name={words('drawer.sources')}>
          <Sources sources={figure.sources} />
        </Term>
      </dl>
      <section aria-label={words('drawer.facts')}>
        {figure.personNear || !figure.hasFacts ? (
          <>
            <h3 className="mb-1 font-semibold">{words('drawer.facts')}</h3>
            <p className="text-ink-2">{words(whyNoFacts(figure))}</p>
          </>
        ) : (
          <FactsList place={place} measure={figure.id} />
        )}
      </section>
      <footer className="border-t border-rule pt-3 text-xs text-ink-3">
        {words('drawer.version', { id: figure.id, version: String(figure.version) })} ·{' '}
        {words(`drawer.audience.${figure.audience}`)}
      </footer>
    </article>
  )
}

/** The short answers: as of when, over which time, from how much. */
function Terms({ figure }: { readonly figure: ExplainedFigure }) {
  const words = useWords(kitWords)
  const format = useFormat()
  const bandName = useBandName()
  const { window, coverage, percentiles, parts, dropped, band, value, before, unit } = figure
  const amount = (amount: number) => format.inUnit(amount, unit)
  const shownDropped = Object.fromEntries(Object.entries(dropped ?? {}).filter(([, count]) => count > 0))
  return (
    <dl className="grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-6 gap-y-2">
      <Row name={words('drawer.asOf')}>{format.moment(figure.asOf)}</Row>
      <Row name={words('drawer.scope')}>
        {words(`drawer.scope.${figure.scope.kind}`, { name: figure.scope.name })}
      </Row>
      <Row name={words('drawer.window')}>{window ? format.days(window) : words('drawer.noWindow')}</Row>
      <Row name={words('drawer.sample')}>{format.number(figure.sample)}</Row>
      {coverage !== undefined && (
        <Row name={words('drawer.coverage')}>
          {words('drawer.coverageText', { share: format.share(coverage) })}
        </Row>
      )}
      {Object.keys(shownDropped).length > 0 && (
        <Row name={words('drawer.dropped')}>
          <Parts figure={figure} parts={shownDropped} text={(_, count) => format.number(count)} />
        </Row>
      )}
      {percentiles && (
        <Row name={words('drawer.percentiles')}>
          {words('drawer.percentilesText', {
            p50: amount(percentiles['50']),
            p75: amount(percentiles['75']),
            p90: amount(percentiles['90']),
          })}
        </Row>
      )}
      {parts && (
        <Row name={words('drawer.parts')}>
          <Parts
            figure={figure}
            parts={parts}
            text={(key, part) => format.inUnit(part, partUnits[key] ?? unit)}
          />
        </Row>
      )}
      {band && (
        <Row name={words('drawer.band')}>
          {words('drawer.bandText', { name: bandName(band.name), year: String(band.year) })} (
          <Sources sources={[band.source]} />)
        </Row>
      )}
      {value !== null && window && (
        <Row name={words('drawer.moved')}>
          {before === null
            ? words('drawer.movedNone')
            : words('drawer.movedText', { before: amount(before), now: amount(value) })}
        </Row>
      )}
    </dl>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="mt-1 text-ink-2">{children}</dd>
    </div>
  )
}

function whyNoFacts({ personNear, value }: ExplainedFigure) {
  if (personNear) return 'drawer.factsPersonNear'
  return value === null ? 'drawer.factsNoFigure' : 'drawer.factsState'
}
