import { FigureRow } from '#kit/figure/figure-row.tsx'
import { useWords } from '#kit/language/words.ts'
import { RepositoryPage } from '#kit/page/repository-page.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { Churn } from './churn.tsx'
import { ComponentCoupling } from './component-coupling.tsx'
import { FileCoupling } from './file-coupling.tsx'
import { Hotspots } from './hotspots.tsx'
import { structureWords } from './words.ts'

const figures = [
  'structure.hotspot',
  'structure.change-coupling',
  'structure.age',
  'structure.churn',
  'structure.churn-rework',
]

/** Where the code asks for care. */
export function StructurePage() {
  const words = useWords(structureWords)
  return (
    <RepositoryPage title={words('title')} lead={words('lead')}>
      <Section
        title={words('figures.title')}
        actions={<Exports name={words('figures.name')} table="measures" />}
      >
        <FigureRow ids={figures} />
      </Section>
      <Hotspots />
      <FileCoupling />
      <ComponentCoupling />
      <Churn />
    </RepositoryPage>
  )
}
