import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { RecordShape } from '#kernel/shape.ts'
import { accountQuery } from '#kit/api/account.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { Note } from '#kit/page/note.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { recordsQuery } from '#kit/records/record-queries.ts'
import { editionsOf } from '../editions.ts'
import { vision } from '../vision.record.ts'
import { Reading } from './reading.tsx'
import { Unpublished } from './unpublished.tsx'
import { editionQuery } from './vision-queries.ts'
import { parseVisionView } from './vision-view.ts'
import { visionWords } from './words/words.ts'

/** The vision as it was published, to be read; with the strategy and the goals that lead there. */
export function VisionPage() {
  const words = useWords(visionWords)
  const mayRead = useMay()(insiders)
  const { data: account } = useQuery(accountQuery)
  const { data, error, refetch } = useInfiniteQuery({ ...recordsQuery(vision, {}), enabled: mayRead })
  const { of } = parseVisionView(useSearch({ strict: false }))
  const all = data?.pages.flatMap(({ records }) => records)
  const chosen = of ?? all?.toSorted(lastPublishedFirst)[0]?.key
  // While it is not known who looks, nothing is closed to them.
  const isClosed = account !== undefined && !mayRead
  if (isClosed || error || (all && chosen === undefined))
    return (
      <>
        <h1 className="mb-8 text-lg font-semibold tracking-tight">{words('title')}</h1>
        {isClosed ? (
          <NotForYou />
        ) : error ? (
          <ProblemNote error={error} again={() => void refetch()} />
        ) : (
          <NoVision />
        )}
      </>
    )
  if (!all || chosen === undefined) return <Skeleton />
  const record = all.find(({ key }) => key === chosen)
  if (record && editionsOf(record).length === 0) return <Unpublished record={record} others={all} />
  return <Published key={chosen} vision={chosen} others={all} />
}

function Published({
  vision: key,
  others,
}: {
  readonly vision: string
  readonly others: readonly RecordShape[]
}) {
  const words = useWords(visionWords)
  const language = useLanguage()
  const view = parseVisionView(useSearch({ strict: false }))
  const { data, error, refetch, isPlaceholderData } = useQuery(
    editionQuery({ key, edition: view.edition, since: view.since, language }),
  )
  if (data)
    return (
      <div className={isPlaceholderData ? 'opacity-60' : ''} aria-busy={isPlaceholderData}>
        <Reading shown={data} view={view} others={others.filter((each) => each.key !== key)} />
      </div>
    )
  if (!error) return <Skeleton />
  return (
    <>
      <h1 className="mb-8 text-lg font-semibold tracking-tight">{words('title')}</h1>
      <ProblemNote error={error} again={() => void refetch()} />
      <Link to="/direction/vision" className="mt-4 inline-block text-accent underline underline-offset-2">
        {words('title')}
      </Link>
    </>
  )
}

function NoVision() {
  const words = useWords(visionWords)
  const mayWrite = useMay()(vision.writers)
  return (
    <Note title={words('none.title')}>
      <p>{words('none.text')}</p>
      {mayWrite ? (
        <a href="/direction/visions?form=new" className="button-primary mt-4">
          {words('none.write')}
        </a>
      ) : (
        <p>{words('none.others')}</p>
      )}
    </Note>
  )
}

/** Those without an edition last. */
function lastPublishedFirst(a: RecordShape, b: RecordShape): number {
  const [one, other] = [editionsOf(a).at(-1)?.day ?? '', editionsOf(b).at(-1)?.day ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

function Skeleton() {
  return (
    <div className="mx-auto flex max-w-[40rem] flex-col gap-4" aria-hidden="true">
      <div className="skeleton h-4 w-56" />
      <div className="skeleton mt-4 h-9 w-full" />
      <div className="skeleton h-9 w-3/4" />
      <div className="skeleton mt-8 h-40 w-full" />
    </div>
  )
}
