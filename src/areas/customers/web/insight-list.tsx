import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { RecordShape } from '#kernel/shape.ts'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import { inboxViews, type InboxShape } from '../inbox/inbox-shape.ts'
import { ChooseBet } from './choose-bet.tsx'
import { FieldsDrawer } from './fields-drawer.tsx'
import { useChangeInbox, useInboxAddress } from './inbox-address.ts'
import { InsightRow } from './insight-row.tsx'
import { NewBet } from './new-bet.tsx'
import { actsOn, type Act, type ActName } from './acts.ts'
import type { Step } from './triage-step.ts'
import type { Triage } from './use-triage.ts'
import { inboxWords } from './words/words.ts'

interface InsightListProps {
  readonly inbox: InboxShape
  readonly triage: Triage
  readonly mayWrite: boolean
}

/** The insights of a view, one of them open; `j` and `k` walk, one key each decides, and the next lies open. */
export function InsightList({ inbox, triage, mayWrite }: InsightListProps) {
  const words = useWords(inboxWords)
  const { at } = useInboxAddress()
  const change = useChangeInbox()
  const navigate = useNavigate()
  const mayBet = useMay()(leadership)
  const list = useRef<HTMLUListElement>(null)
  const [asking, setAsking] = useState<{ readonly for: ActName; readonly insight: RecordShape } | null>(null)
  const { insights, day } = inbox
  const place = usePlace(insights, at)
  const open = insights[place]
  const acts = open && mayWrite ? actsOn(open, inbox.view, mayBet) : []

  const focusOn = (key: string | undefined) => {
    const row = key === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const walk = (step: 1 | -1) => {
    const isIn = list.current?.contains(document.activeElement) === true
    // The first press takes the row that lies open.
    const next = isIn ? Math.max(0, Math.min(insights.length - 1, place + step)) : place
    change({ at: insights[next]?.key })
    focusOn(insights[next]?.key)
  }
  const decide = (record: RecordShape, step: Step) => {
    triage.decide(record, step)
    // Whether it stays or goes, the hand stays in the list.
    setTimeout(() =>
      focusOn(list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.dataset['row']),
    )
  }
  const act = ({ name }: Pick<Act, 'name'>) => {
    if (!open) return
    if (name === 'keep' || name === 'let-go' || name === 'act') decide(open, { do: name })
    else if (name === 'tell') decide(open, { do: 'tell', day })
    else setAsking({ for: name, insight: open })
  }
  const openRecord = (key: string) => void navigate({ to: '/records/$key', params: { key } })
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    o: () => open && openRecord(open.key),
    u: triage.undoLast,
    ...Object.fromEntries(acts.map((each) => [each.key, () => act(each)])),
    ...Object.fromEntries(
      inboxViews.map((view, index) => [
        String(index + 1),
        () => change({ view: view === 'new' ? undefined : view, at: undefined }, 'push'),
      ]),
    ),
  })
  const close = () => setAsking(null)
  return (
    <>
      {insights.length === 0 && <NothingWaits inbox={inbox} mayWrite={mayWrite} />}
      <ul ref={list} aria-label={words(`view.${inbox.view}`)}>
        {insights.map((each) => (
          <InsightRow
            key={each.key}
            record={each}
            isOpen={each === open}
            day={day}
            acts={each === open ? acts : []}
            onOpen={() => change({ at: each.key })}
            onAct={act}
            onBet={(bet) => decide(each, { do: 'bet', bet })}
          />
        ))}
      </ul>
      {inbox.more && <p className="mt-3 text-ink-2">{words('more', { count: insights.length })}</p>}
      {insights.length > 0 && (
        <p className="mt-4 hidden text-xs text-ink-3 pointer-fine:block" data-print="no">
          {words('keys')}
        </p>
      )}
      {asking?.for === 'bet' && (
        <ChooseBet
          insight={asking.insight}
          onClose={close}
          onChoose={(bet) => {
            close()
            decide(asking.insight, { do: 'bet', bet })
          }}
        />
      )}
      {asking?.for === 'new-bet' && <NewBet insight={asking.insight} triage={triage} onClose={close} />}
      {(asking?.for === 'weigh' || asking?.for === 'consent') && (
        <FieldsDrawer
          insight={asking.insight}
          about={asking.for}
          onClose={close}
          onSave={(fields) => {
            close()
            decide(asking.insight, { do: 'write', fields })
          }}
        />
      )}
    </>
  )
}

/** Where the open one stands; when it goes, the one that takes its place is open. */
function usePlace(insights: readonly RecordShape[], at: string | undefined): number {
  const found = insights.findIndex(({ key }) => key === at)
  const last = useRef(0)
  useEffect(() => {
    if (found !== -1) last.current = found
  }, [found])
  // oxlint-disable-next-line react-hooks/refs -- where it stood is no state: it is asked for once it is gone
  return found === -1 ? Math.max(0, Math.min(last.current, insights.length - 1)) : found
}

function NothingWaits({ inbox: { view, counts }, mayWrite }: Omit<InsightListProps, 'triage'>) {
  const words = useWords(inboxWords)
  const isQuiet = Object.values(counts).every((count) => count === 0)
  return (
    <Note title={words(`none.${view}`)}>
      <p>{words(`none.${view}.text`)}</p>
      {isQuiet && mayWrite && <p className="mt-1">{words('none.first')}</p>}
    </Note>
  )
}
