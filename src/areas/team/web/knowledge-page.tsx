import { FigureRow } from '#kit/figure/figure-row.tsx'
import { useWords } from '#kit/language/words.ts'
import { RepositoryPage } from '#kit/page/repository-page.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { ComponentMap } from './component-map.tsx'
import { SilentFiles } from './silent-files.tsx'
import { teamWords } from './words.ts'

const figures = [
  'knowledge.truck-factor',
  'knowledge.key-person-risk',
  'knowledge.spread',
  'knowledge.onboarding',
]

/** What would be lost with whom: statements about code, never about a person. */
export function KnowledgePage() {
  const words = useWords(teamWords)
  return (
    <RepositoryPage title={words('knowledge.title')} lead={words('knowledge.lead')}>
      <Section
        title={words('figures.title')}
        actions={<Exports name={words('figures.name')} table="measures" />}
      >
        <FigureRow ids={figures} />
      </Section>
      <ComponentMap />
      <SilentFiles />
    </RepositoryPage>
  )
}
