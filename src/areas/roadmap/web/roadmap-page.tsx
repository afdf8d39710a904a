import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { accountQuery } from '#kit/api/account.ts'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useFormat } from '#kit/language/format.ts'
import { useLanguage } from '#kit/language/language.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import type { RoadmapForecast } from '../answer-forecast.ts'
import { bet as betRecord } from '../bet.record.ts'
import { BaselineLine } from './baseline-line.tsx'
import { BetDrawer } from './bet-drawer.tsx'
import { BetGroups } from './bet-groups.tsx'
import { CalibrationDrawer } from './calibration-drawer.tsx'
import { CalibrationLine } from './calibration-line.tsx'
import { forecastQuery } from './forecast-query.ts'
import { FirstStep } from './first-step.tsx'
import { MovedDrawer } from './moved-drawer.tsx'
import { RoadmapFoot } from './roadmap-foot.tsx'
import { RoadmapToolbar } from './roadmap-toolbar.tsx'
import { nextSpan } from './roadmap-view.ts'
import { PrintedFor } from './take-along/printed-for.tsx'
import { TakeAlong, TakeAlongButton } from './take-along/take-along.tsx'
import { useRoadmapView } from './use-roadmap-view.ts'
import { roadmapWords } from './words.ts'

/** The bets in the order of work on an axis of time, each as a band of likelihood. */
export function RoadmapPage() {
  const words = useWords(roadmapWords)
  const format = useFormat()
  const language = useLanguage()
  const [view, change] = useRoadmapView()
  const may = useMay()
  const mayRead = may(insiders)
  const { data: account } = useQuery(accountQuery)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...forecastQuery({ window: view.window, language }),
    enabled: mayRead,
  })
  const create = useCreate()
  useKeys({
    n: create ?? (() => {}),
    '+': () => change({ span: nextSpan(view.span, -1) }),
    '-': () => change({ span: nextSpan(view.span, 1) }),
  })
  // While it is not known who looks, nothing is closed to them.
  if (account && !mayRead) return <Closed />
  const isEmpty = data?.bets.length === 0
  return (
    <div className={`print-wide ${isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={isPlaceholderData}>
      <PageHeader
        title={words('title')}
        lead={words('lead')}
        aside={
          <span className="flex items-center gap-4">
            <PrintedFor />
            {data && words('asOf', { moment: format.moment(data.asOf) })}
            {data && !isEmpty && <TakeAlongButton />}
            {create && !isEmpty && (
              <button type="button" onClick={create} className="button-primary" data-print="no">
                <Plus size={14} aria-hidden="true" /> {words('new')}
              </button>
            )}
          </span>
        }
      />
      {error && !data && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <RoadmapSkeleton />}
      {data && isEmpty && <NoBet create={create} />}
      {data && !isEmpty && <Roadmap forecast={data} />}
      {data && <RoadmapFoot unread={data.unread} isDrawn={!isEmpty} />}
      {data && <TakeAlong forecast={data} window={view.window} />}
      {data && view.bet !== undefined && <BetDrawer key={view.bet} bet={view.bet} forecast={data} />}
      {data && view.open === 'moved' && <MovedDrawer today={data.start} />}
      {data && view.open === 'calibration' && <CalibrationDrawer />}
    </div>
  )
}

function Roadmap({ forecast }: { readonly forecast: RoadmapForecast }) {
  return (
    <div className="flex flex-col gap-6">
      <FirstStep forecast={forecast} />
      <RoadmapToolbar today={forecast.start} />
      <div className="-mt-4 flex flex-col gap-1">
        <BaselineLine today={forecast.start} />
        <CalibrationLine />
      </div>
      <BetGroups forecast={forecast} />
    </div>
  )
}

/** Opens the form of a new bet; null for who may not write one. */
function useCreate(): (() => void) | null {
  const navigate = useNavigate()
  const mayWrite = useMay()(betRecord.writers)
  return mayWrite ? () => void navigate({ href: '/direction/bets?form=new' }) : null
}

function NoBet({ create }: { readonly create: (() => void) | null }) {
  const words = useWords(roadmapWords)
  return (
    <Note title={words('empty.title')}>
      <p>{words('empty.text')}</p>
      <p>{words(create ? 'empty.first' : 'empty.others')}</p>
      {create && (
        <button type="button" onClick={create} className="button-primary mt-4">
          <Plus size={14} aria-hidden="true" /> {words('new')}
        </button>
      )}
    </Note>
  )
}

function Closed() {
  const words = useWords(roadmapWords)
  return (
    <>
      <PageHeader title={words('title')} lead={words('lead')} />
      <NotForYou />
    </>
  )
}

function RoadmapSkeleton() {
  return (
    <div className="flex flex-col gap-6" aria-hidden="true">
      <div className="skeleton h-8 w-full max-w-2xl" />
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="grid gap-x-6 gap-y-2 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="skeleton h-9" style={{ width: `${90 - ((row * 13) % 35)}%` }} />
          <div className="skeleton h-5" style={{ marginLeft: `${8 + row * 9}%`, width: '30%' }} />
        </div>
      ))}
    </div>
  )
}
