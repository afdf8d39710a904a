import type { WeighedBet, WeightTable } from '#areas/customers/weight/weight-shape.ts'
import type { Words } from '#kernel/shape.ts'
import { keyColumn, moneyText, notes, pageOf, titleColumn } from '../roadmap/page-parts.ts'
import { columnsOf } from '../terminal/columns.ts'
import type { Look } from '../terminal/look.ts'
import { table, type Column } from '../terminal/table.ts'

const words = {
  insights: { en: 'insights', de: 'Belege' },
  customers: { en: 'customers', de: 'Kunden' },
  revenue: { en: 'revenue a year', de: 'Umsatz im Jahr' },
  newest: { en: 'newest', de: 'neuester' },
  none: { en: 'No insight speaks for a bet yet.', de: 'Noch spricht keine Erkenntnis für eine Wette.' },
  without: { en: 'Nothing speaks for', de: 'Nichts spricht für' },
} satisfies Record<string, Words>

const longestRevenue = 26

/** In a narrow terminal a title says more than the day of the newest. */
const roomForDays = 100

/** The bets for which something speaks, the heaviest first, and below them those for which nothing does. */
export function weightPage({ bets }: WeightTable, look: Look): string {
  const { say, number, sign } = look
  const weighed = bets.filter(({ insights }) => insights > 0)
  const others = bets.filter(({ insights }) => insights === 0)
  const revenueOf = ({ revenue }: WeighedBet) => revenue.map((sum) => moneyText(sum, look)).join(', ')
  const count = (title: Words, of: (bet: WeighedBet) => number): Column<WeighedBet> => ({
    heading: say(title),
    width: columnsOf(say(title)),
    kind: 'number',
    text: (bet) => number(of(bet)),
  })
  const rows = table<WeighedBet>(
    [
      keyColumn(weighed),
      titleColumn(),
      count(words.insights, ({ insights }) => insights),
      count(words.customers, ({ customers }) => customers),
      {
        heading: say(words.revenue),
        width: Math.min(
          longestRevenue,
          Math.max(columnsOf(say(words.revenue)), ...weighed.map((bet) => columnsOf(revenueOf(bet)))),
        ),
        kind: 'number',
        text: (bet) => revenueOf(bet) || sign.dash,
      },
      ...(look.columns < roomForDays
        ? []
        : [
            {
              heading: say(words.newest),
              width: 10,
              kind: 'name' as const,
              text: ({ newest }: WeighedBet) => newest ?? sign.dash,
            },
          ]),
    ],
    weighed,
    look,
  )
  const without = others.map(({ key, title }) => `${say(words.without)} ${key} ${title}.`)
  return pageOf([...(weighed.length === 0 ? [say(words.none)] : rows), ...notes(without, look)])
}
