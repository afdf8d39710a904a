import type { Layout } from './lay-out.ts'
import type { SeedWords } from './seed-words.ts'
import { nextOf, seedStream, wordOf, wordsPerStream } from './sfc32.ts'

/** Days are drawn so many at once: a loop that does nothing else is quick. */
export const daysInBlock = 32

/** The first days of the teams in a trial, where they are not left to chance alone. */
export interface Balance {
  begin(trial: number): void
  /** Puts what a team gets on those days in the place of what was drawn: counts[team × daysInBlock + place]. */
  put(team: number, history: Int32Array, counts: Int32Array): void
}

interface Position {
  readonly team: number
  /** Where its count goes. */
  readonly at: number
  /** A team’s days of history in a random order. */
  readonly order: Int32Array
}

/**
 * Deals the days of the histories out evenly over the trials, as far as they go: with 8 days of history the first day is
 * each of them in exactly an eighth of the trials, the first two days each pair in a sixty-fourth, and so on over days and
 * teams while there are trials for all combinations; the trials left over do the same with fewer days. Each trial by itself
 * still is a draw with replacement, since the order in which the combinations come is random; what shrinks is the error of
 * the whole (stratified sampling, Cochran, Sampling Techniques, chapter 5).
 */
export function balanceDays(layout: Layout, seed: SeedWords, trials: number): Balance {
  const positions = positionsOf(layout, seed, trials)
  const segments = segmentsOf(positions, trials)
  const chosen = new Int32Array(positions.length)
  let [segment, dealt] = [0, 0]

  return {
    begin(trial) {
      while (segment + 1 < segments.length && segments[segment + 1]!.from <= trial) segment++
      const { from, depth } = segments[segment]!
      let rest = trial - from
      for (dealt = 0; dealt < depth; dealt++) {
        const { order } = positions[dealt]!
        chosen[dealt] = order[rest % order.length]!
        rest = Math.floor(rest / order.length)
      }
    },
    put(team, history, counts) {
      for (let position = 0; position < dealt; position++) {
        const { team: whose, at } = positions[position]!
        if (whose === team) counts[at] = history[chosen[position]!]!
      }
    },
  }
}

/** Which days of which teams, day after day and within a day team after team, while there are trials enough. */
function positionsOf({ histories, usable, teams }: Layout, seed: SeedWords, trials: number): Position[] {
  const stream = new Int32Array(wordsPerStream)
  seedStream(stream, 0, seed.low, wordOf('balance') ^ seed.high, trials)
  const positions: Position[] = []
  let combinations = 1
  for (let day = 0; day < daysInBlock; day++)
    for (let team = 0; team < teams; team++) {
      if (!usable[team]) continue
      const { length } = histories[team]!
      combinations *= length
      if (combinations > trials) return positions
      positions.push({ team, at: team * daysInBlock + day, order: shuffled(length, stream) })
    }
  return positions
}

/** From which trial on how many positions are dealt: all of them as often as it goes, then fewer and fewer. */
function segmentsOf(positions: readonly Position[], trials: number) {
  const segments: { from: number; depth: number }[] = []
  let from = 0
  for (let depth = positions.length; depth >= 0; depth--) {
    const combinations = positions.slice(0, depth).reduce((product, { order }) => product * order.length, 1)
    const whole = Math.floor((trials - from) / combinations) * combinations
    if (whole > 0) segments.push({ from, depth })
    from += whole
  }
  return segments
}

/** Fisher and Yates. */
function shuffled(length: number, stream: Int32Array): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at)
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor((nextOf(stream, 0) / 2 ** 32) * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
