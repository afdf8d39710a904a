import { setImmediate } from 'node:timers/promises'
import type { SamplePlan } from '#workspace'
import { Company, type Colleague } from './company.ts'
import { Dice } from './dice.ts'
import { MainLine } from './main-line.ts'
import { asOffset, hoursAhead, isAway, minutesAtWork } from './working-hours.ts'

const day = 86_400_000
/** Days ago of the first commit, a day after the records begin. */
const first = 547

/** A weekday's event: at a minute after midnight UTC something happens. */
interface Event {
  readonly minute: number
  readonly happen: (at: number) => void
}

/**
 * The git history of the sample company up to the instant at which it is begun, for `git fast-import`: the same for the
 * same instant. Who works where and when, on which bets and for which goals, is what the records say.
 */
export async function tellHistory(plan: SamplePlan, begun: Date): Promise<Buffer> {
  const dice = new Dice(24_548)
  const company = new Company(plan)
  const line = new MainLine(dice)
  const midnight = Math.floor(begun.getTime() / day) * day
  for (let ago = first; ago >= 0; ago--) {
    // It takes a second in all, in which others must not wait.
    if (ago % 10 === 0) await setImmediate()
    const date = new Date(midnight - ago * day)
    const colleagues = company.on(date.toISOString().slice(0, 10))
    const told = { ago, colleagues }
    const events: Event[] = [
      ...workOf(dice, line, colleagues, date, told),
      ...(date.getUTCDay() % 6 === 0 ? [] : routine(dice, line, date, told)),
    ]
    for (const { minute, happen } of events.sort((one, other) => one.minute - other.minute)) {
      const at = date.getTime() + minute * 60_000 + dice.between(0, 59) * 1000
      if (at < begun.getTime() - 60_000) happen(at)
    }
  }
  return line.end()
}

interface Told {
  readonly ago: number
  readonly colleagues: readonly Colleague[]
}

function workOf(
  dice: Dice,
  line: MainLine,
  colleagues: readonly Colleague[],
  date: Date,
  told: Told,
): Event[] {
  const weekday = date.getUTCDay()
  // Before the bills left in time for the first time, evenings were long.
  const isCrunch = told.ago < 345 && told.ago > 300
  return colleagues.flatMap((colleague, at) => {
    const isWorkday = colleague.days.has(weekday)
    const share = isWorkday ? 0.5 : isCrunch ? 0.08 : 0.01
    if (!dice.chance(share) || isAway(date, at)) return []
    const ahead = hoursAhead(colleague.zone, date)
    const minutes = minutesAtWork(dice, dice.favour([1, 2, 2, 3]), isCrunch ? 0.2 : 0.04)
    return minutes.map((minute): Event => {
      return {
        minute: minute - ahead * 60,
        happen: (moment) => line.goOn(colleague, { ...told, at: moment, offset: asOffset(ahead) }),
      }
    })
  })
}

/** What comes by itself: the bot that updates dependencies, and releases, more often from half-year to half-year. */
function routine(dice: Dice, line: MainLine, date: Date, { ago, colleagues }: Told): Event[] {
  const weekday = date.getUTCDay()
  const days = ago > 400 ? [2] : ago > 280 ? [2, 4] : ago > 140 ? [1, 2, 4] : [1, 2, 3, 4]
  const isReleased = days.includes(weekday) && (ago > 400 ? dice.chance(0.8) : true)
  const events: Event[] = []
  if (dice.chance(weekday === 1 ? 0.7 : 0.2))
    events.push({ minute: 4 * 60 + dice.between(0, 50), happen: (at) => line.update(at) })
  if (!isReleased || colleagues.length === 0) return events
  const minute = 12 * 60 + dice.between(0, 90)
  events.push({ minute, happen: (at) => line.release(colleagues, at, ago) })
  // Failures became rarer and were mended faster.
  if (!dice.chance(0.08 + 0.16 * (ago / first))) return events
  const later = dice.between(25, 60) + Math.round(dice.between(60, 420) * (0.15 + ago / first))
  const mend = { minute: minute + later, happen: (at: number) => line.mend(colleagues, at) }
  return [...events, mend]
}
