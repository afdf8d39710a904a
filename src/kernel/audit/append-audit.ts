import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { AuditDetails } from '../operation/define-operation.ts'
import type { Tables } from '../store/tables.ts'
import { hashLink, hashPayload, type ChainHead } from './chain.ts'

const SALT_BYTES = 16

/** One write to be audited. */
export interface AuditEntry {
  readonly workspaceId: string
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly operation: string
  readonly details: AuditDetails
}

/** Gives the end of the workspace's chain; from here to the commit other writes of the workspace wait. */
export async function lockChain(transaction: Transaction<Tables>, workspaceId: string): Promise<ChainHead> {
  return transaction
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Adds the next link to the workspace's chain, behind the end that `lockChain` gave; answers the new end. */
export async function appendAudit(
  transaction: Transaction<Tables>,
  head: ChainHead,
  entry: AuditEntry,
): Promise<ChainHead> {
  const { workspaceId, details } = entry
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const payload = JSON.stringify(details.payload ?? {})
  const link = {
    workspaceId,
    seq: head.seq + 1,
    at: entry.at,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    operation: entry.operation,
    subjectType: details.subject?.type ?? null,
    subjectId: details.subject?.id ?? null,
    payloadHash: hashPayload(salt, payload),
    previousHash: head.hash,
  }
  const hash = hashLink(link)
  await transaction
    .insertInto('audit')
    .values({
      workspace_id: link.workspaceId,
      seq: link.seq,
      at: link.at,
      actor_kind: link.actorKind,
      actor_id: link.actorId,
      operation: link.operation,
      subject_type: link.subjectType,
      subject_id: link.subjectId,
      payload,
      salt,
      payload_hash: link.payloadHash,
      previous_hash: link.previousHash,
      hash,
    })
    .execute()
  await transaction
    .updateTable('audit_head')
    .set({ seq: link.seq, hash })
    .where('workspace_id', '=', workspaceId)
    .execute()
  return { seq: link.seq, hash }
}
