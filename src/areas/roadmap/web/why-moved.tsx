import { useQuery } from '@tanstack/react-query'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { MovedBet } from '../kept/what-moved.ts'
import { Part } from './part.tsx'
import { whyQuery } from './past-queries.ts'
import { pastWords } from './past-words.ts'
import type { Baseline } from './use-moved.ts'
import { useMovedWords } from './use-moved-words.ts'

/** How a bet moved since the earlier day, and how much of it scope, pace, order and people make. */
export function WhyMoved({ bet: key, baseline }: { readonly bet: string; readonly baseline: Baseline }) {
  const words = useWords(pastWords)
  const format = useFormat()
  const { since, bets } = baseline
  const say = useMovedWords(since)
  const bet = bets.get(key)
  if (!bet) return null
  const details = [say.dates(bet), say.resized(bet)].filter((text) => text !== null)
  return (
    <Part title={words('why.title', { day: format.day(since) })}>
      <p>
        <span className="font-medium">{say.short(bet)}</span>
        {details.length > 0 && <span className="block text-ink-2">{details.join(' ')}</span>}
      </p>
      {hasReasons(bet) && <Reasons bet={key} since={since} />}
    </Part>
  )
}

/** Only two forecasts can differ for a reason. */
const hasReasons = ({ before, after }: MovedBet) => before !== null && after !== null

function Reasons({ bet, since }: { readonly bet: string; readonly since: string }) {
  const words = useWords(pastWords)
  const { data, error, refetch } = useQuery(whyQuery({ bet, since }))
  const by = (days: number, none: 'why.none' | 'why.same') => {
    if (days === 0) return words(none)
    return words(days > 0 ? 'why.later' : 'why.earlier', { days: Math.abs(days) })
  }
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  if (!data)
    return (
      <output className="mt-2 flex flex-col gap-2">
        <span className="text-ink-3">{words('why.loading')}</span>
        <span className="skeleton h-20 w-full" />
      </output>
    )
  if (data.move === null) return <p className="mt-2 text-ink-2">{words('why.unknown')}</p>
  const { days, because } = data.move
  return (
    <>
      <p className="mt-2">{words('why.working', { moved: by(days, 'why.same') })}</p>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {because.map(({ group, days: part }) => (
          <div key={group} className="contents">
            <dt className="text-ink-2">{words(`why.${group}`)}</dt>
            <dd className={part === 0 ? 'text-ink-3' : 'font-medium'}>{by(part, 'why.none')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
