import { sql } from 'kysely'
import { attachmentsIn } from '#kernel/attachments/attachment-uses.ts'
import { neighbours } from '#kernel/links/read-links.ts'
import type { NeighbourShape } from '#kernel/links/link-shape.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { findRecord } from '#kernel/record/find-record.ts'
import type { RecordShape } from '#kernel/record/record-shape.ts'
import { isErased } from '#kernel/record/is-erased.ts'
import { readByMember } from '../receipts/reading-receipts.ts'
import { mentionsOf } from './mentions-of.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Everything that is stored about one person. Instants are ISO 8601 strings. */
export interface StoredAbout {
  readonly key: string
  readonly erased: boolean
  readonly record: RecordShape
  readonly versions: readonly {
    readonly version: number
    readonly at: string
    readonly by: string
    readonly operation: string
    readonly fields: Readonly<Record<string, unknown>>
  }[]
  /** The files that the record names or has named, each once; `content` is base64. */
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly size: number
    readonly content: string
  }[]
  /** What the record refers to and what refers to it. */
  readonly links: readonly NeighbourShape[]
  /** What was done to the record; the payload is null where it was erased. */
  readonly audit: readonly {
    readonly number: number
    readonly at: string
    readonly by: string
    readonly operation: string
    readonly payload: unknown
  }[]
  /** Null where none belongs to the person. */
  readonly account: {
    readonly name: string
    readonly email: string
    readonly role: string
    readonly joinedAt: string
    readonly sessions: number
    readonly keys: readonly string[]
    /** Names of their passkeys. */
    readonly passkeys: readonly string[]
    /** What they said to have read. */
    readonly read: readonly { readonly key: string; readonly edition: number; readonly day: string }[]
    /** Which operations were ever done from the account: not how often and not when. */
    readonly did: readonly string[]
  } | null
  /** Keys of other records whose text holds the person's name or address. */
  readonly mentions: readonly string[]
}

/** Gathers everything that is stored about the person whose record this is. */
export async function storedAbout(context: Reader, key: string): Promise<StoredAbout> {
  const { transaction, workspaceId } = context
  const found = await findRecord(context, key)
  const versions = await transaction
    .selectFrom('record_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('record_id', '=', found.id)
    .orderBy('version')
    .execute()
  const audit = await transaction
    .selectFrom('audit')
    .select(['seq', 'at', 'actor_kind', 'actor_id', 'operation', 'payload'])
    .where('workspace_id', '=', workspaceId)
    .where('subject_type', '=', found.definition.type)
    .where('subject_id', '=', found.id)
    .orderBy('seq')
    .execute()
  const erased = await isErased(context, found.id)
  return {
    key: found.shape.key,
    erased,
    record: found.shape,
    versions: versions.map((row) => ({
      version: row.version,
      at: row.at.toISOString(),
      by: `${row.actor_kind} ${row.actor_id}`,
      operation: row.operation,
      fields: row.fields,
    })),
    files: await filesOf(
      context,
      versions.flatMap(({ fields }) => attachmentsIn(found.definition, fields)),
    ),
    links: await neighbours(context, key),
    audit: audit.map((row) => ({
      number: row.seq,
      at: row.at.toISOString(),
      by: `${row.actor_kind} ${row.actor_id}`,
      operation: row.operation,
      payload: row.payload,
    })),
    account: await accountOf(context, found.id),
    mentions: erased ? [] : await mentionsOf(context, found),
  }
}

async function filesOf(
  { transaction, workspaceId }: Reader,
  named: readonly { readonly id: string; readonly name: string; readonly size: number }[],
): Promise<StoredAbout['files']> {
  const once = new Map(named.map(({ id, name, size }) => [id, { id, name, size }]))
  const files = []
  for (const file of once.values()) {
    const { rows } = await sql<{
      content: string
    }>`select translate(encode(bytes, 'base64'), E'\\n', '') as content
      from attachment where workspace_id = ${workspaceId} and id = ${file.id}`.execute(transaction)
    files.push(...rows.map(({ content }) => ({ ...file, content })))
  }
  return files
}

async function accountOf(context: Reader, recordId: string): Promise<StoredAbout['account']> {
  const { transaction, workspaceId } = context
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    role: string
    joined_at: Date
    sessions: number
    keys: string[]
    passkeys: string[]
    did: string[]
  }>`select sign_in_user.id, sign_in_user.name, email, role, joined_at,
      (select count(*) from sign_in_session where user_id = sign_in_user.id) as sessions,
      array(select api_key.name from api_key where api_key.workspace_id = ${workspaceId}
        and api_key.user_id = sign_in_user.id order by api_key.created_at) as keys,
      array(select sign_in_passkey.name from sign_in_passkey where sign_in_passkey.user_id = sign_in_user.id
        order by sign_in_passkey.created_at) as passkeys,
      array(select distinct operation from audit where audit.workspace_id = ${workspaceId}
        and actor_id = sign_in_user.id order by operation) as did
    from membership join sign_in_user on sign_in_user.id = membership.user_id
    where membership.workspace_id = ${workspaceId} and person_id = ${recordId}`.execute(transaction)
  const [row] = rows
  if (!row) return null
  return {
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: row.joined_at.toISOString(),
    sessions: row.sessions,
    keys: row.keys,
    passkeys: row.passkeys,
    read: await readByMember(context, row.id),
    did: row.did,
  }
}
