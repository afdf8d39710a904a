import '../access/access-tables.ts'
import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { ReaderShape } from './reader-shape.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId'>

/** What is read: an edition of a record, by the record's id. */
interface Edition {
  readonly record: string
  readonly edition: number
}

/** Notes that the user has read the edition, on the first day that it is said; with `null` takes it back. */
export async function noteReading(
  { transaction, workspaceId }: Reader,
  { record, edition }: Edition,
  user: string,
  day: string | null,
): Promise<void> {
  const which = sql`workspace_id = ${workspaceId} and record_id = ${record}::uuid and edition = ${edition} and user_id = ${user}`
  if (day === null) await sql`delete from reading_receipt where ${which}`.execute(transaction)
  else
    await sql`insert into reading_receipt (workspace_id, record_id, edition, user_id, day)
      values (${workspaceId}, ${record}::uuid, ${edition}, ${user}, ${day}::date)
      on conflict (workspace_id, record_id, edition, user_id) do nothing`.execute(transaction)
}

/** The day on which the user said to have read the edition; null for not yet. */
export async function readDayOf(
  { transaction, workspaceId }: Reader,
  { record, edition }: Edition,
  user: string,
): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`select to_char(day, 'YYYY-MM-DD') as day from reading_receipt
    where workspace_id = ${workspaceId} and record_id = ${record}::uuid and edition = ${edition}
      and user_id = ${user}`.execute(transaction)
  return rows[0]?.day ?? null
}

/** Everybody who belongs to the company, by name, with whether they have read the edition. Guests are not asked. */
export async function readersOf(
  { transaction, workspaceId }: Reader,
  { record, edition }: Edition,
): Promise<ReaderShape[]> {
  const { rows } = await sql<ReaderShape>`
    select membership.user_id as member, sign_in_user.name, to_char(reading_receipt.day, 'YYYY-MM-DD') as read
    from membership join sign_in_user on sign_in_user.id = membership.user_id
    left join reading_receipt on reading_receipt.workspace_id = membership.workspace_id
      and reading_receipt.user_id = membership.user_id and reading_receipt.record_id = ${record}::uuid
      and reading_receipt.edition = ${edition}
    where membership.workspace_id = ${workspaceId} and removed_at is null and role <> 'guest'
    order by lower(sign_in_user.name), membership.user_id`.execute(transaction)
  return rows
}

/** All that the user said to have read. */
export async function readByMember(
  { transaction, workspaceId, records }: Reader & Pick<OperationContext, 'records'>,
  user: string,
): Promise<{ readonly key: string; readonly edition: number; readonly day: string }[]> {
  const { rows } = await sql<{ type: string; number: number; edition: number; day: string }>`
    select record.type, record.number, edition, to_char(day, 'YYYY-MM-DD') as day
    from reading_receipt join record on record.workspace_id = reading_receipt.workspace_id
      and record.id = reading_receipt.record_id
    where reading_receipt.workspace_id = ${workspaceId} and user_id = ${user}
    order by record.type, record.number, edition`.execute(transaction)
  return rows.map(({ type, number, edition, day }) => ({
    key: `${records.ofType(type).prefix}-${number}`,
    edition,
    day,
  }))
}
