import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { insiders, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { NotForYou } from '#kit/page/not-for-you.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { inboxViews, type InboxShape } from '../inbox/inbox-shape.ts'
import { insight } from '../insight.record.ts'
import { BetEvidence } from './bet-evidence.tsx'
import { CaptureLine } from './capture-line.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { useChangeInbox, useInboxAddress } from './inbox-address.ts'
import { inboxQuery } from './inbox-queries.ts'
import { InsightList } from './insight-list.tsx'
import { useTriage } from './use-triage.ts'
import { WeightPanel } from './weight-panel.tsx'
import { inboxWords } from './words/words.ts'

/** What customers said and nobody has looked at yet, to be sorted with one key each; beside it what speaks for each bet. */
export function InboxPage() {
  const words = useWords(inboxWords)
  const may = useMay()
  return (
    <>
      <title>{`${words('title')} · Leitstand`}</title>
      <PageHeader
        title={words('title')}
        lead={words('lead')}
        aside={
          may(insiders) && (
            <Link
              to="/direction/insights"
              className="text-ink-2 underline-offset-2 hover:text-accent hover:underline"
            >
              {words('all')}
            </Link>
          )
        }
      />
      {may(insiders) ? <Inbox /> : <NotForYou />}
    </>
  )
}

function Inbox() {
  const { view, bet } = useInboxAddress()
  const change = useChangeInbox()
  const mayWrite = useMay()(insight.writers)
  const { data, error, refetch } = useQuery(inboxQuery(view))
  const triage = useTriage(view)
  // What is shown while another view is read is still of the one before.
  const isOld = data !== undefined && data.view !== view
  return (
    <div className="grid gap-x-12 gap-y-12 xl:grid-cols-[minmax(0,1fr)_25rem]">
      <div className="min-w-0">
        {mayWrite && <CaptureLine triage={triage} />}
        {data && <Views counts={data.counts} />}
        {triage.conflicts.map((conflict) => (
          <ConflictNote
            key={conflict.current.key}
            conflict={conflict}
            onSettle={(side) => triage.settle(conflict, side)}
          />
        ))}
        {error && <ProblemNote error={error} again={() => void refetch()} />}
        {!data && !error && <div className="skeleton h-96" />}
        {data && (
          <div className={isOld ? 'opacity-60' : ''} aria-busy={isOld}>
            {/* What is still of the view before is not decided about. */}
            <InsightList inbox={data} triage={triage} mayWrite={mayWrite && !isOld} />
          </div>
        )}
      </div>
      <WeightPanel />
      {bet !== undefined && <BetEvidence bet={bet} onClose={() => change({ bet: undefined })} />}
    </div>
  )
}

/** What waits, with how much; the number before each is its key. */
function Views({ counts }: Pick<InboxShape, 'counts'>) {
  const words = useWords(inboxWords)
  const { view } = useInboxAddress()
  return (
    <nav aria-label={words('views')} className="mb-3 border-b border-rule" data-print="no">
      <ul className="flex flex-wrap gap-x-5">
        {inboxViews.map((each, at) => (
          <li key={each}>
            <Link
              to="/direction/insights/inbox"
              search={each === 'new' ? {} : { view: each }}
              aria-current={each === view ? 'page' : undefined}
              // Else the link without a search counts as current wherever there is one.
              activeOptions={{ exact: true }}
              aria-keyshortcuts={String(at + 1)}
              resetScroll={false}
              className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words(`view.${each}`)} <span className="text-xs font-normal text-ink-3">{counts[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
