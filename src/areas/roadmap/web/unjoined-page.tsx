import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { leadership, useMay } from '#kit/api/use-may.ts'
import { useWords } from '#kit/language/words.ts'
import { Note } from '#kit/page/note.tsx'
import { PageHeader } from '#kit/page/page-header.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import { unjoinedQuery, type Group, type Unjoined } from './allocation-queries.ts'
import { useAllocationView } from './allocation-view.ts'
import { ChooseBet } from './choose-bet.tsx'
import { daysOf, quarterNow } from './quarter-days.ts'
import { UnjoinedGroup } from './unjoined-group.tsx'
import { useAssign } from './use-assign.ts'
import { allocationWords } from './words/words.ts'

/** What was delivered in a quarter and belongs to no bet, to be assigned a group at a time. */
export function UnjoinedPage() {
  const words = useWords(allocationWords)
  const mayAssign = useMay()(leadership)
  const view = useAllocationView()
  const quarter = view.quarter ?? quarterNow()
  const days = daysOf(quarter)
  const { data, error, refetch } = useQuery(unjoinedQuery(days))
  return (
    <>
      <PageHeader
        title={words('unjoined.title')}
        lead={words(mayAssign ? 'unjoined.lead' : 'unjoined.leadRead', { quarter })}
        aside={
          <Link
            to="/direction/allocation"
            search={{ quarter }}
            className="text-accent underline underline-offset-2"
          >
            {words('unjoined.back')}
          </Link>
        }
      />
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <div className="skeleton h-64 max-w-4xl" aria-hidden="true" />}
      {data && data.unread.length > 0 && (
        <p className="mb-6 text-ink-2">{words('unread', { names: data.unread.join(', ') })}</p>
      )}
      {data?.groups.length === 0 && (
        <Note title={words('unjoined.none')}>{words('unjoined.noneText', { quarter })}</Note>
      )}
      {data && data.groups.length > 0 && <Groups key={quarter} data={data} days={days} />}
    </>
  )
}

const nameOf = ({ repository, folder }: Group) => `${repository.id} ${folder}`

/** The groups; `j` and `k` put the focus on what would be done first, so that Enter does it. */
function Groups({
  data,
  days,
}: {
  readonly data: Unjoined
  readonly days: { readonly from: string; readonly to: string }
}) {
  const words = useWords(allocationWords)
  const mayAssign = useMay()(leadership)
  const list = useRef<HTMLUListElement>(null)
  const [choosing, setChoosing] = useState<Group | null>(null)
  const going = useRef<{ readonly gone: string; readonly next: string | null }>(null)
  const { mutate } = useAssign(days)
  const walk = (step: 1 | -1) => {
    const all = [...(list.current?.children ?? [])]
    const current = all.findIndex((each) => each.contains(document.activeElement))
    firstOf(all[Math.max(0, Math.min(all.length - 1, current + step))])?.focus()
  }
  const press = (key: string) => {
    const row = [...(list.current?.children ?? [])].find((each) => each.contains(document.activeElement))
    row?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
  }
  const assign = (group: Group, bet: string, always: boolean) => {
    const at = data.groups.findIndex((each) => nameOf(each) === nameOf(group))
    const next = data.groups[at + 1] ?? data.groups[at - 1]
    going.current = { gone: nameOf(group), next: next ? nameOf(next) : null }
    mutate({ group, bet, always })
  }
  // The row under the hand goes: the next one takes its place, also where a drawer had the hand until now.
  useEffect(() => {
    const { gone, next } = going.current ?? {}
    if (gone === undefined || data.groups.some((group) => nameOf(group) === gone)) return
    going.current = null
    const at = data.groups.findIndex((group) => nameOf(group) === next)
    firstOf(list.current?.children[at])?.focus()
  }, [data.groups, going])
  useKeys(mayAssign ? { j: () => walk(1), k: () => walk(-1), a: () => press('a'), r: () => press('r') } : {})
  return (
    <div className="max-w-4xl">
      <p className="mb-3 flex flex-wrap gap-x-6 text-ink-2">
        <span>
          {words('unjoined.left', { changes: data.changes, groups: data.groups.length + data.more })}
          {data.byBots > 0 && words('unjoined.byBots', { count: data.byBots })}
        </span>
        {mayAssign && (
          <span className="hidden text-ink-3 sm:inline" data-print="no">
            {words('unjoined.keys')}
          </span>
        )}
      </p>
      <ul ref={list} aria-label={words('unjoined.title')}>
        {data.groups.map((group) => (
          <UnjoinedGroup
            key={nameOf(group)}
            group={group}
            mayAssign={mayAssign}
            onAssign={(bet, always) => assign(group, bet, always)}
            onChoose={() => setChoosing(group)}
          />
        ))}
      </ul>
      {data.more > 0 && <p className="mt-4 text-ink-2">{words('unjoined.more', { count: data.more })}</p>}
      {choosing && (
        <ChooseBet
          group={choosing}
          onChoose={(bet, always) => {
            setChoosing(null)
            assign(choosing, bet, always)
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </div>
  )
}

const firstOf = (row: Element | undefined) => row?.querySelector<HTMLElement>('[data-first]')
