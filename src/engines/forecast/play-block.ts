import { daysInBlock } from './balance-days.ts'
import type { Worker } from './work-off.ts'

/**
 * Plays one block of days of a trial. Most days of a team only take something off the one part that it works on, so days
 * are not gone through one by one for all teams: each team runs ahead to the day on which it finishes something, and the
 * earliest of these days comes next. A part that opens before that day stops the teams it belongs to, and they run again.
 *
 * One long function on purpose: with its arrays in local variables it is twice as fast as small ones would be.
 */
export function blockPlayer(counts: Int32Array, teams: number, work: Worker) {
  /** Where a team’s run begins, with what is left to deal of the day before; where it ends, and what was done by then. */
  const start = new Int32Array(teams)
  const carry = new Int32Array(teams)
  const next = new Int32Array(teams)
  const done = new Int32Array(teams)
  const toRun = new Int32Array(teams)
  /** The part that a team finished last, until it has taken up another. */
  const finished = new Int32Array(teams).fill(-1)
  /** For each day of the block, in words, a bit for each team that finishes something on it. */
  const words = (teams + 31) >> 5
  const finishing = new Int32Array((daysInBlock + 1) * words)

  /** Answers the number of teams’ days that were played. */
  return (first: number, length: number): number => {
    const { live, left, remaining, current, idle, several, state, touched, tracks, parallel } = work
    const { bits, wordStart, queue, queueStart, partPlace, partDone, partBet, partsLeft, doneDay } = work
    const { hopeless, leadsOn } = work
    const began = state.liveCount
    let played = began * length
    /** A bit for each day of the block on which somebody may finish something. */
    let days = 0
    let runs = began
    finishing.fill(0)
    carry.fill(0)
    start.fill(0)
    toRun.set(live)

    for (;;) {
      while (runs > 0) {
        const team = toRun[--runs]!
        // Which part: the first that is open, in the order of the bets, or several at once.
        let part = idle
        if (parallel[team] === 1) {
          let place = queueStart[team]!
          for (let at = wordStart[team]!; at < wordStart[team + 1]!; at++, place += 32) {
            const word = bits[at]!
            if (word === 0) continue
            part = queue[place + 31 - Math.clz32(word & -word)]!
            break
          }
          current[team] = part
          if (tracks && finished[team]! >= 0) work.noteCause(part, finished[team]!, first + start[team]! - 1)
        } else {
          work.takeUp(team, finished[team]!, first + start[team]! - 1)
          part = current[team]!
        }
        finished[team] = -1
        // How far.
        const rest = remaining[part]!
        let sum = carry[team]!
        let place = daysInBlock
        if (part === idle) sum = 0
        else if (sum >= rest) place = start[team]! - 1
        else {
          const base = team * daysInBlock
          for (let at = base + start[team]!; at < base + length; at++) {
            sum += counts[at]!
            if (sum >= rest) {
              place = at - base
              break
            }
          }
        }
        done[team] = sum
        next[team] = place
        finishing[place * words + (team >> 5)]! |= 1 << (team & 31)
        if (place < daysInBlock) days |= 1 << place
      }

      if (state.undone === 0) return played
      const place = days === 0 ? daysInBlock : 31 - Math.clz32(days & -days)
      const opening = state.nextOpening - first
      if (opening <= place && opening < length) {
        const count = work.openOn(first + opening)
        for (let at = 0; at < count; at++) {
          const team = touched[at]!
          if (left[team] === 0) continue
          finishing[next[team]! * words + (team >> 5)]! &= ~(1 << (team & 31))
          const part = current[team]!
          if (part !== idle && part !== several) {
            let sum = carry[team]!
            for (let day = start[team]!; day < opening; day++) sum += counts[team * daysInBlock + day]!
            remaining[part]! -= sum
          }
          carry[team] = 0
          start[team] = opening
          toRun[runs++] = team
        }
        continue
      }
      if (place >= length) break

      days &= ~(1 << place)
      const day = first + place
      for (let word = 0; word < words; word++) {
        let those = finishing[place * words + word]!
        finishing[place * words + word] = 0
        for (; those !== 0; those &= those - 1) {
          const team = (word << 5) + 31 - Math.clz32(those & -those)
          const part = current[team]!
          start[team] = place + 1
          if (part === several) {
            work.dealSeveral(team, done[team]!, day)
            carry[team] = 0
          } else {
            carry[team] = done[team]! - remaining[part]!
            finished[team] = part
            partDone[part] = day
            bits[wordStart[team]! + (partPlace[part]! >> 5)]! &= ~(1 << (partPlace[part]! & 31))
            left[team]!--
            const bet = partBet[part]!
            if (--partsLeft[bet]! === 0) {
              doneDay[bet] = day
              if (hopeless[bet] === 0) state.undone--
              if (leadsOn[bet]! > 0) work.release(bet, part, day)
            }
          }
          if (left[team]! > 0) toRun[runs++] = team
          else played -= length - place - 1
        }
      }
    }

    let liveCount = 0
    for (let at = 0; at < began; at++) {
      const team = live[at]!
      if (left[team] === 0) continue
      if (current[team]! < idle) remaining[current[team]!]! -= done[team]!
      live[liveCount++] = team
    }
    state.liveCount = liveCount
    return played
  }
}
