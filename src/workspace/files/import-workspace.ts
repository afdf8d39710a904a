import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { assertRoom } from '#kernel/attachments/assert-room.ts'
import { defineOperation, type OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { checkAttached, readAttachedFiles, type ReadAttached } from './attached-files.ts'
import { refuseInSample } from '#kernel/store/sample-mark.ts'
import type { AuditedLink } from './audited-links.ts'
import { saltedVersions } from './audited-versions.ts'
import { checkExport } from './check-export.ts'
import { FileFaults } from './file-faults.ts'
import type { Manifest } from './manifest-file.ts'
import { readExport, type ReadRecord } from './read-export.ts'
import type { AttachedFile, TextFile } from './text-file.ts'
import { writeAttached } from './write-attached.ts'
import { versionsToKeep } from './versions-to-keep.ts'
import { writeImport, type RecordToWrite } from './write-import.ts'

/** What came in. */
export interface Imported {
  readonly records: Manifest['records']
  readonly links: number
  readonly attachments: number
}

/** Takes the files of an export in, with keys, history and links; either all of it or nothing. */
export const importWorkspace = defineOperation({
  name: 'workspace.import',
  summary: {
    en: 'Take an exported folder in, with keys, history, links and attached files: all of it or nothing.',
    de: 'Einen exportierten Ordner übernehmen, mit Schlüsseln, Verlauf, Verbindungen und angehängten Dateien: ganz oder gar nicht.',
  },
  input: z.strictObject({
    files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
    /** Those below `attachments`, in base64. */
    attachments: z.array(z.strictObject({ path: z.string(), content: z.string() })).default([]),
  }),
  access: ['owner'],
  by: 'person',
  writes: true,
  run: importAll,
})

async function importAll(
  context: OperationContext,
  { files, attachments }: { files: readonly TextFile[]; attachments: readonly AttachedFile[] },
): Promise<Imported> {
  await refuseInSample(context)
  const faults = new FileFaults()
  const given = readExport(context.records, files, faults)
  const attached: readonly ReadAttached[] = readAttachedFiles(attachments, faults)
  if (given) checkExport(context.records, given, faults)
  if (given) checkAttached(given, attached, faults)
  faults.refuse()
  if (!given) throw new Error('An export with nothing wrong could not be read.')
  await refuseTaken(context, given.records)
  const now = context.clock()
  const records = given.records.map((record): RecordToWrite => ({
    ...record,
    id: randomUUID(),
    versions: versionsToKeep(context, record, now),
  }))
  const links = given.links.map(({ value }) => value)
  await assertRoom(
    context,
    attached.reduce((sum, { bytes }) => sum + bytes.length, 0),
  )
  await writeImport(context, records, links, given.manifest.numbers)
  await writeAttached(context, attached, records)
  context.audit({
    payload: {
      links: links.map(({ from, relation, to }): AuditedLink => [from, relation, to]),
      attachments: attached.length,
      records: await saltedVersions(context, records),
    },
  })
  return { records: given.manifest.records, links: links.length, attachments: attached.length }
}

const listed = 50

/** A number that was given once is never given again, not even when its record is gone. */
async function refuseTaken(
  { transaction, workspaceId }: OperationContext,
  records: readonly ReadRecord[],
): Promise<void> {
  const rows = await transaction
    .selectFrom('record_number')
    .select(['type', 'last'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const lastOf = new Map(rows.map(({ type, last }) => [type, last]))
  const taken = records
    .filter(({ definition, number }) => number <= (lastOf.get(definition.type) ?? 0))
    .map(({ key }) => key)
  if (taken.length === 0) return
  const names = taken.slice(0, listed).join(', ')
  const more = taken.length > listed
  throw new Refusal(
    'conflict',
    {
      en: `The folder was not imported, and nothing was written: this workspace has already given the keys ${names}${more ? ` and ${taken.length - listed} more` : ''}.`,
      de: `Der Ordner wurde nicht importiert, und nichts wurde geschrieben: Diese Schlüssel hat der Arbeitsbereich schon vergeben: ${names}${more ? ` und ${taken.length - listed} weitere` : ''}.`,
    },
    {
      en: 'Import into an empty workspace: name another data folder with --data.',
      de: 'Importiere in einen leeren Arbeitsbereich: Nenne einen anderen Datenordner mit --data.',
    },
    [],
    { taken },
  )
}
