import type { ColumnType, Generated } from 'kysely'

/** One tenant; every other table carries its id as the first column of its key. */
export interface WorkspaceTable {
  id: string
  name: string
  key_check: string
  created_at: Generated<Date>
}

/** One audited write; `salt` and `payload` are null once the payload was erased. */
export interface AuditTable {
  workspace_id: string
  seq: number
  at: Date
  actor_kind: string
  actor_id: string
  operation: string
  subject_type: string | null
  subject_id: string | null
  payload: ColumnType<unknown, string, string | null>
  salt: string | null
  payload_hash: string
  previous_hash: string
  hash: string
}

/** The last link of a workspace's audit chain. */
export interface AuditHeadTable {
  workspace_id: string
  seq: number
  hash: string
}

/** All tables known to Kysely; other parts add theirs with `declare module '#kernel/store/tables.ts'`. */
export interface Tables {
  workspace: WorkspaceTable
  audit: AuditTable
  audit_head: AuditHeadTable
}
