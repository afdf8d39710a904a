import { z } from 'zod'
import { defineOperation } from '#kernel'
import { askForScan } from '../facts/ask-for-scan.ts'
import { findRepository } from './repository-rows.ts'

/** Asks for a scan; one that waits already is not asked for twice. */
export const scanRepository = defineOperation({
  name: 'repository.scan',
  summary: { en: 'Ask for a scan of a repository.', de: 'Ein Repository scannen lassen.' },
  input: z.strictObject({ repository: z.uuid() }),
  access: ['owner', 'leader'],
  writes: true,
  async run(context, input) {
    const { id } = await findRepository(context.transaction, context.workspaceId, input.repository)
    await askForScan(context, id)
    context.audit({ subject: { type: 'repository', id } })
    return { id }
  },
})
