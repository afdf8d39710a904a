import type { SamplePlan } from '#workspace'

type Fields = Readonly<Record<string, unknown>>

/** Somebody whose commits are in the history. */
export interface Colleague {
  /** As in `Ada <ada@example.com>`. */
  readonly author: string
  readonly zone: string
  /** Days of the week as numbers, Sunday 0. */
  readonly days: ReadonlySet<number>
  readonly team: Team
}

export interface Team {
  /** As branches begin. */
  readonly name: string
  readonly folders: readonly string[]
  /** Keys of the goals that it works for. */
  readonly goals: readonly string[]
  /** What it is betting on. */
  readonly bets: readonly BetAtWork[]
}

/** A bet on the days on which it was in progress. */
export interface BetAtWork {
  /** In the sample company. */
  readonly name: string
  readonly key: string
  readonly investment: string
  /** How paths begin whose changes belong to it without naming it. */
  readonly paths: readonly string[]
}

/** Who worked where and for what, as the records of the company say it, on one day after the other. */
export class Company {
  private readonly steps: SamplePlan['steps']
  private taken = 0
  private readonly fields = new Map<string, Fields>()
  private readonly names = new Map<string, string>()
  private readonly owned: { readonly team: string; readonly goal: string }[] = []

  constructor({ steps }: SamplePlan) {
    this.steps = steps
  }

  /** Those who were at work on a day, which is nobody in a break; days are asked for in their order. */
  on(day: string): readonly Colleague[] {
    this.goOnTo(day)
    const resting = this.restingOn(day)
    const teams = new Map<string, Team>()
    return [...this.fields].flatMap(([key, fields]) => {
      const { name, identities, start, end, team, workingDays, zone } = fields
      if (!key.startsWith('PERSON-') || typeof team !== 'string' || !Array.isArray(identities)) return []
      if (String(start) > day || (typeof end === 'string' && end < day)) return []
      if (resting.has('everybody') || resting.has(team)) return []
      const known = teams.get(team) ?? this.teamOn(team, day)
      teams.set(team, known)
      const address = textOf(identities[0], 'identity')
      return [
        {
          author: `${String(name)} <${address}>`,
          zone: String(zone),
          days: new Set(listOf(workingDays).map((name) => weekdays.indexOf(String(name)))),
          team: known,
        },
      ]
    })
  }

  private goOnTo(day: string): void {
    for (let step = this.steps[this.taken]; step; step = this.steps[++this.taken]) {
      if (step.at.toISOString().slice(0, 10) > day) break
      if (step.what === 'link') {
        if (step.relation === 'owns') this.owned.push({ team: step.from, goal: step.to })
      } else if (step.what !== 'archive') {
        this.fields.set(step.record.key, { ...this.fields.get(step.record.key), ...step.fields })
        this.names.set(step.record.key, step.record.name)
      }
    }
  }

  /** Keys of teams that have a break, or everybody. */
  private restingOn(day: string): ReadonlySet<unknown> {
    const breaks = [...this.fields].filter(([key, { from, until }]) => {
      if (!key.startsWith('BREAK-')) return false
      return String(from) <= day && day <= String(until ?? from)
    })
    return new Set(breaks.flatMap(([, { teams }]) => (teams ? listOf(teams) : ['everybody'])))
  }

  private teamOn(key: string, day: string): Team {
    const { name, components } = this.fields.get(key) ?? {}
    const own = listOf(components).filter((row) => {
      const [from, until] = [textOf(row, 'from'), textOf(row, 'until')]
      return from <= day && (until === '' || until > day)
    })
    return {
      name: String(name).toLowerCase().split(' ')[0] ?? 'work',
      folders: own.map((row) => textOf(row, 'component')),
      goals: this.owned
        .filter(({ team, goal }) => team === key && this.fields.get(goal)?.['state'] === 'active')
        .map(({ goal }) => goal),
      bets: this.betsOf(key),
    }
  }

  private betsOf(team: string): readonly BetAtWork[] {
    return [...this.fields].flatMap(([key, { state, teams, investment, paths }]) => {
      if (!key.startsWith('BET-') || state !== 'in-progress' || !listOf(teams).includes(team)) return []
      return [
        {
          name: this.names.get(key) ?? '',
          key,
          investment: String(investment),
          // Those of the sample company end in a star and have none before.
          paths: listOf(paths).map((row) => textOf(row, 'pattern').replace(/\*$/, '')),
        },
      ]
    })
  }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(row: unknown, name: string): string {
  if (typeof row !== 'object' || row === null) return ''
  const value: unknown = Reflect.get(row, name)
  return typeof value === 'string' ? value : ''
}
