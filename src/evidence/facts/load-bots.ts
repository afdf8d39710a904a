import type { OperationContext } from '#kernel'

/** The workspace's own entries in the list of bots, in order. */
export async function loadBots(
  transaction: OperationContext['transaction'],
  workspaceId: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('bot')
    .select('entry')
    .where('workspace_id', '=', workspaceId)
    .orderBy('entry')
    .execute()
  return rows.map((row) => row.entry)
}
