import { createHash } from 'node:crypto'

/** What a link of the chain fixes: who did what to which subject when, and the hash of the payload, never the payload. */
export interface ChainLink {
  readonly workspaceId: string
  readonly seq: number
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly operation: string
  readonly subjectType: string | null
  readonly subjectId: string | null
  readonly payloadHash: string
  readonly previousHash: string
}

/** A point of the chain, as handed out with exports and packs. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** The hash of a link as 64 hexadecimal digits. */
export function hashLink(link: ChainLink): string {
  const fields = [
    link.workspaceId,
    link.seq,
    link.at.toISOString(),
    link.actorKind,
    link.actorId,
    link.operation,
    link.subjectType,
    link.subjectId,
    link.payloadHash,
    link.previousHash,
  ]
  return sha256(JSON.stringify(fields))
}

/** The hash of a payload's stored text under its salt; with salt and text erased it tells nothing. */
export function hashPayload(salt: string, payloadText: string): string {
  return sha256(`${salt}\n${payloadText}`)
}

/** What the first link of a workspace's chain follows. */
export function genesisHash(workspaceId: string): string {
  return sha256(`leitstand audit of ${workspaceId}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
