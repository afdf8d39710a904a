import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { BetOutlook, RoadmapForecast } from '../answer-forecast.ts'
import { Part } from './part.tsx'
import { roadmapWords } from './words.ts'

interface BetTeamsProps {
  readonly bet: BetOutlook
  readonly forecast: RoadmapForecast
}

/** What each team still has to do for a bet, and how fast it was in the days that are drawn from. */
export function BetTeams({ bet, forecast }: BetTeamsProps) {
  const words = useWords(roadmapWords)
  const format = useFormat()
  const { window } = forecast
  const teams = forecast.teams.filter(({ key }) => bet.teams.includes(key))
  if (teams.length === 0) {
    return (
      <Part title={words('drawer.size')}>
        <p className="text-ink-2">{words('drawer.noTeams')}</p>
      </Part>
    )
  }
  return (
    <>
      <Part title={words('drawer.size')}>
        <ul className="flex flex-col gap-1">
          {teams.map(({ key, name }) => (
            <li key={key}>
              <TeamName id={key} name={name} />:{' '}
              <span className="text-ink-2">
                <Left range={bet.remaining[key] ?? null} />,{' '}
                {words('drawer.done', { count: bet.done[key] ?? 0 })}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words('drawer.pace')}>
        <p className="mb-2 text-ink-2">
          {window
            ? words('drawer.window', {
                days: window.days,
                from: format.day(window.from),
                until: format.day(window.until),
              })
            : words('drawer.noWindow')}
        </p>
        <ul className="flex flex-col gap-2">
          {teams.map((team) => (
            <li key={team.key}>
              <TeamName id={team.key} name={team.name} />: <Pace team={team} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function TeamName({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link
      to="/records/$key"
      params={{ key: id }}
      className="font-medium underline-offset-2 hover:text-accent hover:underline"
    >
      {name}
    </Link>
  )
}

function Left({ range }: { readonly range: readonly [number, number] | null }) {
  const words = useWords(roadmapWords)
  const format = useFormat()
  if (range === null) return words('drawer.noSize')
  const [low, high] = range
  return low === high
    ? words('drawer.leftSame', { count: low })
    : words('drawer.left', { low: format.number(low), high: format.number(high) })
}

function Pace({ team }: { readonly team: RoadmapForecast['teams'][number] }) {
  const words = useWords(roadmapWords)
  const format = useFormat()
  if (team.changes === null) return <span className="text-ink-2">{words('drawer.unknownPace')}</span>
  const said = [
    words('drawer.changes', { count: team.changes }),
    words(`drawer.counted.${team.counted}`),
    team.people === null
      ? words('drawer.noPeople')
      : words('drawer.people', { people: format.number(team.people, 1) }),
    words('drawer.parallel', { count: team.parallel }),
  ]
  return <span className="text-ink-2">{said.join('; ')}</span>
}
