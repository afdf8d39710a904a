import { useInfiniteQuery } from '@tanstack/react-query'
import { CommitRows } from '#kit/evidence-drawer/commit-rows.tsx'
import { useWords, type Translate } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { changesQuery } from './allocation-queries.ts'
import type { Facts } from './allocation-view.ts'
import { allocationWords } from './words/words.ts'
import type { words as englishWords } from './words/words-en.ts'

type Word = keyof typeof englishWords

interface ChangesDrawerProps {
  readonly quarter: string
  readonly facts: Facts
  /** What the scope is called. */
  readonly name: string
  readonly onClose: () => void
}

/** The changes behind a figure of the allocation. */
export function ChangesDrawer({ quarter, facts, name, onClose }: ChangesDrawerProps) {
  const words = useWords(allocationWords)
  const { data, error, refetch, fetchNextPage, isFetching } = useInfiniteQuery(changesQuery(quarter, facts))
  return (
    <Drawer
      title={words('facts.title', { scope: name, quarter, what: whatOf(facts, words) })}
      onClose={onClose}
    >
      <p className="mb-5 max-w-[72ch] text-ink-2">{words('facts.lead')}</p>
      <CommitRows
        title={words('facts.list')}
        none={words('facts.none')}
        commits={data?.pages
          .flatMap((page) => page.changes)
          .map(({ repository, hash, day, subject, bets, way, kind }) => ({
            id: `${repository.id} ${hash}`,
            hash,
            day,
            subject,
            about: [
              repository.name,
              words(`kind.${kind}`),
              way === null ? words('way.none') : `${bets.join(', ')} · ${words(`way.${way}`)}`,
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

const known: Readonly<Record<string, Word>> = {
  'kind.feature': 'kind.feature',
  'kind.foundation': 'kind.foundation',
  'kind.reliability': 'kind.reliability',
  'kind.learning': 'kind.learning',
  'kind.upkeep': 'kind.upkeep',
  'kind.unclassified': 'kind.unclassified',
  'way.message': 'way.message',
  'way.branch': 'way.branch',
  'way.trailer': 'way.trailer',
  'way.path': 'way.path',
  'way.assigned': 'way.assigned',
  'reaches.goal': 'align.goal',
  'reaches.bet': 'align.bet',
  'reaches.none': 'align.none',
}

function whatOf({ by, value }: Facts, words: Translate<Word>): string {
  return words(known[`${by}.${value}`] ?? 'facts.all')
}
