import { useInfiniteQuery } from '@tanstack/react-query'
import { CommitRows } from '#kit/evidence-drawer/commit-rows.tsx'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { allocationWords } from '../words/words.ts'
import { goalChangesQuery } from './tree-queries.ts'
import { treeWords } from './words/words.ts'

interface GoalChangesProps {
  readonly goal: string
  readonly weeks: number
  readonly onClose: () => void
}

/** The changes behind the figure of a goal. */
export function GoalChanges({ goal, weeks, onClose }: GoalChangesProps) {
  const words = useWords(treeWords)
  const alignment = useWords(allocationWords)
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(goalChangesQuery(goal, weeks))
  return (
    <Drawer title={words('changes.title', { key: goal })} onClose={onClose}>
      <p className="mb-5 max-w-[72ch] text-ink-2">{words('changes.lead', { weeks })}</p>
      <CommitRows
        title={words('changes.list')}
        none={words('changes.none')}
        commits={data?.pages
          .flatMap((page) => page.changes)
          .map(({ repository, hash, day, subject, bets, way }) => ({
            id: `${repository.id} ${hash}`,
            hash,
            day,
            subject,
            about: [
              repository.name,
              ...(way === null ? [] : [`${bets.join(', ')} · ${alignment(`way.${way}`)}`]),
            ],
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
