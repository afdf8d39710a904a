import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { MovedBet } from '../kept/what-moved.ts'
import { pastWords } from './past-words.ts'

/** What became of a bet since an earlier day, in words. */
export function useMovedWords(since: string) {
  const words = useWords(pastWords)
  const format = useFormat()
  const day = format.day(since)
  const dateOf = (dates: MovedBet['before']) => {
    const date = dates?.['85'] ?? null
    return date === null ? words('moved.never') : format.day(date)
  }
  const range = ([low, high]: readonly [number, number]) =>
    low === high ? format.number(low) : words('range', { low: format.number(low), high: format.number(high) })
  return {
    /** In a few words; those of the row of a bet. */
    short: ({ became, later, on }: MovedBet): string => {
      if (later !== null && later !== 0)
        return words(later > 0 ? 'moved.later' : 'moved.sooner', { days: Math.abs(later), day })
      if (became === 'came') return words('moved.came', { on: format.day(on ?? since) })
      if (became === 'found' || became === 'lost') return words(`moved.${became}`, { day })
      if (became === 'shipped' || became === 'stopped')
        return on === null ? words(`moved.${became}`) : words(`moved.${became}On`, { on: format.day(on) })
      if (became === 'archived' || became === 'gone') return words(`moved.${became}`)
      return words('moved.still', { day })
    },
    /** Both 85 % days, as far as there are two. */
    dates: ({ became, before, after, later }: MovedBet): string | null => {
      const values = { before: dateOf(before), after: dateOf(after) }
      if (before === null) return after === null ? null : words('moved.now', values)
      if (after === null) return words('moved.was', values)
      return later === 0 && became !== 'moved' ? null : words('moved.fromTo', values)
    },
    resized: ({ resized }: MovedBet): string | null =>
      resized && words('moved.resized', { from: range(resized.from), to: range(resized.to) }),
  }
}
