import { ago, type say, type SampleRecord } from '#workspace'

type Fields = SampleRecord['versions'][number]['fields']
type Version = SampleRecord['versions'][number]

interface Told {
  /** Days ago on which it was written and on which it became active. */
  readonly written: number
  readonly active?: number
  /** How it ended, and when. */
  readonly end?: readonly [daysAgo: number, state: 'reached' | 'missed' | 'dropped']
  readonly fields: Fields
  /** Days ago, value, confidence, and what was noted. */
  readonly checkIns?: readonly (readonly [
    daysAgo: number,
    value: number,
    confidence: number,
    note?: ReturnType<typeof say>,
  ])[]
  /** What was changed besides. */
  readonly later?: readonly Version[]
  readonly archived?: number
}

/** A goal with its check-ins, each a version of its own, as when somebody writes them one after the other. */
export function goal(name: string, told: Told): SampleRecord {
  const { written, active, end, fields, checkIns = [], later = [], archived } = told
  const rows = checkIns.map(([daysAgo, value, confidence, note]) => ({
    day: ago(daysAgo),
    value,
    confidence,
    ...(note && { note }),
  }))
  const after: Version[] = [
    ...(active === undefined ? [] : [{ daysAgo: active, fields: { state: 'active' } }]),
    ...checkIns.map(([daysAgo], at) => ({ daysAgo, fields: { checkIns: rows.slice(0, at + 1) } })),
    ...later,
    ...(end ? [{ daysAgo: end[0], fields: { state: end[1] } }] : []),
  ]
  return {
    name,
    type: 'goal',
    versions: [{ daysAgo: written, fields }, ...after.toSorted((one, other) => other.daysAgo - one.daysAgo)],
    ...(archived !== undefined && { archived: ago(archived) }),
  }
}
