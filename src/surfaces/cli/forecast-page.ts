import type { BetForecast, ForecastAnswer } from '#engines/forecast/forecast-answer.ts'
import type { Words } from '#kernel/shape.ts'
import { byRows, chainLines, influenceLines } from './forecast-details.ts'
import { columnsOf, wrap } from './terminal/columns.ts'
import { harmless } from './terminal/harmless.ts'
import type { Look } from './terminal/look.ts'
import { table, type Column } from './terminal/table.ts'

const headings = {
  forecast: { en: 'Forecast', de: 'Prognose' },
  bet: { en: 'bet', de: 'Wette' },
  notes: { en: 'To be known', de: 'Zu wissen' },
  by: { en: 'Finished by', de: 'Fertig bis' },
  chain: { en: 'What makes it late', de: 'Was sie aufhält' },
  sensitivity: { en: 'What moves the date', de: 'Was das Datum bewegt' },
} satisfies Record<string, Words>

/** A forecast as a page for a terminal: a line and a band for each bet, then what else was asked. */
export function forecastPage(answer: ForecastAnswer, look: Look): string {
  const { say, number, sign } = look
  const facts = [
    `${number(answer.trials)} ${say({ en: 'trials', de: 'Durchläufe' })}`,
    `${say({ en: 'seed', de: 'Startwert' })} ${answer.seed}`,
  ].join(` ${sign.dot} `)
  const sections = [
    { heading: headings.forecast, lines: [...betRows(answer.bets, look), ...legend(answer.bets, look)] },
    { heading: headings.notes, lines: notes(answer.bets, look) },
    { heading: headings.by, lines: byRows(answer.by ?? [], look) },
    { heading: headings.chain, lines: chainLines(answer.bets, look) },
    { heading: headings.sensitivity, lines: influenceLines(answer.bets, look) },
  ]
  const written = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => ['', headline(say(heading), look), ...lines].join('\n'))
  return `${[...written, '', `  ${look.ink('faint', facts)}`].join('\n')}\n`
}

function headline(heading: string, look: Look): string {
  const rule = look.sign.rule.repeat(Math.max(0, look.columns - heading.length - 3))
  return `  ${look.ink('strong', heading)} ${look.ink('faint', rule)}`
}

const levels = ['50', '70', '85', '95'] as const
const dateColumns = 10
const fewestBandColumns = 12

function betRows(bets: readonly BetForecast[], look: Look): string[] {
  const taken = 2 + levels.length * (dateColumns + 2) + fewestBandColumns + 2
  const longest = Math.max(
    columnsOf(look.say(headings.bet)),
    ...bets.map(({ key }) => columnsOf(harmless(key))),
  )
  const keyColumns = Math.min(longest, look.columns - taken)
  const bandColumns = look.columns - taken - keyColumns + fewestBandColumns
  const last = Math.max(1, ...bets.flatMap(({ percentiles }) => Object.values(percentiles ?? {}).map(Number)))
  return table<BetForecast>(
    [
      { heading: look.say(headings.bet), width: keyColumns, kind: 'name', text: ({ key }) => key },
      ...levels.map((level): Column<BetForecast> => ({
        heading: `${level} %`,
        width: dateColumns,
        kind: 'name',
        text: ({ dates }) => dates?.[level] ?? look.sign.dash,
      })),
      { heading: '', width: bandColumns, kind: 'name', text: (bet) => band(bet, last, bandColumns, look) },
    ],
    bets,
    look,
  )
}

const shades = { unicode: ['█', '▓', '░'], ascii: ['#', '=', '-'] } as const

/** From the day by which half of the trials were done to that of 95 %, ever fainter. */
function band({ percentiles }: BetForecast, last: number, columns: number, { unicode }: Look): string {
  if (percentiles === null) return ''
  const place = (day: number | null) => (day === null ? columns : Math.ceil((day / last) * columns))
  const [half = 0, ...ends] = levels.map((level) => place(percentiles[level]))
  const signs = shades[unicode ? 'unicode' : 'ascii']
  return ends.reduce(
    (drawn, end, at) => drawn + (signs[at] ?? '').repeat(Math.max(0, end - drawn.length)),
    `${' '.repeat(Math.max(0, half - 1))}${signs[0]}`,
  )
}

function legend(bets: readonly BetForecast[], look: Look): string[] {
  if (bets.every(({ percentiles }) => percentiles === null)) return []
  const [first, second, third] = shades[look.unicode ? 'unicode' : 'ascii']
  const text = look.say({
    en: `Done by then in so many percent of the trials; ${first} to 70 %, ${second} to 85 %, ${third} to 95 %.`,
    de: `In so viel Prozent der Durchläufe bis dahin fertig; ${first} bis 70 %, ${second} bis 85 %, ${third} bis 95 %.`,
  })
  return wrap(text, look.columns - 4).map((line) => `  ${look.ink('faint', line)}`)
}

/** Why there is no forecast or what to mind about one, and the chance to meet the wanted day. */
function notes(bets: readonly BetForecast[], look: Look): string[] {
  return bets.flatMap(({ key, percentiles, reason, wanted }) => {
    const told = [
      ...(wanted ? [{ ink: 'strong' as const, text: chanceText(wanted, look) }] : []),
      ...(reason
        ? [{ ink: percentiles ? ('warning' as const) : ('faint' as const), text: look.say(reason) }]
        : []),
    ]
    return told.flatMap(({ ink, text }) =>
      wrap(`${harmless(key)}: ${harmless(text)}`, look.columns - 4).map((line) => `  ${look.ink(ink, line)}`),
    )
  })
}

function chanceText(
  { date, chance, over95 }: NonNullable<BetForecast['wanted']>,
  { say, number }: Look,
): string {
  const percent = number(Math.floor(chance * 100))
  return over95
    ? say({ en: `over 95 % by ${date}.`, de: `bis ${date} über 95 %.` })
    : say({ en: `${percent} % by ${date}.`, de: `bis ${date} ${percent} %.` })
}
