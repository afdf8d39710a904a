import { sql } from 'kysely'
import { z } from 'zod'
import { actorId } from '../operation/actor.ts'
import { defineOperation, type OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { Attachment } from '../record/fields/attachments.ts'
import { typeOfName } from '../record/fields/file-types.ts'
import { mayRead } from '../record/may-read.ts'

/** A file whole; `content` is base64. */
export interface ReadAttachment extends Attachment {
  readonly content: string
}

/**
 * Gives a file out to whoever may read a record that names it, in its latest version or in an earlier one, and to whoever
 * has just uploaded it. Refuses one that is not there and one that the actor may not see in the same words.
 */
export const readAttachment = defineOperation({
  name: 'attachment.read',
  summary: {
    en: 'Give out a file that a record names.',
    de: 'Eine Datei herausgeben, die ein Datensatz nennt.',
  },
  input: z.strictObject({
    id: z.string().max(200),
    /** One of the names that it has in records; the one that was written last unless said. */
    name: z.string().max(1000).optional(),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: read,
})

async function read(
  context: OperationContext,
  { id, name }: { readonly id: string; readonly name?: string | undefined },
): Promise<ReadAttachment> {
  const { transaction, workspaceId } = context
  const known = await nameOf(context, id, name)
  if (known === null) throw noSuchFile()
  const { rows } = await sql<{ size: number; content: string }>`
    select size, translate(encode(bytes, 'base64'), E'\\n', '') as content from attachment
    where workspace_id = ${workspaceId} and id = ${id}`.execute(transaction)
  const type = typeOfName(known)
  if (!rows[0] || type === null) throw new Error('A file is named that is not there.')
  return { id, name: known, size: rows[0].size, type, content: rows[0].content }
}

async function nameOf(
  context: OperationContext,
  id: string,
  name: string | undefined,
): Promise<string | null> {
  const { transaction, workspaceId, actor } = context
  const named = name === undefined ? sql`true` : sql`found.name = ${name}`
  const { rows } = await sql<{ name: string }>`select name from (
      select attachment_use.name, record.updated_at as at from attachment_use join record
        on record.workspace_id = attachment_use.workspace_id and record.id = record_id
      where attachment_use.workspace_id = ${workspaceId} and attachment_id = ${id} and ${mayRead(context)}
      union all
      select name, at from attachment_upload
      where workspace_id = ${workspaceId} and attachment_id = ${id} and uploaded_by = ${actorId(actor)}
    ) as found where ${named} order by at desc, name limit 1`.execute(transaction)
  return rows[0]?.name ?? null
}

function noSuchFile(): Refusal {
  return new Refusal(
    'not-found',
    { en: 'There is no such file.', de: 'Diese Datei gibt es nicht.' },
    {
      en: 'Look at the record: it names the files that belong to it.',
      de: 'Sieh im Datensatz nach: Er nennt die Dateien, die zu ihm gehören.',
    },
  )
}
