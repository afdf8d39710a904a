import type { Layout } from './lay-out.ts'
import { simulate, type SimulateOptions, type Trial } from './simulate.ts'

/** What made a bet as late as it is, most often: from what began at once down to the bet itself. */
export interface Chain {
  /** The share of the trials, of those that saw it done, that went exactly this way. */
  readonly share: number
  readonly steps: readonly ChainStep[]
}

export interface ChainStep {
  readonly bet: string
  readonly team: string
  /**
   * Why the team took it up no earlier: it began at once (`start`), or on its earliest day (`earliest`); it waited for the
   * step before because it depends on it (`after`) or because the team was busy with it (`queue`).
   */
  readonly because: 'start' | 'earliest' | 'after' | 'queue'
}

/** Chains are counted over so many trials at most, and fewer where there are many bets. */
const [mostTrials, mostChains] = [10_000, 1_000_000]

interface Names {
  readonly bets: readonly { readonly key: string }[]
  readonly teams: readonly { readonly name: string }[]
}

/** The most common chain of each bet; null for one that is never done. */
export function chainsOf(layout: Layout, names: Names, options: SimulateOptions): (Chain | null)[] {
  const trials = Math.min(
    options.trials,
    mostTrials,
    Math.max(100, Math.floor(mostChains / (layout.bets + 1))),
  )
  const counter = chainCounter(layout)
  simulate(layout, { ...options, trials, onTrial: counter.count })
  return names.bets.map((_, bet) => {
    const found = counter.mostCommon(bet)
    return found && { share: found.share, steps: stepsOf(found.parts, layout, names) }
  })
}

/** Counts chains, each known by a number: that of the chain before its last part, and the part. */
function chainCounter(layout: Layout) {
  const { bets, parts, partStart } = layout
  const ends: { before: number; part: number }[] = []
  const numbers = new Map<number, number>()
  const counts = Array.from({ length: bets }, () => new Map<number, number>())
  const ofPart = new Int32Array(parts)

  function numberOf(before: number, part: number): number {
    // Without one before it is -1.
    const name = (before + 1) * parts + part
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, ends.length)
    ends.push({ before, part })
    return ends.length - 1
  }

  function chainOf(last: number, cause: Int32Array): number {
    const open: number[] = []
    for (let part = last; part >= 0 && ofPart[part] === -1; part = cause[part]!) open.push(part)
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      const before = cause[part]!
      ofPart[part] = numberOf(before < 0 ? -1 : ofPart[before]!, part)
    }
    return ofPart[last]!
  }

  return {
    count({ doneDay, partDone, cause }: Trial): void {
      ofPart.fill(-1)
      for (let bet = 0; bet < bets; bet++) {
        if (doneDay[bet] === 0) continue
        let last = partStart[bet]!
        while (partDone[last] !== doneDay[bet]) last++
        const chain = chainOf(last, cause)
        counts[bet]!.set(chain, (counts[bet]!.get(chain) ?? 0) + 1)
      }
    },
    mostCommon(bet: number): { share: number; parts: number[] } | null {
      let [most, all, chain] = [0, 0, -1]
      for (const [number, count] of counts[bet]!) {
        all += count
        if (count > most) [most, chain] = [count, number]
      }
      if (all === 0) return null
      const found: number[] = []
      for (; chain >= 0; chain = ends[chain]!.before) found.push(ends[chain]!.part)
      return { share: most / all, parts: found.reverse() }
    },
  }
}

function stepsOf(parts: readonly number[], layout: Layout, { bets, teams }: Names): ChainStep[] {
  const { partBet, partTeam, dependencies, earliest } = layout
  return parts.map((part, at) => {
    const [bet, before] = [partBet[part]!, parts[at - 1]]
    const waitsFor = dependencies.list.subarray(dependencies.start[bet], dependencies.start[bet + 1])
    const alone = earliest[bet]! > 1 ? 'earliest' : 'start'
    return {
      bet: bets[bet]?.key ?? '',
      team: teams[partTeam[part]!]?.name ?? '',
      because: before === undefined ? alone : waitsFor.includes(partBet[before]!) ? 'after' : 'queue',
    }
  })
}
