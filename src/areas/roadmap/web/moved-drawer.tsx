import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Drawer } from '#kit/page/drawer.tsx'
import type { MovedBet } from '../kept/what-moved.ts'
import { pastWords } from './past-words.ts'
import { useBaseline } from './use-moved.ts'
import { useMovedWords } from './use-moved-words.ts'
import { useCloseDrawer, useRoadmapView } from './use-roadmap-view.ts'

/** Everything that moved, came, ended or was resized since the earlier day, the furthest first. */
export function MovedDrawer({ today }: { readonly today: string }) {
  const words = useWords(pastWords)
  const format = useFormat()
  const close = useCloseDrawer()
  const baseline = useBaseline(today)
  if (baseline === null) return null
  const { since } = baseline
  const bets = [...baseline.bets.values()]
  const told = bets.filter(({ became }) => became !== 'same')
  const same = bets.length - told.length
  return (
    <Drawer title={words('moved.title', { day: format.day(since) })} onClose={close}>
      <p className="mb-4 text-ink-2">{words(told.length === 0 ? 'moved.nothing' : 'moved.lead')}</p>
      <ol className="divide-y divide-rule border-y border-rule">
        {told.map((bet) => (
          <MovedRow key={bet.key} bet={bet} since={since} />
        ))}
      </ol>
      {same > 0 && <p className="mt-3 text-ink-3">{words('moved.same', { count: same })}</p>}
    </Drawer>
  )
}

function MovedRow({ bet, since }: { readonly bet: MovedBet; readonly since: string }) {
  const say = useMovedWords(since)
  const [, change] = useRoadmapView()
  const name = (
    <>
      <span className="font-mono text-xs text-ink-3">{bet.key}</span>{' '}
      <span className="font-medium wrap-anywhere">{bet.title}</span>
    </>
  )
  const look = 'text-left underline-offset-2 hover:text-accent hover:underline'
  const details = [say.dates(bet), say.resized(bet), bet.reason].filter((text) => text !== null)
  return (
    <li className="flex flex-col items-start gap-0.5 py-2">
      {bet.after !== null || bet.became === 'lost' ? (
        <button type="button" className={look} onClick={() => change({ bet: bet.key, open: undefined })}>
          {name}
        </button>
      ) : bet.title === null ? (
        name
      ) : (
        <Link to="/records/$key" params={{ key: bet.key }} className={look}>
          {name}
        </Link>
      )}
      <span>{say.short(bet)}</span>
      {details.length > 0 && <span className="text-ink-2">{details.join(' ')}</span>}
    </li>
  )
}
