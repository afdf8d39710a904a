import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'
import { defineOperation } from '../operation/define-operation.ts'
import { perform } from '../operation/perform.ts'
import { removeUnnamed } from './attachment-uses.ts'

const day = 86_400_000

/** Removes the files that were uploaded more than a day ago and that no record names. */
export const removeUnnamedAttachments = defineOperation({
  name: 'attachment.remove-unnamed',
  summary: {
    en: 'Remove the files that were uploaded more than a day ago and that no record names.',
    de: 'Die Dateien entfernen, die vor mehr als einem Tag hochgeladen wurden und die kein Datensatz nennt.',
  },
  input: z.strictObject({}),
  access: ['owner'],
  writes: true,
  async run(context) {
    const { transaction, workspaceId, clock } = context
    await transaction
      .deleteFrom('attachment_upload')
      .where('workspace_id', '=', workspaceId)
      .where('at', '<', new Date(clock().getTime() - day))
      .execute()
    const removed = await removeUnnamed(context)
    context.audit({ payload: { removed } })
    return { removed }
  },
})

/** The same as a job, which writes nothing where nothing waits. */
export const removeUnnamedJob = defineJob({
  name: 'attachments-unnamed',
  input: z.strictObject({}),
  key: () => 'all',
  async run({ kernel, actor }) {
    const { store, clock } = kernel
    const { rows } = await sql<{ waits: boolean }>`select exists (select from attachment_upload
      where workspace_id = ${store.workspaceId} and at < ${new Date(clock().getTime() - day)}) as waits`.execute(
      store.database,
    )
    if (rows[0]?.waits) await perform(kernel, removeUnnamedAttachments, actor, {})
  },
})
