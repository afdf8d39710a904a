import { Refusal } from '#kernel/operation/refusal.ts'
import type { Prepared, PreparedBet, PreparedTeam } from './forecast-input.ts'
import { layOut } from './lay-out.ts'
import { dayAt } from './percentiles.ts'
import { simulate, type SimulateOptions } from './simulate.ts'

/** How many working days a bet’s 85 % day moves when one input is at its low and at its high end, all else equal. */
export interface Influence {
  readonly input: InfluencingInput
  /** The key of the bet, or the name of the team. */
  readonly of: string
  readonly low: number
  readonly high: number
}

/**
 * `size` and `splitRate`: at the lower and at the upper end of the range. `risks`: none comes true, all do. `pace`: a tenth
 * fewer changes, a tenth more. `parallel`: one bet fewer at once, one more.
 */
export type InfluencingInput = 'size' | 'splitRate' | 'risks' | 'pace' | 'parallel'

const mostTold = 10
const paceChange = 0.1

/** Trials of one calculation: so many that all of them together draw about as many days as this. */
const [fewestTrials, mostTrials, daysInAll, mostInAll] = [100, 2000, 100_000_000, 300_000_000]

interface Variation {
  readonly input: InfluencingInput
  readonly of: string
  readonly low: Prepared | null
  readonly high: Prepared | null
}

/** What moves the date of each bet most, the strongest first. All calculations draw the same numbers. */
export function influencesOf(
  prepared: Prepared,
  usable: readonly boolean[],
  { mayGoOn }: Pick<SimulateOptions, 'mayGoOn'>,
): Influence[][] {
  const variations = [...prepared.bets.flatMap(ofBet(prepared)), ...prepared.teams.flatMap(ofTeam(prepared))]
  const trial = simulate(layOut(prepared, usable), { trials: fewestTrials, seed: prepared.seed })
  const cost = (trial.teamDays / fewestTrials + prepared.bets.length) * (2 * variations.length + 1)
  if (cost * fewestTrials > mostInAll) throw tooManyInputs(variations.length)
  const trials = Math.min(prepared.trials, mostTrials, Math.max(fewestTrials, Math.round(daysInAll / cost)))
  const daysOf = (varied: Prepared) => {
    const layout = layOut(varied, usable)
    const { counts } = simulate(layout, { trials, seed: prepared.seed, ...(mayGoOn && { mayGoOn }) })
    const width = layout.days.length + 1
    return varied.bets.map(
      (_, bet) => dayAt(counts.subarray(bet * width, (bet + 1) * width), trials, 85) ?? width,
    )
  }
  const usual = daysOf(prepared)
  const moved = variations.map(({ input, of, low, high }) => {
    const [atLow, atHigh] = [low && daysOf(low), high && daysOf(high)]
    return usual.map((day, bet): Influence => ({
      input,
      of,
      low: (atLow?.[bet] ?? day) - day,
      high: (atHigh?.[bet] ?? day) - day,
    }))
  })
  return usual.map((_, bet) =>
    moved
      .flatMap((influences) => influences[bet] ?? [])
      .filter(({ low, high }) => low !== 0 || high !== 0)
      .sort((one, other) => swing(other) - swing(one))
      .slice(0, mostTold),
  )
}

function tooManyInputs(count: number): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `What moves the dates cannot be told: there are ${count} inputs to try.`,
      de: `Was die Daten bewegt, lässt sich nicht sagen: Es wären ${count} Eingaben zu probieren.`,
    },
    {
      en: 'Ask without it, or forecast fewer bets at once.',
      de: 'Frag ohne das, oder nimm weniger Wetten auf einmal.',
    },
  )
}

function swing({ low, high }: Influence): number {
  return Math.max(Math.abs(low), Math.abs(high))
}

function ofBet(prepared: Prepared) {
  return (bet: PreparedBet, at: number): Variation[] => {
    const vary = (
      input: InfluencingInput,
      low: Partial<PreparedBet>,
      high: Partial<PreparedBet>,
    ): Variation => {
      const put = (changed: Partial<PreparedBet>) => ({
        ...prepared,
        bets: prepared.bets.with(at, { ...bet, ...changed }),
      })
      return { input, of: bet.key, low: put(low), high: put(high) }
    }
    const sized = (end: 0 | 1) => ({
      parts: bet.parts.map(({ team, size }) => ({ team, size: [size[end], size[end]] as const })),
    })
    const split = (end: 0 | 1) => ({ splitRate: [bet.splitRate[end], bet.splitRate[end]] as const })
    const risky = (chance: number) => ({ risks: bet.risks.map((risk) => ({ ...risk, chance })) })
    return [
      ...(bet.parts.some(({ size }) => size[0] < size[1]) ? [vary('size', sized(0), sized(1))] : []),
      ...(bet.splitRate[0] < bet.splitRate[1] ? [vary('splitRate', split(0), split(1))] : []),
      ...(bet.risks.length > 0 ? [vary('risks', risky(0), risky(1))] : []),
    ]
  }
}

function ofTeam(prepared: Prepared) {
  return (team: PreparedTeam, at: number): Variation[] => {
    const put = (changed: Partial<PreparedTeam>) => ({
      ...prepared,
      teams: prepared.teams.with(at, { ...team, ...changed }),
    })
    const paced = (by: number) => {
      const steps = team.capacity[0]?.from === 0 ? team.capacity : [{ from: 0, factor: 1 }, ...team.capacity]
      return { capacity: steps.map(({ from, factor }) => ({ from, factor: factor * by })) }
    }
    const { parallel, name } = team
    return [
      { input: 'pace', of: name, low: put(paced(1 - paceChange)), high: put(paced(1 + paceChange)) },
      {
        input: 'parallel',
        of: name,
        low: parallel > 1 ? put({ parallel: parallel - 1 }) : null,
        high: put({ parallel: parallel + 1 }),
      },
    ]
  }
}
