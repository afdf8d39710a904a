import { FigureRow } from '#kit/figure/figure-row.tsx'
import { useWords } from '#kit/language/words.ts'
import { RepositoryPage } from '#kit/page/repository-page.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { InvestmentMix } from './investment-mix.tsx'
import { LeadTimes } from './lead-times.tsx'
import { Releases } from './releases.tsx'
import { Throughput } from './throughput.tsx'
import { deliveryWords } from './words.ts'

const dora = [
  'delivery.deployment-frequency',
  'delivery.lead-time',
  'delivery.change-failure-rate',
  'delivery.recovery-time',
  'delivery.rework-rate',
]
const work = ['delivery.throughput', 'delivery.batch-size', 'delivery.review-time', 'delivery.assisted-share']

/** What reached users, how fast, and how well. */
export function DeliveryPage() {
  const words = useWords(deliveryWords)
  return (
    <RepositoryPage title={words('title')} lead={words('lead')}>
      <Section title={words('dora.title')} actions={<Exports name={words('dora.name')} table="measures" />}>
        <FigureRow ids={dora} />
      </Section>
      <Section title={words('work.title')}>
        <FigureRow ids={work} />
      </Section>
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
        <LeadTimes />
        <Throughput />
      </div>
      <InvestmentMix />
      <Releases />
    </RepositoryPage>
  )
}
