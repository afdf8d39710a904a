import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { BetOutlook } from '../answer-forecast.ts'
import type { TimeAxis } from './time-axis.ts'
import { roadmapWords } from './words.ts'

const year = 365 * 86_400_000

/** What a forecast says, in words; no chance is told as more certain than trials can tell it. */
export function useOutlookWords() {
  const words = useWords(roadmapWords)
  const format = useFormat()
  const day = (date: string | null) => (date === null ? words('day.never') : format.day(date))
  const chance = ({ chance, over95 }: NonNullable<BetOutlook['chance']>) => {
    if (over95) return words('chance.over')
    return chance < 0.01 ? words('chance.under') : `${format.number(chance * 100)}\u00a0%`
  }
  return {
    day,
    chance,
    /** The day that one may promise. */
    commitment: ({ dates }: BetOutlook) => words('band.85', { day: day(dates?.[85] ?? null) }),
    half: ({ dates }: BetOutlook) => words('band.beyond', { day: day(dates?.[50] ?? null) }),
    days: ({ dates, marked, reason }: BetOutlook) => {
      if (!dates) return [words('row.none'), reason].filter(Boolean).join(' ')
      const [p50, p70, p85, p95] = ([50, 70, 85, 95] as const).map((level) => day(dates[level]))
      const said = words('band.days', { p50: p50 ?? '', p70: p70 ?? '', p85: p85 ?? '', p95: p95 ?? '' })
      return marked ? `${said} ${words('band.care', { reason: reason ?? '' })}` : said
    },
    /** The chance by the day it is wanted by. */
    wanted: (bet: BetOutlook, axis: TimeAxis) => {
      if (bet.wanted === null) return ''
      const at = Date.parse(`${bet.wanted}T00:00:00Z`)
      const said = at - axis.from < year ? format.dayMonth(bet.wanted) : format.day(bet.wanted)
      if (at < axis.from) return words('wanted.past', { day: format.day(bet.wanted) })
      return bet.chance
        ? words('wanted.by', { chance: chance(bet.chance), day: said })
        : words('wanted.open', { day: said })
    },
  }
}
