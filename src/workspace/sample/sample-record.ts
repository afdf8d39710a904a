import type { RelationName } from '#kernel/links/relations.ts'
import type { Words } from '#kernel/shape.ts'

/** A day, counted back from the one on which the sample company is begun. */
export interface DaysAgo {
  readonly daysAgo: number
}

/** A quarter, counted back from the one in which the sample company is begun. */
export interface QuartersAgo {
  readonly quartersAgo: number
}

/** A day that comes back every year, the first time that it does after another day. */
export interface YearlyDay {
  /** As in `10-03`, or how many days after Easter Sunday. */
  readonly yearly: string | number
  /** Days ago from which on it is looked for. */
  readonly since: number
  /** That many days later. */
  readonly later: number
  /** Moved on to the next Monday, where it is none. */
  readonly isMonday: boolean
}

/** Another record of the sample company, by its name there. */
export interface SampleReference {
  readonly sample: string
}

/** What a field of the sample company holds: as in any record, but texts in both languages, days told from today and names. */
export type SampleValue =
  | string
  | number
  | boolean
  | null
  | Words
  | DaysAgo
  | QuartersAgo
  | YearlyDay
  | SampleReference
  | readonly SampleValue[]
  | { readonly [name: string]: SampleValue }

/** What was written on a day: at first all fields, later those that changed. */
export interface SampleVersion {
  readonly daysAgo: number
  readonly fields: Readonly<Record<string, SampleValue>>
}

/** A record of the sample company with its whole history. */
export interface SampleRecord {
  /** By which the rest of the company refers to it; no other record has it. */
  readonly name: string
  readonly type: string
  readonly versions: readonly [SampleVersion, ...SampleVersion[]]
  /** When it was put away, if it was. */
  readonly archived?: DaysAgo
}

/** A link of the sample company, between records by name. */
export interface SampleLink {
  readonly daysAgo: number
  readonly from: string
  readonly relation: RelationName
  readonly to: string
}

/** What an area brings to the sample company. */
export interface Sample {
  readonly records: readonly SampleRecord[]
  readonly links?: readonly SampleLink[]
}

/** A text in both languages; the company is begun in one of them. */
export function say(en: string, de: string): Words {
  return { en, de }
}

/** That many days before the company is begun, moved to the Friday before where it would be a weekend. */
export function ago(daysAgo: number): DaysAgo {
  return { daysAgo }
}

/** The quarter that many before the one in which the company is begun, as in 2026-Q3. */
export function quarter(quartersAgo: number): QuartersAgo {
  return { quartersAgo }
}

/** The first such day of a calendar from so many days ago on. */
export function yearly(
  day: YearlyDay['yearly'],
  since: number,
  { later = 0, isMonday = false }: Partial<Pick<YearlyDay, 'later' | 'isMonday'>> = {},
): YearlyDay {
  return { yearly: day, since, later, isMonday }
}

/** The record of this name. */
export function the(sample: string): SampleReference {
  return { sample }
}
