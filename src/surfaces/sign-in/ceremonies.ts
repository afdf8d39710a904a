import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kernel } from '#kernel'

/** What a sign-in that has begun is about; one begun for the one is no use for another. */
export type CeremonyKind = 'passkey' | 'new-passkey' | 'provider'

/** For how long something begun can be ended, in milliseconds. */
export const patience = 10 * 60_000

/** Keeps what a sign-in that has begun needs to end; gives the secret by which the same browser comes back. */
export async function beginCeremony(kernel: Kernel, kind: CeremonyKind, value: unknown): Promise<string> {
  const { store, clock } = kernel
  const [token, now] = [randomBytes(32).toString('base64url'), clock()]
  await store.database.deleteFrom('sign_in_verification').where('expires_at', '<=', now).execute()
  await store.database
    .insertInto('sign_in_verification')
    .values({
      id: randomUUID(),
      identifier: identifierOf(kernel, kind, token),
      value: JSON.stringify(value),
      expires_at: new Date(now.getTime() + patience),
      created_at: now,
      updated_at: now,
    })
    .execute()
  return token
}

/** What was kept under the secret, once; null where it was never begun, is over or was ended already. */
export async function endCeremony(
  kernel: Kernel,
  kind: CeremonyKind,
  token: string | undefined,
): Promise<unknown> {
  if (token === undefined) return null
  const found = await kernel.store.database
    .deleteFrom('sign_in_verification')
    .where('identifier', '=', identifierOf(kernel, kind, token))
    .where('expires_at', '>', kernel.clock())
    .returning('value')
    .executeTakeFirst()
  return found ? JSON.parse(found.value) : null
}

function identifierOf({ store }: Kernel, kind: CeremonyKind, token: string): string {
  const hash = createHash('sha256').update(token).digest('hex')
  return `${kind}:${store.workspaceId}:${hash}`
}
