import { z } from 'zod'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { readValues, type RecordValues } from '#kernel/record/read-values.ts'
import type { FileFaults } from './file-faults.ts'
import { filedInstant as instant, readJsonLines } from './json-lines.ts'
import { historyPath, type TextFile } from './text-file.ts'

const name = z.string().min(1).max(200)
const version = z.strictObject({
  version: z.int().min(1),
  at: instant,
  by: z.strictObject({ kind: name, id: name }),
  surface: name,
  operation: name,
  archived: z.boolean(),
  fields: z.record(z.string(), z.unknown()),
})

/** A version of a record, whole; its values are canonical. */
export interface FiledVersion extends Omit<z.infer<typeof version>, 'fields'> {
  readonly fields: RecordValues
}

/** The history of a record as lines of JSON, one for each version from the first to the latest. */
export function writeHistoryFile(key: string, versions: readonly FiledVersion[]): TextFile {
  return {
    path: historyPath(key),
    text: versions.map((version) => `${JSON.stringify(version)}\n`).join(''),
  }
}

/** Reads the history of a record; notes what is wrong with it and then answers null. */
export function readHistoryFile(
  definition: RecordDefinition,
  file: TextFile,
  faults: FileFaults,
): readonly FiledVersion[] | null {
  const before = faults.count
  const versions = readJsonLines(file, () => version, faults).map(({ value, line }) => {
    const { values, faults: wrong } = readValues(definition, value.fields, () => true)
    for (const { message } of wrong) faults.add(file.path, line, message)
    return { ...value, fields: values }
  })
  if (faults.count > before) return null
  const gap = versions.findIndex((each, at) => each.version !== at + 1)
  if (gap >= 0 || versions.length === 0)
    faults.add(file.path, Math.max(gap, 0) + 1, {
      en: `Here version ${Math.max(gap, 0) + 1} is expected.`,
      de: `Hier wird Version ${Math.max(gap, 0) + 1} erwartet.`,
    })
  return faults.count > before ? null : versions
}

/** When a record was made, changed and put away, and by whom. */
export interface Envelope {
  readonly created: { readonly at: string; readonly by: string }
  readonly updated: { readonly at: string; readonly by: string }
  readonly archived: string | null
}

/** What the versions of a record say of it as a whole. */
export function envelopeOf(versions: readonly Pick<FiledVersion, 'at' | 'by' | 'archived'>[]): Envelope {
  const [first, last] = [versions[0], versions.at(-1)]
  if (!first || !last) throw new Error('A record has no version.')
  const open = versions.findLastIndex(({ archived }) => !archived)
  return {
    created: { at: first.at, by: first.by.id },
    updated: { at: last.at, by: last.by.id },
    archived: versions[open + 1]?.at ?? null,
  }
}
