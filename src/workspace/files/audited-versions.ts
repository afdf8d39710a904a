import { createHash, randomBytes } from 'node:crypto'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { FiledVersion } from './history-file.ts'
import { readVersions } from './read-versions.ts'
import { sortedJson } from './sorted-json.ts'

/**
 * What the audit keeps of records whose versions no rows of their own tell of: by key how many, and their hash. What
 * came in is hashed with a salt that lies beside the record and goes when something of it is erased; what an erasure
 * left, and what came in before there were salts, without one.
 */
export type AuditedVersions = Readonly<
  Record<
    string,
    { readonly versions: number } & ({ readonly hash: string } | { readonly saltedHash: string })
  >
>

type Context = Pick<OperationContext, 'transaction' | 'workspaceId'>

const saltBytes = 16
const batch = 1000

/** The versions that an erasure has left of these records, for the audit. */
export async function auditedVersions(
  context: Context,
  records: readonly { readonly id: string; readonly key: string }[],
): Promise<AuditedVersions> {
  const versions = await readVersions(
    context,
    records.map(({ id }) => id),
  )
  return Object.fromEntries(
    records.map(({ id, key }) => {
      const own = versions.get(id) ?? []
      return [key, { versions: own.length, hash: hashVersions(own) }]
    }),
  )
}

/** The versions that came in with these records, for the audit; keeps a salt for each. */
export async function saltedVersions(
  { transaction, workspaceId }: Context,
  records: readonly {
    readonly id: string
    readonly key: string
    readonly versions: readonly FiledVersion[]
  }[],
): Promise<AuditedVersions> {
  const salted = records.map((record) => ({ ...record, salt: randomBytes(saltBytes).toString('hex') }))
  for (let from = 0; from < salted.length; from += batch)
    await transaction
      .insertInto('version_salt')
      .values(
        salted
          .slice(from, from + batch)
          .map(({ id, salt }) => ({ workspace_id: workspaceId, record_id: id, salt })),
      )
      .execute()
  return Object.fromEntries(
    salted.map(({ key, versions, salt }) => [
      key,
      { versions: versions.length, saltedHash: hashVersions(versions, salt) },
    ]),
  )
}

/** What the audit keeps of versions: enough to notice that one was altered afterwards. */
export function hashVersions(versions: readonly FiledVersion[], salt?: string): string {
  const text = sortedJson(versions)
  return createHash('sha256')
    .update(salt === undefined ? text : `${salt}\n${text}`)
    .digest('hex')
}
