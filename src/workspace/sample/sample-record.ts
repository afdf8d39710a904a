import type { RelationName } from '#kernel/links/relations.ts'
import type { Words } from '#kernel/shape.ts'

/** A day, counted back from the one on which the sample company is begun. */
export interface DaysAgo {
  readonly daysAgo: number
}

/** Another record of the sample company, by its name there. */
export interface SampleReference {
  readonly sample: string
}

/** What a field of the sample company holds: as in any record, but texts in both languages, days ago and names. */
export type SampleValue =
  | string
  | number
  | boolean
  | null
  | Words
  | DaysAgo
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

/** The record of this name. */
export function the(sample: string): SampleReference {
  return { sample }
}
