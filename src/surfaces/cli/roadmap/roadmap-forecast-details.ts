import type { BetOutlook, RoadmapForecast } from '#areas/roadmap/answer-forecast.ts'
import { chanceBy } from '#areas/roadmap/goal-tree/goal-figures.ts'
import type { Words } from '#kernel/shape.ts'
import { byRows, chainLines, influenceLines } from '../forecast-details.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import { chanceText, heading, keyColumn, titleColumn } from './page-parts.ts'

const words = {
  by: { en: 'Chance to be done by', de: 'Chance, fertig zu sein bis' },
  together: { en: 'Finished by then, at least', de: 'Bis dahin fertig, mindestens' },
  chain: { en: 'What makes it late', de: 'Was sie aufhält' },
  moves: { en: 'What moves the 85 % day most', de: 'Was den 85-%-Tag am meisten bewegt' },
} satisfies Record<string, Words>

const dayColumns = 10
const fewestTitle = 20

/** The chance of each bet to be done by each of the days that were asked about, then how much that is together. */
export function betsByRows({ bets, by = [] }: RoadmapForecast, look: Look): string[] {
  if (by.length === 0) return []
  const key = keyColumn(bets)
  const perTable = Math.max(1, Math.floor((look.columns - key.width - fewestTitle - 6) / (dayColumns + 2)))
  const tables = Array.from({ length: Math.ceil(by.length / perTable) }, (_, at) =>
    by.slice(at * perTable, (at + 1) * perTable),
  )
  return [
    '',
    heading(look.say(words.by), look),
    ...tables.flatMap((days) =>
      table<BetOutlook>(
        [
          key,
          titleColumn(),
          ...days.map(({ date }) => ({
            heading: date,
            width: dayColumns,
            kind: 'number' as const,
            text: ({ dates, cumulative }: BetOutlook) =>
              dates === null ? look.sign.dash : chanceText(chanceBy(cumulative, date), look),
          })),
        ],
        bets,
        look,
      ),
    ),
    '',
    heading(look.say(words.together), look),
    ...byRows(by, look),
  ]
}

/** What made each bet late most often, and what moves its date most, where that was asked for. */
export function detailRows({ bets, teams }: RoadmapForecast, look: Look): string[] {
  const names = new Map(teams.map(({ key, name }) => [key, name]))
  const named = (key: string) => names.get(key) ?? key
  const chains = bets.map(({ key, chain }) => ({
    key,
    ...(chain && {
      chain: { ...chain, steps: chain.steps.map((step) => ({ ...step, team: named(step.team) })) },
    }),
  }))
  const moving = bets.map(({ key, sensitivity }) => ({
    key,
    ...(sensitivity && { sensitivity: sensitivity.map((each) => ({ ...each, of: named(each.of) })) }),
  }))
  return [
    ...under(words.chain, chainLines(chains, look), look),
    ...under(words.moves, influenceLines(moving, look), look),
  ]
}

function under(title: Words, lines: readonly string[], look: Look): string[] {
  return lines.length === 0 ? [] : ['', heading(look.say(title), look), ...lines]
}
