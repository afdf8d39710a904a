import { z } from 'zod'
import type { RecordShape } from '#kernel/shape.ts'
import { recordVerbs, type RecordVerbs } from '#surfaces/operations.ts'
import type { AgentSession } from '../agent-session.ts'

/** Types as an argument, each with what it is good for. */
export const type = z
  .enum(recordVerbs.map(({ definition }) => definition.type))
  .describe(
    `Type of record. ${recordVerbs.map(({ definition }) => `${definition.type}: ${definition.purpose.en}`).join(' ')}`,
  )

/** A key as an argument; its prefix says the type. */
export const key = z
  .string()
  .max(40)
  .describe('Key of a record, as in GOAL-3: a prefix that names its type, and a number.')

export const version = z
  .int()
  .min(1)
  .describe(
    'The version of the record that you read and whose change this is. If somebody changed it since, this is refused with both versions: read it again, and decide again.',
  )

export const fields = z
  .record(z.string(), z.unknown())
  .describe(
    'Values by name of field. Call describe with the type for the JSON schema of its fields. A reference to another record is its key as a string; null takes a value away.',
  )

/** A record in an answer. */
export const record = z.looseObject({
  type: z.string(),
  key: z.string(),
  title: z.string(),
  version: z
    .int()
    .describe('Counts the changes from 1; say it when you change, archive or restore the record.'),
  createdAt: z.string(),
  updatedAt: z.string(),
  archivedAt: z.string().nullable().describe('Null unless the record was put away.'),
  fields: z.record(z.string(), z.unknown()),
  references: z
    .record(z.string(), z.unknown())
    .describe('Titles of the records that fields refer to, by key.'),
})

/** A record at the end of a link or in a list, without its fields. */
export const mention = z.looseObject({
  key: z.string(),
  type: z.string(),
  title: z.string(),
})

/** Verbs of a type; a type that the session does not have is a programming error. */
export function verbsOf({ verbs }: AgentSession, type: string): RecordVerbs {
  const found = verbs.find(({ definition }) => definition.type === type)
  if (found) return found
  throw new Error(`There are no verbs for ${type}.`)
}

/** Verbs of the type that a key names; refuses what is no key. */
export function verbsOfKey(session: AgentSession, text: string): RecordVerbs {
  return verbsOf(session, session.kernel.records.ofKey(text).definition.type)
}

/** Where a person sees the record. */
export function placeOf({ definition }: RecordVerbs, shown?: string): string {
  const record = shown === undefined ? '' : `/${encodeURIComponent(shown.trim().toUpperCase())}`
  return `/${definition.collection}${record}`
}

/** A record as the data of an answer. */
export function recordData(shape: RecordShape): Readonly<Record<string, unknown>> {
  return { record: shape }
}
