import type { Words } from '#kernel/shape.ts'
import type { Played } from './forecast.ts'
import { horizonYears } from './working-days.ts'

/** Why there is no forecast at all: a history that says too little, its own or that of what it waits for. */
export function noForecast({ prepared, judgements, layout }: Played, bet: number): Words {
  const parts = prepared.bets[bet]?.parts ?? []
  const own = parts.flatMap(({ team }) => judgements[team]?.unusable ?? [])
  if (own.length > 0) return together(own)
  const waitsFor = prepared.bets[bet]?.after.find((other) => layout.hopeless[other])
  const key = waitsFor === undefined ? '' : (prepared.bets[waitsFor]?.key ?? '')
  return {
    en: `Waits for ${key}, which has no forecast.`,
    de: `Wartet auf ${key}, wofür es keine Prognose gibt.`,
  }
}

/** Why some or all trials did not see it done. */
export function notWithinHorizon(played: Played, bet: number, late: number): Words {
  const percent = Math.max(1, Math.round(late * 100))
  const how: Words =
    late === 1
      ? {
          en: `It is not done within ${horizonYears} years.`,
          de: `Sie wird binnen ${horizonYears} Jahren nicht fertig.`,
        }
      : {
          en: `In ${percent} % of the trials it is not done within ${horizonYears} years.`,
          de: `In ${percent} % der Durchläufe wird sie binnen ${horizonYears} Jahren nicht fertig.`,
        }
  return together([how, ...standstills(played, bet)])
}

/** What keeps it from ever being done: a start beyond the horizon, teams that nobody works in any more. */
function standstills({ prepared, layout }: Played, bet: number): Words[] {
  const teams = prepared.bets[bet]?.parts.map(({ team }) => team) ?? []
  const stopped = teams
    .filter((team) => layout.factors[team]?.at(-1) === 0)
    .map((team): Words => {
      const name = prepared.teams[team]?.name ?? ''
      return {
        en: `The team ${name} ends up without capacity.`,
        de: `Das Team ${name} hat zuletzt keine Kapazität.`,
      }
    })
  const begins = (layout.earliest[bet] ?? 1) <= layout.days.length
  return begins
    ? stopped
    : [
        {
          en: 'It may not be begun before the end of that time.',
          de: 'Sie darf bis dahin nicht einmal begonnen werden.',
        },
      ]
}

/** What is to be known of the histories behind it: its own teams’ and those of all that it waits for. */
export function marksOf({ prepared, judgements }: Played, bet: number): Words[] {
  const [seen, teams] = [new Set([bet]), new Set<number>()]
  for (const at of seen) {
    for (const { team } of prepared.bets[at]?.parts ?? []) teams.add(team)
    for (const other of prepared.bets[at]?.after ?? []) seen.add(other)
  }
  return [...teams].flatMap((team) => judgements[team]?.marked ?? [])
}

export function together(reasons: readonly Words[]): Words {
  const all = (language: keyof Words) => [...new Set(reasons.map((reason) => reason[language]))].join(' ')
  return { en: all('en'), de: all('de') }
}
