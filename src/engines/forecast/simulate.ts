import { Refusal } from '#kernel/operation/refusal.ts'
import { daysInBlock } from './balance-days.ts'
import { dayDraw } from './draw-days.ts'
import { workDraw } from './draw-work.ts'
import type { Layout } from './lay-out.ts'
import { blockPlayer } from './play-block.ts'
import { seedWords } from './seed-words.ts'
import { worker } from './work-off.ts'

export interface SimulateOptions {
  readonly trials: number
  readonly seed: number
  /** Called after each trial; what it gets is used again in the next. */
  onTrial?(trial: Trial): void
  /** Called now and then; what it throws ends the calculation. */
  mayGoOn?(): void
  /** How many days of teams, and sizes, may be drawn before the rest is refused. */
  readonly mostTeamDays?: number
}

/** What came out of one trial. Days count from 1; 0 stands for not done within the horizon. */
export interface Trial {
  readonly doneDay: Int32Array
  readonly partDone: Int32Array
  /** Why a team took a part up when it did: see `causes`. */
  readonly cause: Int32Array
}

export interface Simulated {
  readonly trials: number
  /** In how many trials a bet was done on a day: counts[bet × (days + 1) + day], with those never done at day 0. */
  readonly counts: Int32Array
  /** Days that were drawn, each team’s by itself. */
  readonly teamDays: number
}

/** So many days of teams and sizes are drawn at most, some ten seconds: what takes more is refused rather than waited for. */
const usualMost = 500_000_000

/** Trials between two questions whether to go on. */
const trialsAtOnce = 128

/** Plays the future so many times, each by the rules of the README. */
export function simulate(layout: Layout, options: SimulateOptions): Simulated {
  const { trials, seed, onTrial, mayGoOn, mostTeamDays = usualMost } = options
  const words = seedWords(seed)
  const draw = dayDraw(layout, words, trials)
  const drawWork = workDraw(layout, words)
  const work = worker(layout, onTrial !== undefined)
  const playBlock = blockPlayer(draw.counts, layout.teams, work)
  const { live, state, doneDay } = work
  const { bets } = layout
  const horizon = layout.days.length
  const counts = new Int32Array(bets * (horizon + 1))
  let teamDays = 0

  for (let trial = 0; trial < trials; trial++) {
    if (trial % trialsAtOnce === 0) mayGoOn?.()
    draw.begin(trial)
    drawWork(work.remaining)
    work.begin()
    for (let day = 1; day <= horizon && state.undone > 0 && somebodyWorks(day); day += daysInBlock) {
      for (let at = 0; at < state.liveCount; at++) draw.draw(live[at]!, day)
      teamDays += playBlock(day, Math.min(daysInBlock, horizon - day + 1))
    }
    for (let bet = 0; bet < bets; bet++) counts[bet * (horizon + 1) + doneDay[bet]!]!++
    onTrial?.(work)
    if (teamDays + (trial + 1) * (bets + layout.parts) > mostTeamDays) throw tooMuchToDraw(trial + 1, options)
  }
  return { trials, counts, teamDays }

  function somebodyWorks(day: number): boolean {
    for (let at = 0; at < state.liveCount; at++) if (layout.worksUntil[live[at]!]! >= day) return true
    return false
  }
}

function tooMuchToDraw(done: number, { trials }: SimulateOptions): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `The forecast takes too long: only ${done} of ${trials} trials were done when it was ended.`,
      de: `Die Prognose dauert zu lange: Erst ${done} von ${trials} Durchläufen waren fertig, als sie abgebrochen wurde.`,
    },
    {
      en: 'Ask for fewer trials, or take out bets that lie years ahead.',
      de: 'Nimm weniger Durchläufe, oder nimm Wetten heraus, die Jahre entfernt sind.',
    },
  )
}
