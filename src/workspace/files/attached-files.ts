import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { attachmentsIn } from '#kernel/attachments/attachment-uses.ts'
import { contentIs } from '#kernel/attachments/check-content.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import type { Attachment } from '#kernel/record/fields/attachments.ts'
import { contentOf, mostFileBytes, typeOfName } from '#kernel/record/fields/file-types.ts'
import type { FileFaults } from './file-faults.ts'
import type { ReadExport } from './read-export.ts'
import { attachmentPath, historyPath, manifestPath, type AttachedFile } from './text-file.ts'

/** An attached file of an export, found to be what its path says. */
export interface ReadAttached {
  readonly id: string
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
}

interface Versioned {
  readonly values: Readonly<Record<string, unknown>>
  readonly versions: readonly { readonly fields: Readonly<Record<string, unknown>> }[]
}

/** The files that a record names, in its values or in one of its versions. */
export function attachedIn(definition: RecordDefinition, { values, versions }: Versioned): Attachment[] {
  return [values, ...versions.map(({ fields }) => fields)].flatMap((each) => attachmentsIn(definition, each))
}

/** The files of these ids as an export holds them, in that order. */
export async function readAttached(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  ids: readonly string[],
): Promise<AttachedFile[]> {
  const files: AttachedFile[] = []
  for (const id of ids) {
    const { rows } = await sql<{ type: string; content: string }>`
      select type, translate(encode(bytes, 'base64'), E'\\n', '') as content from attachment
      where workspace_id = ${workspaceId} and id = ${id}`.execute(transaction)
    files.push(...rows.map(({ type, content }) => ({ path: attachmentPath(id, type), content })))
  }
  return files
}

/** Reads the attached files; notes those that are not what their path says. */
export function readAttachedFiles(files: readonly AttachedFile[], faults: FileFaults): ReadAttached[] {
  return files.flatMap(({ path, content }): ReadAttached[] => {
    const [, id = ''] = /^attachments\/([0-9a-f]{64})\.[a-z]+$/.exec(path) ?? []
    const bytes = Buffer.from(content, 'base64')
    const type = id === '' || bytes.length > mostFileBytes ? null : contentIs(bytes)
    if (id === '')
      faults.add(path, null, {
        en: 'Here a file is named by the SHA-256 of its content.',
        de: 'Hier heißt eine Datei nach dem SHA-256 ihres Inhalts.',
      })
    else if (bytes.length > mostFileBytes)
      faults.add(path, null, { en: 'It is larger than 10 MiB.', de: 'Sie ist größer als 10 MiB.' })
    else if (createHash('sha256').update(bytes).digest('hex') !== id)
      faults.add(path, null, {
        en: 'Its content is not the one that its name says: it was changed or cut off.',
        de: 'Ihr Inhalt ist nicht der, den ihr Name sagt: Er wurde geändert oder abgeschnitten.',
      })
    else if (type === null || attachmentPath(id, type) !== path)
      faults.add(path, null, {
        en: 'Its content is of a kind that is not kept, or not of the one that its name says.',
        de: 'Ihr Inhalt ist von einer Art, die nicht aufbewahrt wird, oder nicht von der, die ihr Name sagt.',
      })
    else return [{ id, path, type, bytes }]
    return []
  })
}

/** Notes files that records name and that are not there or something else, and files that no record names. */
export function checkAttached(
  given: ReadExport,
  attached: readonly ReadAttached[],
  faults: FileFaults,
): void {
  const byId = new Map(attached.map((file) => [file.id, file]))
  const named = new Set<string>()
  const check = (path: string, line: number | null, { id, name, size }: Attachment) => {
    named.add(id)
    const file = byId.get(id)
    const type = typeOfName(name)
    if (!file)
      faults.add(path, line, {
        en: `The file “${name}” (${id}) is not in the folder attachments, or is not whole.`,
        de: `Die Datei „${name}“ (${id}) liegt nicht im Ordner attachments oder ist nicht ganz.`,
      })
    else if (file.bytes.length !== size || type === null || contentOf(type) !== file.type)
      faults.add(path, line, {
        en: `The file “${name}” is of another size or kind than ${file.path}.`,
        de: `Die Datei „${name}“ ist von anderer Größe oder Art als ${file.path}.`,
      })
  }
  for (const { definition, key, path, values, history, lineOf } of given.records) {
    for (const each of attachmentsIn(definition, values)) check(path, lineOf(each.field), each)
    for (const [at, { fields }] of (history ?? []).entries())
      for (const each of attachmentsIn(definition, fields)) check(historyPath(key), at + 1, each)
  }
  for (const { id, path } of attached)
    if (!named.has(id))
      faults.add(path, null, { en: 'No record names this file.', de: 'Kein Datensatz nennt diese Datei.' })
  const said = given.manifest.attachments
  if (said !== attached.length)
    faults.add(manifestPath, null, {
      en: `It says that there are ${said} attached files, and there are ${attached.length}.`,
      de: `Dort stehen ${said} angehängte Dateien, und es sind ${attached.length}.`,
    })
}
