import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { auditedLinks, type AuditedLink } from '../files/audited-links.ts'
import { auditedVersions, type AuditedVersions } from '../files/audited-versions.ts'

/** What is left of records once something of them was erased: from here on the audit knows them by this. */
export interface Left {
  readonly records: AuditedVersions
  /** The links that start from them, by their keys. */
  readonly linksLeft: Readonly<Record<string, readonly AuditedLink[]>>
}

/** Looks at what is left of these records. */
export async function leftOf(
  context: Pick<OperationContext, 'transaction' | 'workspaceId' | 'records'>,
  records: readonly { readonly id: string; readonly key: string }[],
): Promise<Left> {
  const links = await auditedLinks(
    context,
    records.map(({ id }) => id),
  )
  return {
    records: await auditedVersions(context, records),
    linksLeft: Object.fromEntries(records.map(({ key }) => [key, links.filter(([from]) => from === key)])),
  }
}
