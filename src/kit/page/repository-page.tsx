import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { accountQuery } from '#kit/api/account.ts'
import { repositoriesQuery } from '#kit/api/queries.ts'
import { ApiProblem } from '#kit/api/request.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { FigureRowSkeleton } from '#kit/figure/figure-row.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { useView } from '#kit/view/use-view.ts'
import { changedView, parseView, usualWeeks, type View } from '#kit/view/view.ts'
import { kitWords } from '#kit/words/words.ts'
import { AddRepositoryLink } from './add-repository-link.tsx'
import { NotForYou } from './not-for-you.tsx'
import { Note } from './note.tsx'
import { PageHeader } from './page-header.tsx'
import { PlaceContext, useRepositoryPlace, type RepositoryPlace } from './place.ts'
import { ProblemNote } from './problem-note.tsx'
import { ScanStrip } from './scan-strip.tsx'
import { useRepository } from './use-repositories.ts'

interface RepositoryPageProps {
  readonly title: string
  /** What the page shows and why it matters, in a sentence. */
  readonly lead: string
  readonly children: ReactNode
}

/** A page about one repository; says itself what is missing before there is anything to show. */
export function RepositoryPage({ title, lead, children }: RepositoryPageProps) {
  const repository = useRepository()
  const { component, weeks } = useView()
  const place = useMemo<RepositoryPlace | null>(
    () =>
      repository
        ? {
            repository: repository.id,
            component: component ?? null,
            weeks: weeks ?? usualWeeks,
            shape: repository,
          }
        : null,
    [repository, component, weeks],
  )
  if (!place) {
    return (
      <>
        <PageHeader title={title} lead={lead} />
        <BeforeRepository known={repository !== undefined} />
      </>
    )
  }
  return (
    <PlaceContext value={place}>
      <PageHeader title={title} lead={lead} aside={<AsOf />} />
      <ScanStrip repository={place.shape} />
      <Content>{children}</Content>
    </PlaceContext>
  )
}

/** No figures before the first evidence; skeletons of the parts themselves stand in while it is read. */
function Content({ children }: { readonly children: ReactNode }) {
  const { shape, component } = useRepositoryPlace()
  const words = useWords(kitWords)
  const { error, again, areOfBefore } = useFigures()
  const failed = shape.scan.phase === 'failed' || shape.scan.phase === 'cancelled'
  if (shape.generation === 0 && failed) return null
  if (shape.generation > 0 && shape.commits === 0 && shape.scan.phase === 'done') {
    return <Note title={words('page.noCommits')}>{words('page.noCommitsText')}</Note>
  }
  if (component !== null && error instanceof ApiProblem && error.status === 404) {
    return <NoSuchComponent name={component} />
  }
  if (error) return <ProblemNote error={error} again={again} />
  return (
    <div className={`flex flex-col gap-12 ${areOfBefore ? 'opacity-60' : ''}`} aria-busy={areOfBefore}>
      {children}
    </div>
  )
}

/** Said once for the whole page, with the way out: no part of it has anything to show. */
function NoSuchComponent({ name }: { readonly name: string }) {
  const words = useWords(kitWords)
  return (
    <Note title={words('page.unknownComponent', { name })}>
      <p>{words('page.unknownComponentText')}</p>
      <Link
        to="."
        search={(before: View) => changedView(parseView({ ...before }), { component: undefined })}
        className="text-accent underline underline-offset-2"
      >
        {words('page.wholeRepository')}
      </Link>
    </Note>
  )
}

function BeforeRepository({ known }: { readonly known: boolean }) {
  const words = useWords(kitWords)
  const may = useMay()
  const mayAdd = may(['owner'])
  const { data: account } = useQuery(accountQuery)
  const { data, error } = useQuery({ ...repositoriesQuery, enabled: may(insiders) })
  if (account && !may(insiders)) return <NotForYou />
  if (error) return <ProblemNote error={error} />
  if (!known) return <FigureRowSkeleton count={5} />
  if (data && data.repositories.length > 0) {
    return (
      <Note title={words('page.unknown')}>
        <p>{words('page.unknownText')}</p>
        <ul>
          {data.repositories.map(({ id, name }) => (
            <li key={id}>
              <Link to="." search={{ repository: id }} className="text-accent underline underline-offset-2">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Note>
    )
  }
  return (
    <Note title={words('page.noRepository')}>
      <p>
        {words('page.noRepositoryText')}{' '}
        {words(mayAdd ? 'page.noRepositoryFirst' : 'page.noRepositoryOthers')}
      </p>
      {mayAdd && <AddRepositoryLink />}
    </Note>
  )
}

function AsOf() {
  const words = useWords(kitWords)
  const format = useFormat()
  const { asOf } = useFigures()
  return asOf === null ? null : <span>{words('page.asOf', { moment: format.moment(asOf) })}</span>
}
