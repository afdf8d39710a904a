import './access-tables.ts'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { OperationContext } from '#kernel/operation/define-operation.ts'

type Writer = Pick<OperationContext, 'transaction' | 'clock'>

/** As whom a provider knows somebody: its own address and its name for them, which never changes. */
export const providerIdentity = z.object({
  issuer: z.string().min(1).max(2000),
  subject: z.string().min(1).max(255),
})

/** What the sign-in library calls a credential that is a password. */
export const passwordProvider = 'credential'

/** What the credentials of a provider are called; another issuer is another provider. */
export function providerId(issuer: string): string {
  return `oidc ${issuer}`
}

/** Gives a user a first password, as its hash. */
export async function addPassword(context: Writer, user: string, passwordHash: string): Promise<void> {
  await add(context, {
    user_id: user,
    provider_id: passwordProvider,
    account_id: user,
    password: passwordHash,
  })
}

/** Lets a user sign in as whom a provider knows. */
export async function addProviderCredential(
  context: Writer,
  user: string,
  { issuer, subject }: z.infer<typeof providerIdentity>,
): Promise<void> {
  await add(context, { user_id: user, provider_id: providerId(issuer), account_id: subject, password: null })
}

interface Added {
  readonly user_id: string
  readonly provider_id: string
  readonly account_id: string
  readonly password: string | null
}

async function add({ transaction, clock }: Writer, added: Added): Promise<void> {
  const now = clock()
  await transaction
    .insertInto('sign_in_credential')
    .values({ id: randomUUID(), ...added, created_at: now, updated_at: now })
    .execute()
}
