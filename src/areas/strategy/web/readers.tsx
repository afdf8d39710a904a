import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { ReaderShape } from '#workspace/shape.ts'
import type { VisionEditionShape } from '../edition-shape.ts'
import { readersQuery } from './vision-queries.ts'
import { visionWords } from './words/words.ts'

interface ReadersProps {
  readonly shown: VisionEditionShape
  /** The edition whose readers are open. */
  readonly open: number | undefined
}

/** How many have read it, for those who lead; the figure opens to who has and who has not. */
export function Readers({ shown: { key, edition, readers }, open }: ReadersProps) {
  const words = useWords(visionWords)
  const navigate = useNavigate()
  if (readers === null || readers.members === 0) return null
  const show = (asked: number | undefined) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, readers: asked }),
      replace: asked === undefined,
      resetScroll: false,
    })
  return (
    <p className="mt-4" data-print="no">
      <button
        type="button"
        className="text-ink-2 underline decoration-rule-strong underline-offset-4 hover:text-accent"
        onClick={() => show(edition)}
      >
        {words('readers.count', { ...readers, edition })}
      </button>
      {open !== undefined && (
        <Drawer title={words('readers.title', { edition: open })} onClose={() => show(undefined)}>
          <ReadersList vision={key} edition={open} />
        </Drawer>
      )}
    </p>
  )
}

function ReadersList({ vision, edition }: { readonly vision: string; readonly edition: number }) {
  const words = useWords(visionWords)
  const { data, error, refetch } = useQuery(readersQuery(vision, edition))
  const [read, unread] = [
    data?.readers.filter((reader) => reader.read !== null) ?? [],
    data?.readers.filter((reader) => reader.read === null) ?? [],
  ]
  return (
    <>
      <p className="mb-6 text-ink-2">{words('readers.lead')}</p>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      {!data && !error && <div className="skeleton h-40" />}
      {data && (
        <div className="grid gap-8 sm:grid-cols-2">
          <People
            title={words('readers.no', { count: unread.length })}
            people={unread}
            none={words('readers.all')}
          />
          <People
            title={words('readers.yes', { count: read.length })}
            people={read}
            none={words('readers.nobody')}
          />
        </div>
      )}
    </>
  )
}

interface PeopleProps {
  readonly title: string
  readonly people: readonly ReaderShape[]
  readonly none: string
}

/** In the order of their names: it is no list of who was first. */
function People({ title, people, none }: PeopleProps) {
  const words = useWords(visionWords)
  const format = useFormat()
  return (
    <section aria-label={title}>
      <h3 className="mb-2 font-semibold">{title}</h3>
      {people.length === 0 && <p className="text-ink-2">{none}</p>}
      <ul className="flex flex-col gap-1">
        {people.map(({ member, name, read }) => (
          <li key={member}>
            {name}
            {read !== null && (
              <span className="ml-2 text-xs text-ink-3">
                {words('readers.on', { day: format.day(read) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
