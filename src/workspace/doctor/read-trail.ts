import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'

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

/** What the audit says came in with imports, by key. */
export interface ImportTrail {
  readonly byKey: ReadonlyMap<string, { readonly versions: number; readonly hash: string }>
  /** Whether what an import said was erased, so that nothing can be said about what it brought. */
  readonly isErased: boolean
}

/** Where the audit of what is there now begins: behind the removal of a sample company, which took all before it away. */
export async function startOfTrail({ transaction, workspaceId }: Reader): Promise<number> {
  const { rows } = await sql<{ seq: string | null }>`select max(seq) as seq from audit
    where workspace_id = ${workspaceId} and operation = 'sample.remove'`.execute(transaction)
  return Number(rows[0]?.seq ?? 0)
}

/** Reads what all imports brought, and the sample company. */
export async function readImports({ transaction, workspaceId }: Reader, start: number): Promise<ImportTrail> {
  const { rows } = await sql<{
    readonly payload: { readonly records: Record<string, { versions: number; hash: string }> } | null
  }>`select payload from audit where workspace_id = ${workspaceId} and seq > ${start}
      and operation in ('workspace.import', 'sample.begin') order by seq`.execute(transaction)
  return {
    byKey: new Map(rows.flatMap(({ payload }) => Object.entries(payload?.records ?? {}))),
    isErased: rows.some(({ payload }) => payload === null),
  }
}
