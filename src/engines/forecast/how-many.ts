import { daysInBlock } from './balance-days.ts'
import { dayDraw } from './draw-days.ts'
import type { Level } from './forecast-answer.ts'
import type { Layout } from './lay-out.ts'
import { levels } from './percentiles.ts'
import { seedWords } from './seed-words.ts'
import { simulate, type SimulateOptions } from './simulate.ts'
import { countBefore, dayText, type DayNumber } from './working-days.ts'

/** How many are finished by the end of a day: in so many percent of the trials at least so many. */
export interface HowMany {
  readonly date: string
  /** The last working day up to it; 0 where there is none. */
  readonly day: number
  readonly bets: Readonly<Record<Level, number>>
  /** Changes that all teams finish together, whatever they are for. */
  readonly changes: Readonly<Record<Level, number>>
}

const mostTrials = 10_000

export function howManyBy(layout: Layout, dates: readonly DayNumber[], options: SimulateOptions): HowMany[] {
  const trials = Math.min(options.trials, mostTrials)
  const days = dates.map((date) => countBefore(layout.days, date + 1))
  const bets = days.map(() => new Int32Array(trials))
  let trial = 0
  simulate(layout, {
    ...options,
    trials,
    onTrial({ doneDay }) {
      for (const [at, day] of days.entries())
        bets[at]![trial] = doneDay.reduce((count, done) => count + (done > 0 && done <= day ? 1 : 0), 0)
      trial++
    },
  })
  const changes = changesBy(layout, days, { ...options, trials })
  return dates.map((date, at) => ({
    date: dayText(date),
    day: days[at] ?? 0,
    bets: atLeast(bets[at]!),
    changes: atLeast(changes[at]!),
  }))
}

function changesBy(layout: Layout, days: readonly number[], { trials, seed, mayGoOn }: SimulateOptions) {
  const draw = dayDraw(layout, seedWords(seed), trials)
  const changes = days.map(() => new Int32Array(trials))
  const last = Math.max(0, ...days)
  for (let trial = 0; trial < trials; trial++) {
    if (trial % 128 === 0) mayGoOn?.()
    draw.begin(trial)
    let sum = 0
    for (let day = 1; day <= last; day++) {
      const place = (day - 1) % daysInBlock
      for (let team = 0; team < layout.teams; team++) {
        if (layout.usable[team] === 0) continue
        if (place === 0) draw.draw(team, day)
        sum += draw.counts[team * daysInBlock + place]!
      }
      for (const [at, by] of days.entries()) if (by === day) changes[at]![trial] = sum
    }
  }
  return changes
}

/** Of counts, one a trial: the largest number that at least so many percent of them reach. */
function atLeast(counts: Int32Array): Record<Level, number> {
  const falling = counts.toSorted((one, other) => other - one)
  const reached = (percent: number) =>
    falling[Math.max(1, Math.ceil((percent * counts.length) / 100)) - 1] ?? 0
  const [half, most, nearly, surely] = levels.map(reached)
  return { '50': half ?? 0, '70': most ?? 0, '85': nearly ?? 0, '95': surely ?? 0 }
}
