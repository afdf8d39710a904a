import { useInfiniteQuery } from '@tanstack/react-query'
import { CommitRows } from '#kit/evidence-drawer/commit-rows.tsx'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { namingQuery } from '#kit/records/record-queries.ts'
import { recordWords } from '../words/words.ts'

interface NamingCommitsProps {
  readonly recordKey: string
  readonly onClose: () => void
}

/** The commits at the lower end of a line of sight, and which of its records each of them names. */
export function NamingCommits({ recordKey, onClose }: NamingCommitsProps) {
  const words = useWords(recordWords)
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(namingQuery(recordKey))
  const commits = data?.pages.flatMap((page) => page.commits)
  return (
    <Drawer title={words('commits.title', { key: recordKey })} onClose={onClose}>
      <p className="mb-5 max-w-[72ch] text-ink-2">{words('commits.lead', { key: recordKey })}</p>
      <CommitRows
        title={words('commits.list')}
        none={words('strand.noCommits')}
        commits={commits?.map((commit) => ({
          ...commit,
          id: `${commit.repository.id} ${commit.hash}`,
          about: [commit.repository.name, ...commit.names],
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
