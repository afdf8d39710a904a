import { Refusal } from '#kernel/operation/refusal.ts'
import type { CapacityStep } from './forecast-input.ts'
import { dayText, readDay, type DayNumber } from './working-days.ts'

/** What changes in who works in a team. Shares are of a full-time job; no person is named, and none is told apart. */
export type PeopleChange =
  | {
      readonly kind: 'joins'
      readonly on: string
      /** 1 unless given; 0.6 for three days a week. */
      readonly share?: number
      /** Calendar days until whoever joins is as quick as the others. */
      readonly rampUpDays: number
      /** Of their full pace on the first day. */
      readonly startShare: number
      /** What the others lose during the ramp-up, of one full-time job. */
      readonly mentorCost: number
    }
  | { readonly kind: 'leaves'; readonly on: string; readonly share?: number }
  | { readonly kind: 'part-time'; readonly on: string; readonly from: number; readonly to: number }

/** A ramp is climbed in steps of a week, each as high as its middle. */
const rampStep = 7

const [mostPeople, mostRampUpDays] = [10_000, 3650]

/**
 * The factors by which a team’s pace changes with its people: what they contribute on a day ÷ what those contributed who
 * made its history (`people`, in full-time jobs). Somebody who joins on day d with the share s contributes, x days later,
 * s × (a + (1 − a) × x ÷ r) − m until the ramp-up of r days is over, a and m being the start share and the mentor cost, and
 * s from then on. A factor is never below 0. Refuses (`invalid`) a team without people: it has no pace to change.
 */
export function capacitySteps(people: number, changes: readonly PeopleChange[]): CapacityStep[] {
  if (!isWithin(people, 0, mostPeople) || people === 0) throw withoutPeople()
  const differences = changes.flatMap((change, at) => differencesOf(change, at))
  const byDay = Map.groupBy(differences, ({ day }) => day)
  let contributed = people
  const steps: CapacityStep[] = []
  for (const [day, those] of [...byDay].sort(([one], [other]) => one - other)) {
    contributed += those.reduce((sum, { by }) => sum + by, 0)
    // Rounded so that what goes and comes again leaves exactly 1.
    const factor = Math.max(0, Math.round((contributed / people) * 1e9) / 1e9)
    if (factor !== (steps.at(-1)?.factor ?? 1)) steps.push({ from: dayText(day), factor })
  }
  return steps
}

interface Difference {
  readonly day: DayNumber
  readonly by: number
}

function differencesOf(change: PeopleChange, at: number): Difference[] {
  const day = readDay(change.on)
  if (day === null) throw notUnderstood(at, change.on)
  const share = (value: number) => (isWithin(value, 0, 1) ? value : refuse(at, value))
  switch (change.kind) {
    case 'leaves':
      return [{ day, by: -share(change.share ?? 1) }]
    case 'part-time':
      return [{ day, by: share(change.to) - share(change.from) }]
    case 'joins': {
      const full = share(change.share ?? 1)
      const ramp = isWithin(change.rampUpDays, 0, mostRampUpDays)
        ? change.rampUpDays
        : refuse(at, change.rampUpDays)
      const [begin, mentor] = [share(change.startShare), share(change.mentorCost)]
      const differences: Difference[] = []
      let before = 0
      for (let from = 0; from < ramp; from += rampStep) {
        const middle = (from + Math.min(from + rampStep, ramp)) / 2
        const now = full * (begin + ((1 - begin) * middle) / ramp) - mentor
        differences.push({ day: day + from, by: now - before })
        before = now
      }
      return [...differences, { day: day + Math.ceil(ramp), by: full - before }]
    }
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

function refuse(at: number, value: unknown): never {
  throw notUnderstood(at, value)
}

function withoutPeople(): Refusal {
  return new Refusal(
    'invalid',
    {
      en: 'A team without people has no pace that could change.',
      de: 'Ein Team ohne Menschen hat kein Tempo, das sich ändern könnte.',
    },
    {
      en: `Say how many full-time jobs made its history: more than 0, at most ${mostPeople}.`,
      de: `Sag, wie viele Vollzeitstellen hinter seiner Historie stehen: mehr als 0, höchstens ${mostPeople}.`,
    },
  )
}

function notUnderstood(at: number, value: unknown): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The change of people number ${at + 1} holds ${String(value)}, which is not possible.`,
      de: `Die ${at + 1}. Änderung an den Menschen enthält ${String(value)}, was nicht sein kann.`,
    },
    {
      en: `Days are written 2026-01-31, shares go from 0 to 1, a ramp-up from 0 to ${mostRampUpDays} days.`,
      de: `Tage schreibst Du 2026-01-31, Anteile gehen von 0 bis 1, eine Einarbeitung von 0 bis ${mostRampUpDays} Tagen.`,
    },
  )
}
