import { balanceDays, daysInBlock } from './balance-days.ts'
import type { Layout } from './lay-out.ts'
import type { SeedWords } from './seed-words.ts'
import { seedStream, wordsPerStream, type Streams } from './sfc32.ts'

export interface DayDraw {
  /** What each team finishes on the days of the block: counts[team × daysInBlock + place]. */
  readonly counts: Int32Array
  /** Sets every team’s stream to the beginning of a trial. */
  begin(trial: number): void
  /** Draws the block that begins with the day (1, 33, 65 …) for one team. */
  draw(team: number, day: number): void
}

/**
 * Whole days of a team’s history, drawn with replacement. One number of 32 bits gives both: the day, from its upper part,
 * and, from what is left, whether a share of a change is rounded up: a factor f makes c changes ⌊c × f + u⌋, u even in
 * [0, 1), so that their mean is c × f and no more capacity ever means fewer changes.
 */
export function dayDraw(layout: Layout, seed: SeedWords, trials: number): DayDraw {
  const { histories, factors, teams, work } = layout
  const balance = balanceDays(layout, seed, trials)
  const streams: Streams = new Int32Array(teams * wordsPerStream)
  const counts = new Int32Array(teams * daysInBlock)
  const numbers = new Uint32Array(daysInBlock)

  return {
    counts,
    begin(trial) {
      balance.begin(trial)
      for (let team = 0; team < teams; team++) {
        seedStream(streams, team, seed.low, work.teamWord[team]! ^ seed.high, trial)
      }
    },
    draw(team, day) {
      const history = histories[team]!
      const factor = factors[team]!
      const scale = history.length / 2 ** 32
      const place = team * wordsPerStream
      const to = team * daysInBlock
      let x = streams[place]!
      let y = streams[place + 1]!
      let z = streams[place + 2]!
      let counter = streams[place + 3]!
      for (let at = 0; at < daysInBlock; at++) {
        // sfc32, written out: its state stays in registers.
        const mixed = (x + y + counter) | 0
        counter = (counter + 1) | 0
        x = y ^ (y >>> 9)
        y = (z + (z << 3)) | 0
        z = (((z << 21) | (z >>> 11)) + mixed) | 0
        numbers[at] = mixed
        counts[to + at] = history[((mixed >>> 0) * scale) | 0]!
      }
      streams[place] = x
      streams[place + 1] = y
      streams[place + 2] = z
      streams[place + 3] = counter
      if (day === 1) balance.put(team, history, counts)
      if (factor === null) return
      for (let at = 0; at < daysInBlock; at++) {
        const drawn = numbers[at]! * scale
        const share = drawn - Math.floor(drawn)
        counts[to + at] = Math.floor(counts[to + at]! * (factor[day - 1 + at] ?? 0) + share)
      }
    },
  }
}
