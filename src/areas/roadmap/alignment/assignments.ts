import { sql } from 'kysely'
import type { OperationContext } from '#kernel'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>

/** The bets that people assigned changes to, by the place of the change: `repository hash`. */
export async function readAssignments(context: Reader): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ repository_id: string; hash: string; number: number }>`
    select change_assignment.repository_id, change_assignment.hash, record.number
    from change_assignment join record on record.workspace_id = change_assignment.workspace_id
      and record.id = change_assignment.bet_id
    where change_assignment.workspace_id = ${context.workspaceId}`.execute(context.transaction)
  const { prefix } = context.records.ofType('bet')
  return new Map(
    rows.map(({ repository_id: repository, hash, number }) => [
      `${repository} ${hash}`,
      `${prefix}-${number}`,
    ]),
  )
}

/** Assigns changes of a repository to a bet, or with null to none; what was said of them before is replaced. */
export async function writeAssignments(
  { transaction, workspaceId, clock }: Pick<OperationContext, 'transaction' | 'workspaceId' | 'clock'>,
  repository: string,
  hashes: readonly string[],
  betId: string | null,
): Promise<void> {
  await sql`delete from change_assignment where workspace_id = ${workspaceId} and repository_id = ${repository}
    and hash = any (${sql.val(hashes)}::text[])`.execute(transaction)
  if (betId === null) return
  await sql`insert into change_assignment (workspace_id, repository_id, hash, bet_id, assigned_at)
    select ${workspaceId}::uuid, ${repository}::uuid, hash, ${betId}::uuid, ${clock()}
    from unnest(${sql.val(hashes)}::text[]) as hash`.execute(transaction)
}
