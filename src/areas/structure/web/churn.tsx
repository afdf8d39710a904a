import { useRef } from 'react'
import { SeriesChart } from '#kit/charts/series-chart.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useWords } from '#kit/language/words.ts'
import { useRepositoryPlace } from '#kit/page/place.ts'
import { ScanProgress } from '#kit/page/scan-progress.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { structureWords } from './words.ts'

/** Lines that came and went; says so while they are still being counted. */
export function Churn() {
  const words = useWords(structureWords)
  const chart = useRef<HTMLDivElement>(null)
  const { shape } = useRepositoryPlace()
  const { byId, isKnown } = useFigures()
  const figure = byId.get('structure.churn')
  const series = figure?.series ?? []
  if (isKnown && !figure) return null
  return (
    <Section
      title={words('time.churn')}
      {...(figure && { lead: figure.definition })}
      actions={<Exports name={words('time.churnName')} table="measures" chart={chart} />}
    >
      {shape.scan.phase === 'lines' && (
        <div className="mb-4">
          <ScanProgress scan={shape.scan} />
        </div>
      )}
      <div ref={chart}>
        {!figure && <div className="skeleton h-40" />}
        {figure && series.length > 1 && (
          <SeriesChart title={figure.title} points={series} unit={figure.unit} height={180} />
        )}
        {figure && series.length < 2 && <p className="text-ink-2">{figure.reason}</p>}
      </div>
    </Section>
  )
}
