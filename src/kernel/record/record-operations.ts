import { z } from 'zod'
import { defineOperation, type Operation } from '../operation/define-operation.ts'
import type { RecordDefinition } from './define-record.ts'
import { findRecord, findRecordById } from './find-record.ts'
import { listRecords } from './list-records.ts'
import { mayReadType } from './may-read.ts'
import { recordHistory } from './record-history.ts'
import type { RecordPage, RecordShape, VersionShape } from './record-shape.ts'
import { noSuchRecord } from './record-registry.ts'
import { languages } from './words.ts'
import { archiveRecord, changeRecord, createRecord, restoreRecord } from './write-record.ts'

const key = z.string().max(40)
const fields = z.record(z.string(), z.unknown())
const version = z.int().min(1)

const created = z.strictObject({ fields })
const changed = z.strictObject({ key, version, fields })
const moved = z.strictObject({ key, version })
const shown = z.strictObject({ key })
const told = z.strictObject({ key, language: z.enum(languages).default('en') })
const listed = z.strictObject({
  where: z
    .array(
      z.strictObject({
        field: z.string(),
        is: z.enum(['equal', 'at-least', 'at-most', 'empty', 'set']),
        value: z.unknown().optional(),
      }),
    )
    .max(20)
    .default([]),
  title: z.string().max(200).default(''),
  archived: z.enum(['without', 'only', 'with']).default('without'),
  sort: z.string().max(80).default('-updatedAt'),
  after: z.string().max(2000).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})

/** What can be done with records of every type alike; verbs of one type alone are written by hand. */
export interface RecordOperations {
  readonly create: Operation<z.infer<typeof created>, RecordShape>
  readonly change: Operation<z.infer<typeof changed>, RecordShape>
  readonly archive: Operation<z.infer<typeof moved>, RecordShape>
  readonly restore: Operation<z.infer<typeof moved>, RecordShape>
  readonly show: Operation<z.infer<typeof shown>, RecordShape>
  readonly list: Operation<z.infer<typeof listed>, RecordPage>
  readonly history: Operation<z.infer<typeof told>, { readonly versions: readonly VersionShape[] }>
}

/** The operations of a type, from its definition. */
export function recordOperations(definition: RecordDefinition): RecordOperations {
  const { type, writers } = definition
  const write = { access: writers, writes: true } as const
  const read = {
    access: (actor: Parameters<typeof mayReadType>[0]) => mayReadType(actor, definition),
    writes: false,
  } as const
  const [one, many] = [definition.names.one.en.toLowerCase(), definition.names.many.en.toLowerCase()]
  const say = (en: string, de: string) => ({ en, de: `${definition.names.one.de}: ${de}` })
  const own = (text: string) => {
    if (!text.trim().toUpperCase().startsWith(`${definition.prefix}-`)) throw noSuchRecord(text)
    return text
  }
  return {
    create: defineOperation({
      ...write,
      name: `${type}.create`,
      summary: say(`Write a new ${one}.`, 'neu anlegen.'),
      input: created,
      run: (context, given) => createRecord(context, definition, given.fields, 'by hand'),
      again: async (context, id) => (await findRecordById(context, definition, id)).shape,
    }),
    change: defineOperation({
      ...write,
      name: `${type}.change`,
      summary: say(
        `Change fields of a ${one}, naming the version that the change is made to.`,
        'Felder ändern; dazu die Version nennen, der die Änderung gilt.',
      ),
      input: changed,
      run: (context, given) => changeRecord(context, own(given.key), given.version, given.fields, 'by hand'),
    }),
    archive: defineOperation({
      ...write,
      name: `${type}.archive`,
      summary: say(
        `Put a ${one} away; its links, its history and its key stay.`,
        'archivieren; Verbindungen, Verlauf und Schlüssel bleiben.',
      ),
      input: moved,
      run: (context, given) => archiveRecord(context, own(given.key), given.version),
    }),
    restore: defineOperation({
      ...write,
      name: `${type}.restore`,
      summary: say(`Take an archived ${one} back.`, 'aus dem Archiv zurückholen.'),
      input: moved,
      run: (context, given) => restoreRecord(context, own(given.key), given.version),
    }),
    show: defineOperation({
      ...read,
      name: `${type}.show`,
      summary: say(`Show a ${one} by its key.`, 'anhand des Schlüssels zeigen.'),
      input: shown,
      run: async (context, given) => (await findRecord(context, own(given.key))).shape,
    }),
    list: defineOperation({
      ...read,
      name: `${type}.list`,
      summary: say(
        `List ${many}, narrowed and in an order, page by page.`,
        'auflisten, eingegrenzt und geordnet, seitenweise.',
      ),
      input: listed,
      run: (context, given) => listRecords(context, definition, given),
    }),
    history: defineOperation({
      ...read,
      name: `${type}.history`,
      summary: say(
        `Show every version of a ${one} with what it changed.`,
        'jede Version zeigen, mit dem, was sie geändert hat.',
      ),
      input: told,
      run: async (context, given) => ({
        versions: await recordHistory(context, own(given.key), given.language),
      }),
    }),
  }
}
