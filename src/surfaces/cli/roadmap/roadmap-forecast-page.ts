import type { BetOutlook, RoadmapForecast } from '#areas/roadmap/answer-forecast.ts'
import type { Words } from '#kernel/shape.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import { betsByRows, detailRows } from './roadmap-forecast-details.ts'
import { faint, keyColumn, notes, pageOf, percent, titleColumn } from './page-parts.ts'

const words = {
  none: { en: 'No bet is open.', de: 'Keine Wette ist offen.' },
  wanted: { en: 'wanted', de: 'gewünscht' },
  pace: { en: 'Pace of', de: 'Tempo aus' },
  days: { en: 'working days', de: 'Arbeitstagen' },
  trials: { en: 'trials', de: 'Durchläufe' },
  care: { en: 'To be read with care.', de: 'Mit Vorsicht zu lesen.' },
  held: {
    en: 'How often such forecasts came true: leitstand roadmap backtest',
    de: 'Wie oft solche Prognosen eintrafen: leitstand roadmap backtest',
  },
  later: { en: 'Not read yet, and so not counted:', de: 'Noch nicht gelesen und deshalb nicht gezählt:' },
} satisfies Record<string, Words>

/** The open bets in their order, each with the days by which it is done, and what is to be known of it below. */
export function roadmapForecastPage(answer: RoadmapForecast, look: Look): string {
  const { bets, window, trials, unread } = answer
  const { say, number, sign } = look
  if (bets.length === 0) return pageOf([say(words.none)])
  const date = (heading: string, text: (bet: BetOutlook) => string | null | undefined) => ({
    heading,
    width: 10,
    kind: 'name' as const,
    text: (bet: BetOutlook) => text(bet) ?? sign.dash,
  })
  const rows = table<BetOutlook>(
    [
      keyColumn(bets),
      titleColumn(),
      date('50 %', ({ dates }) => dates?.[50]),
      date('85 %', ({ dates }) => dates?.[85]),
      date(say(words.wanted), ({ wanted }) => wanted),
      {
        heading: '',
        width: 6,
        kind: 'number',
        text: ({ chance }) => (chance ? (chance.over95 ? '>95 %' : percent(chance.chance, look)) : ''),
      },
    ],
    bets,
    look,
  )
  const drawn = [
    ...(window ? [`${say(words.pace)} ${number(window.days)} ${say(words.days)}`] : []),
    `${number(trials)} ${say(words.trials)}`,
  ].join(` ${sign.dot} `)
  const told = bets.flatMap(({ key, reason, marked }) =>
    reason === null ? [] : [`${key}: ${marked ? `${say(words.care)} ` : ''}${reason}`],
  )
  return pageOf([
    ...rows,
    ...notes(told, look),
    ...betsByRows(answer, look),
    ...detailRows(answer, look),
    '',
    faint(drawn, look),
    faint(say(words.held), look),
    ...(unread.length > 0 ? [faint(`${say(words.later)} ${unread.join(', ')}`, look)] : []),
  ])
}
