import { useRef } from 'react'
import { SeriesChart } from '#kit/charts/series-chart.tsx'
import { FigureRow } from '#kit/figure/figure-row.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { RepositoryPage } from '#kit/page/repository-page.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { teamWords } from './words.ts'

const measure = 'pace.out-of-hours'

/** Whether the work fits into the week. */
export function PacePage() {
  const words = useWords(teamWords)
  return (
    <RepositoryPage title={words('pace.title')} lead={words('pace.lead')}>
      <OutOfHours />
    </RepositoryPage>
  )
}

function OutOfHours() {
  const words = useWords(teamWords)
  const chart = useRef<HTMLDivElement>(null)
  const { byId } = useFigures()
  const figure = byId.get(measure)
  const series = figure?.series ?? []
  return (
    <>
      <Section
        title={words('pace.figures')}
        lead={words('pace.hours')}
        actions={<Exports name={words('pace.name')} table="measures" />}
      >
        <FigureRow ids={[measure]} />
      </Section>
      {figure && series.some(({ value }) => value !== null) && (
        <Section title={words('pace.trend')} actions={<Exports name={words('pace.trend')} chart={chart} />}>
          <div ref={chart} className="max-w-3xl">
            <SeriesChart title={figure.title} points={series} unit={figure.unit} height={200} />
          </div>
        </Section>
      )}
      <Note title={words('pace.ruleTitle')}>{words('pace.rule')}</Note>
    </>
  )
}
