import { useRef } from 'react'
import { SeriesChart } from '#kit/charts/series-chart.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { deliveryWords } from './words.ts'

/** The series that forecasts draw from. */
export function Throughput() {
  const words = useWords(deliveryWords)
  const chart = useRef<HTMLDivElement>(null)
  const { byId, isKnown } = useFigures()
  const figure = byId.get('delivery.throughput')
  const series = figure?.series ?? []
  const isDrawn = series.length > 1 && series.some(({ value }) => value !== null)
  return (
    <Section
      title={words('throughput.title')}
      lead={words('throughput.lead')}
      actions={<Exports name={words('throughput.name')} table="measures" chart={chart} />}
    >
      <div ref={chart}>
        {!isKnown && <div className="skeleton h-50" />}
        {figure && isDrawn && <SeriesChart title={figure.title} points={series} unit="count" height={200} />}
        {figure && !isDrawn && <p className="text-ink-2">{figure.reason}</p>}
      </div>
    </Section>
  )
}
