import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { readVersions } from './read-versions.ts'
import { hashVersions } from './versions-to-keep.ts'

/** What the audit keeps of records whose versions no rows of their own tell of: by key how many, and their hash. */
export type AuditedVersions = Readonly<Record<string, { readonly versions: number; readonly hash: string }>>

/** The versions of these records as they are now, for the audit. */
export async function auditedVersions(
  context: Pick<OperationContext, 'transaction' | 'workspaceId'>,
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
