import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { AuditedVersions } from '../files/audited-versions.ts'

/** An audit row of a record: what was written, null once that was erased. */
export interface TrailRow {
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly operation: string
  readonly payload: {
    readonly key?: string
    readonly version?: number
    readonly fields?: Readonly<Record<string, unknown>>
  } | null
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId'>

/** The audit rows of records by their ids. */
export async function readTrail(
  { transaction, workspaceId }: Reader,
  type: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TrailRow[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<
    Omit<TrailRow, 'actorKind' | 'actorId'> & {
      readonly subject_id: string
      readonly actor_kind: string
      readonly actor_id: string
    }
  >`select subject_id, at, actor_kind, actor_id, operation, payload from audit
    where workspace_id = ${workspaceId} and subject_type = ${type} and subject_id in (${sql.join([...ids])})
    order by seq`.execute(transaction)
  return Map.groupBy(
    rows.map((row) => ({ ...row, actorKind: row.actor_kind, actorId: row.actor_id })),
    (row) => row.subject_id,
  )
}

/**
 * What the audit keeps as hashes, by key: the versions that came in with imports, and those that an erasure has left.
 * What was said last counts.
 */
export interface ImportTrail {
  readonly byKey: ReadonlyMap<string, AuditedVersions[string]>
  /** What their versions were hashed with, by key, where that is still there. */
  readonly salts: ReadonlyMap<string, string>
  /** Keys of which something was erased. */
  readonly erased: ReadonlySet<string>
}

/** Where the audit of what is there now begins: behind the removal of a sample company, which took all before it away. */
export async function startOfTrail({ transaction, workspaceId }: Reader): Promise<number> {
  const { rows } = await sql<{ seq: string | null }>`select max(seq) as seq from audit
    where workspace_id = ${workspaceId} and operation = 'sample.remove'`.execute(transaction)
  return Number(rows[0]?.seq ?? 0)
}

/** Operations of areas that bring many records in say so themselves. */
const brings = sql`(operation in ('workspace.import', 'sample.begin') or payload ->> 'brought' = 'true')`

/** Reads what all imports and the sample company brought, and what erasures left. */
export async function readImports(
  { transaction, workspaceId, records: registry }: Reader & Pick<OperationContext, 'records'>,
  start: number,
): Promise<ImportTrail> {
  const { rows } = await sql<{
    readonly brings: boolean
    readonly records: AuditedVersions
  }>`select ${brings} as brings, payload -> 'records' as records from audit
    where workspace_id = ${workspaceId} and seq > ${start} and payload -> 'records' is not null
      and (${brings} or operation in ('privacy.forget', 'privacy.repeat-erasures') or operation like '%.erase')
    order by seq`.execute(transaction)
  const salts = await transaction
    .selectFrom('version_salt')
    .innerJoin('record', (join) =>
      join
        .onRef('record.workspace_id', '=', 'version_salt.workspace_id')
        .onRef('record.id', '=', 'version_salt.record_id'),
    )
    .select(['record.type', 'record.number', 'salt'])
    .where('version_salt.workspace_id', '=', workspaceId)
    .execute()
  return {
    salts: new Map(
      salts.map(({ type, number, salt }) => [`${registry.ofType(type).prefix}-${number}`, salt]),
    ),
    byKey: new Map(rows.flatMap(({ records }) => Object.entries(records))),
    erased: new Set(rows.flatMap(({ brings, records }) => (brings ? [] : Object.keys(records)))),
  }
}
