import type { Row } from './fields/rows.ts'
import type { RecordValues } from './read-values.ts'

/** A record as every surface answers it. */
export interface RecordShape {
  readonly type: string
  readonly key: string
  readonly title: string
  /** Counts the changes, from 1; a change says which version it is made to. */
  readonly version: number
  readonly createdAt: string
  readonly createdBy: string
  readonly updatedAt: string
  readonly updatedBy: string
  readonly archivedAt: string | null
  readonly fields: RecordValues
  /** Titles of the records that its fields refer to, by key. */
  readonly references: Readonly<Record<string, ReferenceShape>>
}

export interface ReferenceShape {
  readonly type: string
  readonly title: string
  readonly archived: boolean
}

/** A page of a list, and where the next one begins; null at the end. */
export interface RecordPage {
  readonly records: readonly RecordShape[]
  readonly next: string | null
  /** All that match, on this page or not. */
  readonly total: number
}

/** One version of a record: who made it when and from where, and what it changed. */
export interface VersionShape {
  readonly version: number
  readonly at: string
  readonly by: { readonly kind: string; readonly id: string }
  readonly surface: string
  readonly operation: string
  readonly archived: boolean
  readonly changes: readonly FieldChange[]
}

/** Values of a field before and after as plain text; null where there was none. */
export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  /** Of a field of rows also these themselves, none where it had no value. */
  readonly rows?: { readonly before: readonly Row[]; readonly after: readonly Row[] }
}

/** That a record was written, linked or unlinked, and the version that it has now. */
export interface ChangeShape {
  readonly type: string
  readonly key: string
  readonly version: number
}
