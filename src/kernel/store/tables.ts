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

/** What every record has, whatever its type; the values of its fields are in the table of its type. */
export interface RecordTable {
  workspace_id: string
  id: string
  type: string
  number: number
  title: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

/** The last number that was given to a record of a type. */
export interface RecordNumberTable {
  workspace_id: string
  type: string
  last: number
}

/** Every version of a record, whole; references by key, as the record was shown. */
export interface RecordVersionTable {
  workspace_id: string
  record_id: string
  version: number
  at: Date
  actor_kind: string
  actor_id: string
  surface: string
  operation: string
  archived: boolean
  fields: ColumnType<Readonly<Record<string, unknown>>, string, string>
}

/** With what the audit hashed the versions that came with a record. */
export interface VersionSaltTable {
  workspace_id: string
  record_id: string
  salt: string
}

/** One record's relation to another. */
export interface LinkTable {
  workspace_id: string
  from_id: string
  relation: string
  to_id: string
  created_at: Date
  created_by: string
}

/** What an operation made under a key, so that it makes it once. */
export interface PerformedOnceTable {
  workspace_id: string
  actor_kind: string
  actor_id: string
  operation: string
  key: string
  input_hash: string
  subject_id: string
  at: Date
}

/** A record that was erased: its key and nothing of what was in it. */
export interface ErasureTable {
  workspace_id: string
  record_id: string
  type: string
  number: number
  /** The account that went with it. */
  user_id: string | null
  at: Date
  erased_by: string
}

/** The bytes of a file, once for each content; `id` is their SHA-256, `type` what they are told to be by themselves. */
export interface AttachmentTable {
  workspace_id: string
  id: string
  type: string
  size: number
  bytes: Uint8Array
}

/** Who has uploaded a file that no record of theirs names yet. */
export interface AttachmentUploadTable {
  workspace_id: string
  attachment_id: string
  uploaded_by: string
  name: string
  at: Date
}

/** Which record names a file, in whichever version, and under which name. */
export interface AttachmentUseTable {
  workspace_id: string
  attachment_id: string
  record_id: string
  name: string
}

/** That the workspace holds the sample company, since when, and behind which row of the audit. */
export interface SampleTable {
  workspace_id: string
  begun_at: Date
  begun_after: number
}

/** All tables known to Kysely; other parts add theirs with `declare module '#kernel/store/tables.ts'`. */
export interface Tables {
  workspace: WorkspaceTable
  audit: AuditTable
  audit_head: AuditHeadTable
  record: RecordTable
  record_number: RecordNumberTable
  record_version: RecordVersionTable
  version_salt: VersionSaltTable
  link: LinkTable
  performed_once: PerformedOnceTable
  erasure: ErasureTable
  attachment: AttachmentTable
  attachment_upload: AttachmentUploadTable
  attachment_use: AttachmentUseTable
  sample: SampleTable
}
