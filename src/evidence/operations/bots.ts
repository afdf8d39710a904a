import { z } from 'zod'
import { defineOperation } from '#kernel'
import { askForScan } from '../facts/ask-for-scan.ts'
import { loadBots } from '../facts/load-bots.ts'
import { listedBots } from '../git/bots.ts'

/** The list of bots: the names and addresses that are known anyway, and the workspace's own. */
export const listBots = defineOperation({
  name: 'bot.list',
  summary: {
    en: 'List the rules by which bots are told from people.',
    de: 'Die Regeln auflisten, nach denen Bots von Menschen unterschieden werden.',
  },
  input: z.strictObject({}),
  access: ['owner', 'leader'],
  writes: false,
  run: async (context) => ({
    known: listedBots,
    own: await loadBots(context.transaction, context.workspaceId),
  }),
})

const entry = z.string().trim().toLowerCase().min(1).max(320)

/**
 * Replaces the workspace's own entries, each a whole name, a whole address or the part of one before the @, and reads
 * every repository anew with them.
 */
export const replaceBots = defineOperation({
  name: 'bot.replace',
  summary: {
    en: 'Replace the workspace’s own rules for bots.',
    de: 'Die Regeln des Arbeitsbereichs für Bots ersetzen.',
  },
  input: z.strictObject({ own: z.array(entry).max(1000) }),
  access: ['owner', 'leader'],
  by: 'person',
  writes: true,
  async run(context, { own }) {
    const { transaction, workspaceId } = context
    const entries = [...new Set(own)].sort()
    await transaction.deleteFrom('bot').where('workspace_id', '=', workspaceId).execute()
    if (entries.length > 0) {
      await transaction
        .insertInto('bot')
        .values(entries.map((each) => ({ workspace_id: workspaceId, entry: each })))
        .execute()
    }
    const repositories = await transaction
      .selectFrom('repository')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .execute()
    for (const { id } of repositories) await askForScan(context, id)
    // Entries may be names: who changed the list is kept, what stands in it is not.
    context.audit({ subject: { type: 'bot-list', id: workspaceId }, payload: { entries: entries.length } })
    return { known: listedBots, own: entries }
  },
})
