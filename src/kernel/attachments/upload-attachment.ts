import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { actorId, holdsRole } from '../operation/actor.ts'
import { defineOperation, type OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { Attachment } from '../record/fields/attachments.ts'
import { cleanFileName } from '../record/fields/file-name.ts'
import { contentOf, mostFileBytes } from '../record/fields/file-types.ts'
import { assertRoom } from './assert-room.ts'
import { checkContent } from './check-content.ts'

/** How much of one person's may wait to be named, in bytes. */
const mostWaiting = 100 * 2 ** 20

/**
 * Keeps a file until a record names it, for a day at most, and answers with what the field of a record takes. `content`
 * is base64. Refuses what is too large, of a kind that is not kept, or not what its name says.
 */
export const uploadAttachment = defineOperation({
  name: 'attachment.upload',
  summary: {
    en: 'Upload a file, to be named in a record within a day.',
    de: 'Eine Datei hochladen, um sie binnen eines Tages in einem Datensatz zu nennen.',
  },
  input: z.strictObject({ name: z.string().max(1000), content: z.string() }),
  access: ['owner', 'leader', 'member'],
  writes: true,
  run: upload,
})

async function upload(
  context: OperationContext,
  given: { readonly name: string; readonly content: string },
): Promise<Attachment> {
  const { transaction, workspaceId, clock } = context
  assertMayAttach(context)
  const name = cleanFileName(given.name)
  const bytes = decode(given.content)
  if (bytes.length > mostFileBytes) throw tooLarge(name)
  if (bytes.length === 0) throw empty(name)
  const type = checkContent(name, bytes)
  await assertFewWaiting(context, bytes.length)
  await assertRoom(context, bytes.length)
  const id = createHash('sha256').update(bytes).digest('hex')
  await sql`insert into attachment (workspace_id, id, type, size, bytes)
    values (${workspaceId}, ${id}, ${contentOf(type)}, ${bytes.length}, decode(${given.content}, 'base64'))
    on conflict do nothing`.execute(transaction)
  const [by, at] = [actorId(context.actor), clock()]
  await transaction
    .insertInto('attachment_upload')
    .values({ workspace_id: workspaceId, attachment_id: id, uploaded_by: by, name, at })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'attachment_id', 'uploaded_by']).doUpdateSet({ name, at }),
    )
    .execute()
  // Neither name nor hash: both would outlive the file in the chain.
  context.audit({ payload: { size: bytes.length, type, surface: context.surface } })
  return { id, name, size: bytes.length, type }
}

/** Only whoever may write a record that takes files has a use for one. */
function assertMayAttach({ actor, records }: OperationContext): void {
  const takes = records.all.filter(({ fields }) =>
    Object.values(fields).some(({ kind }) => kind === 'attachments'),
  )
  if (takes.some(({ writers }) => holdsRole(actor, writers))) return
  throw new Refusal(
    'forbidden',
    { en: 'You may not attach files to any record.', de: 'Du darfst an keinen Datensatz Dateien anhängen.' },
    {
      en: 'Ask somebody who may change the record.',
      de: 'Bitte jemanden, der den Datensatz ändern darf.',
    },
  )
}

function decode(content: string): Buffer {
  const bytes = Buffer.from(content, 'base64')
  // Compared as a whole: Buffer passes over what is no base64.
  if (bytes.toString('base64') === content) return bytes
  throw new Refusal(
    'invalid',
    { en: 'The content is not base64.', de: 'Der Inhalt ist kein Base64.' },
    {
      en: 'Encode the bytes as RFC 4648 has it, with padding and without line breaks.',
      de: 'Kodiere die Bytes nach RFC 4648, mit Auffüllung und ohne Zeilenumbrüche.',
    },
  )
}

async function assertFewWaiting(
  { transaction, workspaceId, actor }: OperationContext,
  size: number,
): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`select coalesce(sum(size), 0)::float8 as waiting
    from attachment join attachment_upload
      on attachment_upload.workspace_id = attachment.workspace_id and attachment_id = id
    where attachment.workspace_id = ${workspaceId} and uploaded_by = ${actorId(actor)}`.execute(transaction)
  if ((rows[0]?.waiting ?? 0) + size > mostWaiting) throw tooMuchWaiting()
}

function tooLarge(name: string): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `“${name}” is larger than 10 MiB.`,
      de: `„${name}“ ist größer als 10 MiB.`,
    },
    {
      en: 'Make it smaller, or link to where it lies.',
      de: 'Mach sie kleiner, oder verlinke, wo sie liegt.',
    },
  )
}

function empty(name: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `“${name}” is empty.`, de: `„${name}“ ist leer.` },
    { en: 'Choose the file again.', de: 'Wähle die Datei noch einmal.' },
  )
}

function tooMuchWaiting(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: 'More than 100 MiB of your files wait to be named in a record.',
      de: 'Mehr als 100 MiB Deiner Dateien warten darauf, in einem Datensatz genannt zu werden.',
    },
    {
      en: 'Save the records they belong to; what is named nowhere goes after a day.',
      de: 'Speichere die Datensätze, zu denen sie gehören; was nirgends genannt ist, geht nach einem Tag.',
    },
  )
}
