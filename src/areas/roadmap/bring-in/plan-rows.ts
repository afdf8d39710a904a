import { isDeepStrictEqual } from 'node:util'
import { wrongTogether, type FieldFault, type RecordDefinition, type RecordValues } from '#kernel/shape.ts'
import type { Fate } from './bring-in-shape.ts'
import type { KnownRecord } from './known-records.ts'
import type { ReadRow } from './read-rows.ts'
import { isSameThing, ofAnotherSource } from './same-thing.ts'

/** A row of a file beside the record that it became when it came in before; null for none. */
export interface RowToPlan extends ReadRow {
  readonly identity: string
  readonly known: KnownRecord | null
}

/** What becomes of a row. */
export interface PlannedRow extends RowToPlan {
  readonly fate: Fate
  /** What is written: all values of a new record, of another those that change. */
  readonly written: RecordValues
  /** Names of the fields that a person wrote otherwise since. */
  readonly disputed: readonly string[]
}

/**
 * Decides what becomes of each row. A record takes what is new in the file as long as nobody wrote something else there
 * since; one that a person changed in such a field is kept whole. Where nobody said whose the numbers are, a number alone
 * makes no row a record.
 */
export function planRows(
  definition: RecordDefinition,
  rows: readonly RowToPlan[],
  isSourceNamed: boolean,
): readonly PlannedRow[] {
  const firstOf = new Map<string, number>()
  const claimed = new Map<string, number>()
  return rows.map((row) => {
    const first = firstOf.get(row.identity)
    if (first !== undefined) return refused(row, [standsTwice(first)])
    firstOf.set(row.identity, row.row)
    if (row.faults.length > 0) return refused(row, row.faults)
    if (row.known === null) return planNew(definition, row)
    const { id, key } = row.known
    const other = claimed.get(id)
    if (other !== undefined) return refused(row, [leadsToTheSame(key, other)])
    const isSure = isSourceNamed || row.identity.startsWith('http')
    if (!isSure && !isSameThing(definition, row, row.known)) return refused(row, [ofAnotherSource(row.known)])
    const planned = planKnown(definition, row, row.known)
    if (planned.fate !== 'refused') claimed.set(id, row.row)
    return planned
  })
}

function planNew(definition: RecordDefinition, row: RowToPlan): PlannedRow {
  const written = { ...row.values, ...startOf(definition, row.values) }
  const faults = wrongTogether(definition, written, null)
  return faults.length > 0 ? refused(row, faults) : { ...row, fate: 'new', written, disputed: [] }
}

/** A record needs a state, also where the file says none. */
function startOf({ fields }: RecordDefinition, values: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'state' && (values[name] ?? null) === null ? [[name, field.initial]] : [],
    ),
  )
}

function planKnown(definition: RecordDefinition, row: RowToPlan, known: KnownRecord): PlannedRow {
  const { current, brought, isArchived, isOver } = known
  const changes: [string, RecordValues[string] | null][] = []
  const disputed: string[] = []
  const values = isReopened(row.values, current) ? { ...row.values, ended: null } : row.values
  for (const [name, given] of Object.entries(values)) {
    // Without a word for it the state stays what it is.
    if (definition.fields[name]?.kind === 'state' && given === null) continue
    // It says where the row stood when it came in first.
    if (row.isTitleMade && name === definition.title) continue
    // What was forgotten in time does not come back by a file.
    if (isOver && definition.fields[name]?.personal) continue
    const [said, now] = [given ?? null, current[name] ?? null]
    if (isDeepStrictEqual(said, now)) continue
    const before = brought === null ? null : (brought[name] ?? null)
    if (brought !== null && isDeepStrictEqual(said, before)) continue
    if (isDeepStrictEqual(now, before)) changes.push([name, said])
    else disputed.push(name)
  }
  const written = Object.fromEntries(changes)
  if (disputed.length > 0 || (isArchived && changes.length > 0))
    return {
      ...row,
      fate: 'kept',
      written: {},
      disputed: [...disputed, ...(isArchived ? Object.keys(written) : [])],
    }
  if (changes.length === 0) return { ...row, fate: 'same', written: {}, disputed: [] }
  const faults = wrongTogether(definition, written, current)
  return faults.length > 0 ? refused(row, faults) : { ...row, fate: 'changed', written, disputed: [] }
}

/** Whether it goes on, in the file, while the record has a day on which it ended. */
function isReopened({ state }: RecordValues, current: RecordValues): boolean {
  const isOpen = typeof state === 'string' && state !== 'shipped' && state !== 'stopped'
  return isOpen && (current['ended'] ?? null) !== null
}

function refused(row: RowToPlan, faults: readonly FieldFault[]): PlannedRow {
  return { ...row, faults, fate: 'refused', written: {}, disputed: [] }
}

function standsTwice(first: number): FieldFault {
  return {
    path: '',
    message: {
      en: `It stands in the file twice; row ${first} is the first.`,
      de: `Das steht zweimal in der Datei; Zeile ${first} ist die erste.`,
    },
  }
}

function leadsToTheSame(key: string, other: number): FieldFault {
  return {
    path: '',
    message: {
      en: `It leads to ${key}, and so does row ${other}; only one of the two can change it.`,
      de: `Das führt zu ${key}, wie schon Zeile ${other}; nur eine von beiden kann den Datensatz ändern.`,
    },
  }
}
