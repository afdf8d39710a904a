import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { genesisHash, hashLink, hashPayload, type ChainHead } from './chain.ts'

const PAGE = 1_000

/** Either the whole chain holds, with its head and the number of erased payloads, or `seq` is the first row that does not, and why. */
export type ChainState =
  | { readonly holds: true; readonly head: ChainHead; readonly erased: number }
  | { readonly holds: false; readonly seq: number; readonly reason: ChainFault }

/** Why a row does not hold, as programs are told it. */
export type ChainFault =
  | 'the head that was handed out is of another workspace'
  | 'the row is not the one whose head was handed out'
  | 'the row is missing'
  | 'the row does not follow the one before it'
  | 'the row was altered'
  | 'the payload was altered'
  | 'the end of the chain is missing'

/** Checks the workspace's audit chain from its first row; with `since`, also that this head is still part of it. */
export async function verifyChain(
  database: Kysely<Tables>,
  workspaceId: string,
  since?: ChainHead,
): Promise<ChainState> {
  // Of one instant: between two reads others go on writing.
  const snapshot = database.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
  return snapshot.execute(async (transaction) => verifyChainIn(transaction, workspaceId, since))
}

/** The same within a transaction that sees one instant. */
export async function verifyChainIn(
  transaction: Transaction<Tables>,
  workspaceId: string,
  since: ChainHead | undefined,
): Promise<ChainState> {
  let head: ChainHead = { seq: 0, hash: genesisHash(workspaceId) }
  if (since?.seq === 0 && since.hash !== head.hash)
    return { holds: false, seq: 0, reason: 'the head that was handed out is of another workspace' }
  let erased = 0
  for (;;) {
    const rows = await readPage(transaction, workspaceId, head.seq)
    for (const row of rows) {
      const reason = brokenBecause(row, head)
      if (reason !== undefined) return { holds: false, seq: head.seq + 1, reason }
      if (row.payload === null) erased += 1
      head = { seq: row.seq, hash: row.hash }
      if (since?.seq === head.seq && since.hash !== head.hash)
        return { holds: false, seq: head.seq, reason: 'the row is not the one whose head was handed out' }
    }
    if (rows.length < PAGE) break
  }
  const missing = await missingEnd(transaction, workspaceId, head, since)
  return missing ?? { holds: true, head, erased }
}

type Row = Awaited<ReturnType<typeof readPage>>[number]

async function readPage(transaction: Transaction<Tables>, workspaceId: string, afterSeq: number) {
  return transaction
    .selectFrom('audit')
    .selectAll()
    .select(sql<string | null>`payload::text`.as('payload'))
    .where('workspace_id', '=', workspaceId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
}

function brokenBecause(row: Row, before: ChainHead): ChainFault | undefined {
  if (row.seq !== before.seq + 1) return 'the row is missing'
  if (row.previous_hash !== before.hash) return 'the row does not follow the one before it'
  if (hashRow(row) !== row.hash) return 'the row was altered'
  const { salt, payload } = row
  if (salt === null || payload === null) return undefined
  if (hashPayload(salt, payload) !== row.payload_hash) return 'the payload was altered'
  return undefined
}

function hashRow(row: Row): string {
  return hashLink({
    workspaceId: row.workspace_id,
    seq: row.seq,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    operation: row.operation,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    payloadHash: row.payload_hash,
    previousHash: row.previous_hash,
  })
}

async function missingEnd(
  transaction: Transaction<Tables>,
  workspaceId: string,
  end: ChainHead,
  since: ChainHead | undefined,
): Promise<ChainState | undefined> {
  const stored = await transaction
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  const reached = stored?.seq === end.seq && stored.hash === end.hash && (since?.seq ?? 0) <= end.seq
  return reached ? undefined : { holds: false, seq: end.seq + 1, reason: 'the end of the chain is missing' }
}
