import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CommitRows } from '#kit/evidence-drawer/commit-rows.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { Section } from '#kit/page/section.tsx'
import type { LostRow, PivotShape } from '../pivot/pivot-shape.ts'
import { lostByTeam, type TeamLoss } from './lost-by-team.ts'
import { lostChangesQuery, type LostFacts } from './pivot-queries.ts'
import { pivotWords } from './pivot-words.ts'

/** Work on what stops, as effort of teams; each figure opens to the changes. */
export function PivotLost({ course }: { readonly course: PivotShape }) {
  const words = useWords(pivotWords)
  const [open, setOpen] = useState<LostRow | null>(null)
  const { lost, takenOn } = course
  const teams = lostByTeam(lost.rows)
  return (
    <Section title={words(takenOn === null ? 'lost.before' : 'lost')} lead={words('lost.lead')}>
      {teams.length === 0 && <p className="text-ink-2">{words('lost.none')}</p>}
      <ul className="flex max-w-[80ch] flex-col gap-5">
        {teams.map((team) => (
          <li key={team.team ?? ''}>
            <TeamLine team={team} quarter={lost.quarter} />
            <ul>
              {team.rows.map((row) => (
                <li
                  key={row.bet}
                  className="flex items-baseline justify-between gap-4 border-t border-rule py-1.5"
                >
                  <span className="min-w-0 wrap-anywhere">
                    <span className="mr-1 font-mono text-xs text-ink-3">{row.bet}</span> {row.title}
                  </span>
                  <button
                    type="button"
                    data-figure={`${row.bet} ${row.team ?? ''}`}
                    onClick={() => setOpen(row)}
                    className="shrink-0 underline decoration-rule-strong underline-offset-2 hover:text-accent"
                  >
                    {words('changes', { count: row.changes })}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {open && (
        <LostChanges
          title={words('lost.changes', { bet: open.bet, team: open.name ?? words('lost.noTeam') })}
          facts={{ bet: open.bet, team: open.team ?? 'none', until: takenOn }}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function TeamLine({ team, quarter }: { readonly team: TeamLoss; readonly quarter: string }) {
  const words = useWords(pivotWords)
  const format = useFormat()
  const { name, changes, inQuarter, ofQuarter } = team
  return (
    <p className="mb-1">
      <span className="font-medium">{name ?? words('lost.noTeam')}</span>{' '}
      <span className="text-ink-2">
        {words('changes', { count: changes })}
        {inQuarter !== null && ofQuarter !== null && ofQuarter > 0 && (
          <>
            {', '}
            {words('lost.share', {
              share: format.share(Math.min(1, inQuarter / ofQuarter)),
              quarter,
              count: inQuarter,
              all: ofQuarter,
            })}
          </>
        )}
      </span>
    </p>
  )
}

interface LostChangesProps {
  readonly title: string
  readonly facts: LostFacts
  readonly onClose: () => void
}

function LostChanges({ title, facts, onClose }: LostChangesProps) {
  const words = useWords(pivotWords)
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(lostChangesQuery(facts))
  return (
    <Drawer title={title} onClose={onClose}>
      <p className="mb-5 max-w-[72ch] text-ink-2">{words('lost.facts')}</p>
      <CommitRows
        title={words('lost.list')}
        none={words('lost.noChanges')}
        commits={data?.pages
          .flatMap((page) => page.changes)
          .map(({ repository, hash, day, subject }) => ({
            id: `${repository.id} ${hash}`,
            hash,
            day,
            subject,
            about: [repository.name],
          }))}
        total={data?.pages[0]?.total ?? 0}
        error={error}
        isFetching={isFetching}
        again={() => void refetch()}
        more={() => void fetchNextPage()}
      />
    </Drawer>
  )
}
