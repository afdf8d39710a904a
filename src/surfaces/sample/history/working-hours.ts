import type { Dice } from './dice.ts'

const summerAhead = { 'Europe/Berlin': 1, 'Europe/Helsinki': 2, 'Europe/Lisbon': 0 } as const

/** Hours that a clock is ahead of UTC; summer time by whole months is near enough for a company that does not exist. */
export function hoursAhead(zone: string, day: Date): number {
  const winter = zone in summerAhead ? summerAhead[zone as keyof typeof summerAhead] : 1 // looked at in this line
  const month = day.getUTCMonth()
  return winter + (month >= 3 && month <= 9 ? 1 : 0)
}

export function asOffset(hours: number): string {
  return `+${String(hours).padStart(2, '0')}00`
}

/** Whether a colleague is on holiday: two weeks of each summer. */
export function isAway(day: Date, colleague: number): boolean {
  const [month, date] = [day.getUTCMonth(), day.getUTCDate()]
  const week = Math.floor((Date.UTC(2000, month, date) - Date.UTC(2000, 6, 1)) / (7 * 86_400_000))
  return week >= 0 && week < 8 && (week === colleague % 8 || week === (colleague + 1) % 8)
}

/** Minutes of a day at which somebody commits, in their own time: before and after lunch, seldom late. */
export function minutesAtWork(dice: Dice, count: number, late: number): number[] {
  return Array.from({ length: count }, () => {
    if (dice.chance(late)) return dice.between(19 * 60 + 30, 22 * 60 + 30)
    return dice.chance(0.45) ? dice.between(8 * 60 + 40, 12 * 60) : dice.between(13 * 60, 17 * 60 + 40)
  }).sort((one, other) => one - other)
}
