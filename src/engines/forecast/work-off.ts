import type { Layout } from './lay-out.ts'

/** Causes of a part being taken up, besides the part (0 and above) whose end made room for it or opened it. */
const causes = { fromTheStart: -1, earliest: -2 } as const

export type Worker = ReturnType<typeof worker>

/**
 * One trial’s work: which parts are open, neither finished nor waiting for anything, what is left of each, and what happens
 * when one is finished. Everything is made once and set back for the next trial.
 */
export function worker(layout: Layout, tracks: boolean) {
  const { parts, bets, teams, partBet, partTeam, partStart, partPlace, queue, queueStart } = layout
  const { dependents, dependencies, parallel, mostParallel, hopeless, earliest } = layout
  const partDone = new Int32Array(parts)
  const doneDay = new Int32Array(bets)
  const cause = new Int32Array(parts)
  /** The day on which a team opened a part for itself and could go on with it at once. */
  const openedOn = new Int32Array(parts)
  /** The one team that did something for the bet on the day it was done; -1 where there were several. */
  const lastTeam = new Int32Array(bets)
  const partsLeft = new Int32Array(bets)
  const pending = new Int32Array(bets)
  const left = new Int32Array(teams)
  const live = new Int32Array(teams)
  const leadsOn = Int32Array.from(
    { length: bets },
    (_, bet) => dependents.start[bet + 1]! - dependents.start[bet]!,
  )

  /** A bit for each open part of a team, by its place in the order of the bets, so that many that wait cost nothing. */
  const wordStart = wordStarts(layout)
  const bits = new Int32Array(wordStart[teams]!)
  /** The one part that a team works on; else `idle`, or `several`: then they stand in active[team × mostParallel + …]. */
  const [idle, several] = [parts, parts + 1]
  const current = new Int32Array(teams)
  const active = new Int32Array(teams * mostParallel)
  const activeCount = new Int32Array(teams)
  /** What is left of each part. Who works at several finishes something, as it were, on every day with a change. */
  const remaining = new Int32Array(parts + 2)
  remaining[several] = 1

  /** Bets not yet done that can be, teams that have something left, and the day on which something opens next. */
  const state = { undone: 0, liveCount: 0, nextOpening: 0 }
  /** Bets that open next; and teams that they belong to. */
  const opened = new Int32Array(bets)
  const touched = new Int32Array(teams)
  const isTouched = new Uint8Array(teams)
  let [openedCount, nextEarliest] = [0, 0]
  const byEarliest = Int32Array.from(earliest.keys().filter((bet) => earliest[bet]! > 1)).sort(
    (one, other) => earliest[one]! - earliest[other]!,
  )
  const atStart = beginning(layout)

  function begin(): void {
    partDone.fill(0)
    doneDay.fill(0)
    bits.fill(0)
    current.fill(idle)
    activeCount.fill(0)
    partsLeft.set(atStart.partsLeft)
    pending.set(atStart.pending)
    left.set(atStart.left)
    live.set(atStart.live)
    ;[openedCount, nextEarliest] = [0, 0]
    for (let bet = 0; bet < bets; bet++) if (pending[bet] === 0) opened[openedCount++] = bet
    if (tracks) {
      cause.fill(causes.fromTheStart)
      openedOn.fill(0)
    }
    state.undone = atStart.undone
    state.liveCount = atStart.live.length
    state.nextOpening = 1
  }

  /** With a new day open what became free before it, and what may begin on it. Answers how many teams are `touched`. */
  function openOn(day: number): number {
    while (nextEarliest < byEarliest.length && earliest[byEarliest[nextEarliest]!]! <= day) {
      const bet = byEarliest[nextEarliest++]!
      if (--pending[bet]! > 0) continue
      opened[openedCount++] = bet
      if (tracks) setCause(bet, causes.earliest)
    }
    let count = 0
    for (let at = 0; at < openedCount; at++) {
      const bet = opened[at]!
      for (let part = partStart[bet]!; part < partStart[bet + 1]!; part++) {
        if (partDone[part]! > 0) continue
        open(part)
        const team = partTeam[part]!
        if (isTouched[team] === 0) touched[count++] = team
        isTouched[team] = 1
      }
    }
    for (let at = 0; at < count; at++) isTouched[touched[at]!] = 0
    openedCount = 0
    state.nextOpening = nextEarliest < byEarliest.length ? earliest[byEarliest[nextEarliest]!]! : never
    return count
  }

  /** Deals what a team that works at several bets finished on a day: in rounds, one change to each, in their order. */
  function dealSeveral(team: number, count: number, day: number): void {
    const base = team * mostParallel
    let toDeal = count
    while (toDeal > 0 && activeCount[team]! > 0) {
      const working = activeCount[team]!
      // The last round may end before everybody had a turn; rounds in which nobody finishes are dealt at once.
      const getOne = Math.min(toDeal, working)
      let rounds = Math.max(1, Math.floor(toDeal / working))
      for (let at = 0; at < getOne; at++) rounds = Math.min(rounds, remaining[active[base + at]!]!)
      toDeal -= rounds * getOne
      let finished = -1
      for (let at = 0; at < getOne; at++) {
        const part = active[base + at]!
        remaining[part]! -= rounds
        if (remaining[part] === 0) {
          finish(part, day)
          finished = part
        }
      }
      if (finished >= 0) takeUp(team, finished, day)
    }
  }

  function finish(part: number, day: number): void {
    const [bet, team] = [partBet[part]!, partTeam[part]!]
    partDone[part] = day
    bits[wordStart[team]! + (partPlace[part]! >> 5)]! &= ~(1 << (partPlace[part]! & 31))
    left[team]!--
    if (--partsLeft[bet]! > 0) return
    doneDay[bet] = day
    if (hopeless[bet] === 0) state.undone--
    release(bet, part, day)
  }

  /** Counts the bet off for those that wait for it: they open with the next day. */
  function release(bet: number, part: number, day: number): void {
    const team = partTeam[part]!
    lastTeam[bet] = lastTeamOf(bet, team, day)
    for (let at = dependents.start[bet]!; at < dependents.start[bet + 1]!; at++) {
      const waiting = dependents.list[at]!
      if (--pending[waiting]! > 0) continue
      opened[openedCount++] = waiting
      state.nextOpening = day + 1
      if (tracks) setCause(waiting, part)
      openAtOnce(waiting, team, day)
    }
  }

  /** What a team itself made free it can go on with today; what another team did today it learns of tomorrow. */
  function openAtOnce(bet: number, team: number, day: number): void {
    for (let at = dependencies.start[bet]!; at < dependencies.start[bet + 1]!; at++) {
      const done = dependencies.list[at]!
      if (doneDay[done] === day && lastTeam[done] !== team) return
    }
    for (let part = partStart[bet]!; part < partStart[bet + 1]!; part++) {
      if (partTeam[part] !== team) continue
      open(part)
      openedOn[part] = day
    }
  }

  function lastTeamOf(bet: number, team: number, day: number): number {
    for (let part = partStart[bet]!; part < partStart[bet + 1]!; part++)
      if (partDone[part] === day && partTeam[part] !== team) return -1
    return team
  }

  function open(part: number): void {
    bits[wordStart[partTeam[part]!]! + (partPlace[part]! >> 5)]! |= 1 << (partPlace[part]! & 31)
  }

  /** Lets a team of several take up the first of what is open; `finished` is the part that made room, or -1. */
  function takeUp(team: number, finished: number, day: number): void {
    const base = team * mostParallel
    const before = tracks && finished >= 0 ? new Set(active.subarray(base, base + activeCount[team]!)) : null
    choose(team)
    if (before === null) return
    for (const part of active.subarray(base, base + activeCount[team]!))
      if (!before.has(part)) noteCause(part, finished, day)
  }

  function choose(team: number): void {
    const [from, to, most] = [wordStart[team]!, wordStart[team + 1]!, parallel[team]!]
    const base = team * mostParallel
    let count = 0
    for (let at = from; at < to && count < most; at++) {
      for (let word = bits[at]!; word !== 0 && count < most; word &= word - 1) {
        const place = ((at - from) << 5) + (31 - Math.clz32(word & -word))
        active[base + count++] = queue[queueStart[team]! + place]!
      }
    }
    activeCount[team] = count
    current[team] = count === 1 ? active[base]! : count === 0 ? idle : several
  }

  /** What was open before has waited for the one that is finished. */
  function noteCause(part: number, finished: number, day: number): void {
    if (part < parts && openedOn[part] !== day) cause[part] = finished
  }

  function setCause(bet: number, by: number): void {
    cause.fill(by, partStart[bet], partStart[bet + 1])
  }

  const actions = { begin, openOn, dealSeveral, release, takeUp, noteCause }
  const ofTeams = {
    live,
    left,
    current,
    idle,
    several,
    touched,
    parallel,
    bits,
    wordStart,
    queue,
    queueStart,
  }
  const ofParts = { remaining, partPlace, partDone, partBet, cause }
  const ofBets = { partsLeft, doneDay, hopeless, leadsOn }
  return { ...actions, ...ofTeams, ...ofParts, ...ofBets, state, tracks }
}

const never = Number.MAX_SAFE_INTEGER

function wordStarts({ teams, queueStart }: Layout): Int32Array {
  const starts = new Int32Array(teams + 1)
  for (let team = 0; team < teams; team++)
    starts[team + 1] = starts[team]! + ((queueStart[team + 1]! - queueStart[team]! + 31) >> 5)
  return starts
}

/** How a trial begins, the same for all of them. */
function beginning({
  teams,
  bets,
  parts,
  partBet,
  partTeam,
  dependencies,
  earliest,
  hopeless,
  usable,
}: Layout) {
  const [partsLeft, left] = [new Int32Array(bets), new Int32Array(teams)]
  for (let part = 0; part < parts; part++) {
    partsLeft[partBet[part]!]!++
    if (usable[partTeam[part]!]) left[partTeam[part]!]!++
  }
  const pending = Int32Array.from(
    earliest,
    (day, bet) => dependencies.start[bet + 1]! - dependencies.start[bet]! + (day > 1 ? 1 : 0),
  )
  const live = Int32Array.from(left.keys().filter((team) => left[team]! > 0))
  const undone = hopeless.reduce((count, one) => count + 1 - one, 0)
  return { partsLeft, left, pending, live, undone }
}
