import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { MovedShape } from '../kept/show-moved.ts'
import { isSince } from './baseline-day.ts'
import { pastWords } from './past-words.ts'
import { keptWindow } from './roadmap-view.ts'
import { useMoved } from './use-moved.ts'
import { useRoadmapView } from './use-roadmap-view.ts'

/** What stands behind the bands, how much moved since, or why nothing does. */
export function BaselineLine({ today }: { readonly today: string }) {
  const words = useWords(pastWords)
  const [{ since, window }, change] = useRoadmapView()
  const { data, error, refetch } = useMoved(today)
  if (since === undefined) return null
  if (window !== keptWindow)
    return (
      <p className="max-w-[80ch] text-ink-2">
        {words('since.window', { days: keptWindow })}{' '}
        <Act onClick={() => change({ window: keptWindow })}>
          {words('since.takeWindow', { days: keptWindow })}
        </Act>
      </p>
    )
  if (error && !data) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data) return <p className="skeleton h-5 w-full max-w-xl" aria-hidden="true" />
  return data.since === null ? <NothingKept moved={data} /> : <Sum moved={data} since={data.since} />
}

function NothingKept({ moved: { asked, keptSince } }: { readonly moved: MovedShape }) {
  const words = useWords(pastWords)
  const format = useFormat()
  const [, change] = useRoadmapView()
  if (keptSince === null) return <p className="text-ink-2">{words('since.nothing')}</p>
  const day = format.day(keptSince)
  return (
    <p className="max-w-[80ch] text-ink-2">
      {words('since.late', { asked: format.day(asked), day })}{' '}
      <Act onClick={() => isSince(keptSince) && change({ since: keptSince })}>
        {words('since.take', { day })}
      </Act>
    </p>
  )
}

const endings = ['shipped', 'stopped', 'archived', 'gone']

function Sum({ moved: { asked, bets }, since }: { readonly moved: MovedShape; readonly since: string }) {
  const words = useWords(pastWords)
  const format = useFormat()
  const [, change] = useRoadmapView()
  const count = (is: (became: string) => boolean) => bets.filter(({ became }) => is(became)).length
  const [came, ended] = [count((became) => became === 'came'), count((became) => endings.includes(became))]
  const day = format.day(since)
  return (
    <p className="max-w-[80ch] text-ink-2">
      {since === asked ? words('since.is', { day }) : words('since.older', { asked: format.day(asked), day })}{' '}
      <span className="text-ink">
        {[
          words('moved.count', { count: count((became) => became === 'moved') }),
          ...(came > 0 ? [words('moved.cameCount', { count: came })] : []),
          ...(ended > 0 ? [words('moved.endedCount', { count: ended })] : []),
        ].join(', ')}
        .
      </span>{' '}
      <Act onClick={() => change({ open: 'moved' })} opens>
        {words('moved.open')}
      </Act>
    </p>
  )
}

interface ActProps {
  readonly onClick: () => void
  readonly opens?: true
  readonly children: string
}

function Act({ onClick, opens, children }: ActProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      {...(opens && { 'aria-haspopup': 'dialog' })}
      className="text-accent underline underline-offset-2"
      data-print="no"
    >
      {children}
    </button>
  )
}
