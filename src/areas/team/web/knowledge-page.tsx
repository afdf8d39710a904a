import { useQuery } from '@tanstack/react-query'
import { accountQuery } from '#kit/api/account.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { FigureRow } from '#kit/figure/figure-row.tsx'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
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
  const { data: account } = useQuery(accountQuery)
  const mayRead = useMay()(leadership)
  if (account && !mayRead)
    return (
      <>
        <PageHeader title={words('knowledge.title')} lead={words('knowledge.lead')} />
        <NotForYou />
      </>
    )
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
