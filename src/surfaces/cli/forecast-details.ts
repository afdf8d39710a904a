import type { BetForecast } from '#engines/forecast/forecast-answer.ts'
import type { HowMany } from '#engines/forecast/how-many.ts'
import type { ChainStep } from '#engines/forecast/chain.ts'
import type { Influence } from '#engines/forecast/sensitivity.ts'
import type { Words } from '#kernel/shape.ts'
import { wrap } from './terminal/columns.ts'
import { harmless } from './terminal/harmless.ts'
import type { Look } from './terminal/look.ts'
import { table } from './terminal/table.ts'

/** How many bets and changes will be finished by the days asked about: at least so many with that certainty. */
export function byRows(by: readonly HowMany[], look: Look): string[] {
  const { say, number } = look
  const columns = (
    [
      ['bets', { en: 'bets', de: 'Wetten' }],
      ['changes', { en: 'changes', de: 'Änderungen' }],
    ] as const
  ).flatMap(([what, words]) =>
    (['50', '85', '95'] as const).map((level) => ({
      heading: `${level} %`,
      width: 8,
      kind: 'number' as const,
      text: (row: HowMany) => number(row[what][level]),
      words,
    })),
  )
  if (by.length === 0) return []
  const group = (words: Words) => look.fit(say(words), 28, 'right')
  const [bets, changes] = [columns[0], columns[3]]
  return [
    look.ink(
      'faint',
      `${' '.repeat(12)}${bets ? group(bets.words) : ''}  ${changes ? group(changes.words) : ''}`,
    ),
    ...table<HowMany>(
      [{ heading: '', width: 10, kind: 'name', text: ({ date }) => date }, ...columns],
      by,
      look,
    ),
  ]
}

const reasons: Readonly<Record<ChainStep['because'], Words>> = {
  start: { en: 'at once', de: 'sofort' },
  earliest: { en: 'on its earliest day', de: 'ab ihrem frühesten Tag' },
  after: { en: 'depends on it', de: 'hängt davon ab' },
  queue: { en: 'waits for the team', de: 'wartet auf das Team' },
}

export function chainLines(bets: readonly Pick<BetForecast, 'key' | 'chain'>[], look: Look): string[] {
  const arrow = look.unicode ? '→' : '->'
  return bets.flatMap(({ key, chain }) => {
    if (!chain) return []
    const steps = chain.steps.map(
      ({ bet, team, because }) => `${harmless(bet)} (${harmless(team)}, ${look.say(reasons[because])})`,
    )
    const share = `${look.number(Math.round(chain.share * 100))} %`
    return wrap(`${harmless(key)}, ${share}: ${steps.join(` ${arrow} `)}`, look.columns - 4).map(
      (line) => `  ${line}`,
    )
  })
}

const inputs: Readonly<Record<Influence['input'], Words>> = {
  size: { en: 'size', de: 'Größe' },
  splitRate: { en: 'split rate', de: 'Teilungsrate' },
  risks: { en: 'risks', de: 'Risiken' },
  pace: { en: 'pace ± 10 %', de: 'Tempo ± 10 %' },
  parallel: { en: 'bets at once ± 1', de: 'Wetten zugleich ± 1' },
}

const influencesShown = 3

/** In working days at 85 %, from the low to the high end of an input. */
export function influenceLines(
  bets: readonly Pick<BetForecast, 'key' | 'sensitivity'>[],
  look: Look,
): string[] {
  const signed = (days: number) => `${days > 0 ? '+' : ''}${look.number(days)}`
  return bets.flatMap(({ key, sensitivity }) => {
    if (!sensitivity || sensitivity.length === 0) return []
    const told = sensitivity.slice(0, influencesShown).map(({ input, of, low, high }) => {
      const days = look.say({ en: 'days', de: 'Tage' })
      return `${look.say(inputs[input])} ${harmless(of)} ${signed(low)} … ${signed(high)} ${days}`
    })
    const text = `${harmless(key)}: ${told.join('; ')}`
    return wrap(
      look.unicode ? text : text.replaceAll('…', '..').replaceAll('±', '+/-'),
      look.columns - 4,
    ).map((line) => `  ${line}`)
  })
}
