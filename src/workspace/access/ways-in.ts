import './access-tables.ts'
import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { passwordProvider, providerId } from './credentials.ts'

/** By how many ways a user can sign in now; the provider counts only while it is the workspace's. */
export interface WaysIn {
  readonly password: boolean
  readonly passkeys: number
  readonly provider: boolean
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId'>

/** By what a user can sign in now. */
export async function waysInOf({ transaction, workspaceId }: Reader, user: string): Promise<WaysIn> {
  const issuer = await transaction
    .selectFrom('sign_in_provider')
    .select('issuer')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  const credentials = await transaction
    .selectFrom('sign_in_credential')
    .select('provider_id')
    .where('user_id', '=', user)
    .execute()
  const { passkeys } = await transaction
    .selectFrom('sign_in_passkey')
    .select(sql<number>`count(*)::integer`.as('passkeys'))
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow()
  const has = (provider: string) => credentials.some(({ provider_id }) => provider_id === provider)
  return {
    password: has(passwordProvider),
    passkeys,
    provider: issuer !== undefined && has(providerId(issuer.issuer)),
  }
}

/** Refuses to leave somebody without any way to sign in. */
export function assertWayLeft({ password, passkeys, provider }: WaysIn): void {
  if (password || passkeys > 0 || provider) return
  throw new Refusal(
    'conflict',
    {
      en: 'That is the last way by which you can sign in.',
      de: 'Das ist die letzte Möglichkeit, mit der Du Dich anmelden kannst.',
    },
    {
      en: 'Add another passkey first, or have a password set with leitstand reset-password.',
      de: 'Füge zuerst einen anderen Passkey hinzu, oder lass mit leitstand reset-password ein Passwort setzen.',
    },
  )
}
