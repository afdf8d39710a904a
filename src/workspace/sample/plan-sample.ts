import type { Language, RecordDefinition } from '#kernel/shape.ts'
import { quarterBefore, workday, yearlyDay } from './sample-days.ts'
import type { Sample, SampleLink, SampleRecord, SampleValue, YearlyDay } from './sample-record.ts'

/** Something that happened in the sample company: a record was written, changed or put away, or two were linked. */
export type SampleStep =
  | {
      readonly what: 'create' | 'change' | 'archive'
      readonly at: Date
      readonly record: PlannedRecord
      readonly fields: Readonly<Record<string, unknown>>
    }
  | {
      readonly what: 'link'
      readonly at: Date
      readonly from: string
      readonly relation: SampleLink['relation']
      readonly to: string
    }

/** A record with the key that it will get, which follows from the days on which records were written. */
export interface PlannedRecord {
  readonly name: string
  readonly definition: RecordDefinition
  readonly key: string
}

/** The sample company as it is written: everything that happened, in order, and the key of each record by its name. */
export interface SamplePlan {
  readonly steps: readonly SampleStep[]
  readonly keys: ReadonlyMap<string, string>
}

export interface SampleSetting {
  readonly definitions: readonly RecordDefinition[]
  readonly language: Language
  /** The instant at which the company is begun; all of its history lies before. */
  readonly begun: Date
}

/** Puts what the areas brought in order, with dates and keys in place. Throws where it does not fit together. */
export function planSample(samples: readonly Sample[], setting: SampleSetting): SamplePlan {
  const records = samples.flatMap((each) => each.records)
  const planned = planRecords(records, setting)
  const told = [
    ...records.flatMap((record) => stepsOf(record, planned, setting)),
    ...samples.flatMap(({ links = [] }) => links.map((link) => linkStep(link, planned))),
  ].sort((one, other) => other.daysAgo - one.daysAgo || rank[one.step.what] - rank[other.step.what])
  // One after the other, so that the order can be told by the instants as well.
  let last = 0
  const steps = told.map(({ daysAgo, step }) => {
    const nine = workday(setting.begun, daysAgo).setUTCHours(9, 0, 0, 0)
    last = Math.max(last + 60_000, nine)
    return { ...step, at: new Date(last) }
  })
  return { steps, keys: new Map([...planned].map(([name, { key }]) => [name, key])) }
}

/** On one day, what refers to others comes behind them. */
const rank = { create: 0, change: 1, link: 2, archive: 3 } as const

type Planned = ReadonlyMap<string, PlannedRecord>

function planRecords(records: readonly SampleRecord[], { definitions }: SampleSetting): Planned {
  const numbers = new Map<string, number>()
  const planned = new Map<string, PlannedRecord>()
  const inOrder = records.toSorted((one, other) => other.versions[0].daysAgo - one.versions[0].daysAgo)
  for (const { name, type } of inOrder) {
    const definition = definitions.find((each) => each.type === type)
    if (!definition) throw new Error(`The sample company has a ${type}, which is no type of record.`)
    if (planned.has(name)) throw new Error(`The sample company has two records named ${name}.`)
    const number = (numbers.get(type) ?? 0) + 1
    numbers.set(type, number)
    planned.set(name, { name, definition, key: `${definition.prefix}-${number}` })
  }
  return planned
}

interface Told {
  readonly daysAgo: number
  readonly step: SampleStep
}

const unknownYet = new Date(0)

function stepsOf(
  { name, versions, archived }: SampleRecord,
  planned: Planned,
  setting: SampleSetting,
): Told[] {
  const record = find(planned, name)
  const told = versions.map(({ daysAgo, fields }, at): Told => {
    const values = resolve(fields, planned, setting)
    return {
      daysAgo,
      step: { what: at === 0 ? 'create' : 'change', at: unknownYet, record, fields: values },
    }
  })
  if (!archived) return told
  const step = { what: 'archive', at: unknownYet, record, fields: {} } as const
  return [...told, { daysAgo: archived.daysAgo, step }]
}

function linkStep({ daysAgo, from, relation, to }: SampleLink, planned: Planned): Told {
  const [one, other] = [find(planned, from).key, find(planned, to).key]
  return { daysAgo, step: { what: 'link', at: unknownYet, from: one, relation, to: other } }
}

function resolve(
  fields: Readonly<Record<string, SampleValue>>,
  planned: Planned,
  setting: SampleSetting,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, resolveValue(value, planned, setting)]),
  )
}

function resolveValue(value: SampleValue, planned: Planned, setting: SampleSetting): unknown {
  if (Array.isArray(value)) return value.map((each: SampleValue) => resolveValue(each, planned, setting))
  if (typeof value !== 'object' || value === null) return value
  if ('yearly' in value) return yearlyDay(setting.begun, value as YearlyDay) // nothing else has it
  const { en, de, daysAgo, quartersAgo, sample } = value as Readonly<Record<string, SampleValue>> // one of them or none, looked at below
  if (typeof en === 'string' && typeof de === 'string') return { en, de }[setting.language]
  if (typeof daysAgo === 'number') return workday(setting.begun, daysAgo).toISOString().slice(0, 10)
  if (typeof quartersAgo === 'number') return quarterBefore(setting.begun, quartersAgo)
  if (typeof sample === 'string') return find(planned, sample).key
  return resolve(value as Readonly<Record<string, SampleValue>>, planned, setting) // what is left is an object of values
}

function find(planned: Planned, name: string): PlannedRecord {
  const record = planned.get(name)
  if (record) return record
  throw new Error(`The sample company has no record named ${name}.`)
}
