import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { AuditedLink } from '../files/audited-links.ts'

/** The links that people made, as the audit knows them. */
export interface LinkTrail {
  /** Those that should be there, as in `GOAL-1 serves GOAL-2`. */
  readonly made: ReadonlySet<string>
  /** Records of which an older version erased what the audit knew of their links. */
  readonly forgotten: ReadonlySet<string>
  /** How many came in with imports of an older version, which did not say which. */
  readonly unnamed: number
}

interface Row {
  readonly operation: string
  readonly subject_id: string | null
  /** What it said was erased. */
  readonly gone: boolean
  readonly from: string | null
  readonly relation: string | null
  readonly to: string | null
  readonly links: readonly AuditedLink[] | number | null
  readonly left: Readonly<Record<string, readonly AuditedLink[]>> | null
}

/** Goes through all that the audit says of links since `start`, one after the other. */
export async function readLinkTrail(
  { transaction, workspaceId }: Pick<OperationContext, 'transaction' | 'workspaceId'>,
  start: number,
): Promise<LinkTrail> {
  const { rows } = await sql<Row>`
    select operation, subject_id, payload is null as gone, payload ->> 'from' as from, payload ->> 'relation' as relation,
      payload ->> 'to' as to, payload -> 'links' as links, payload -> 'linksLeft' as left
    from audit where workspace_id = ${workspaceId} and seq > ${start}
      and (operation in ('link.add', 'link.remove') or payload -> 'links' is not null
        or payload -> 'linksLeft' is not null) order by seq`.execute(transaction)
  const made = new Set<string>()
  const forgotten = new Set<string>()
  let unnamed = 0
  const add = (link: AuditedLink) => made.add(link.join(' '))
  for (const { operation, subject_id: subject, gone, from, relation, to, links, left } of rows) {
    if (from !== null && relation !== null && to !== null) {
      if (operation === 'link.remove') made.delete(`${from} ${relation} ${to}`)
      else add([from, relation, to])
    } else if (Array.isArray(links)) for (const link of links) add(link)
    else if (typeof links === 'number') unnamed += links
    else if (gone && subject !== null) forgotten.add(subject)
    for (const link of Object.values(left ?? {}).flat()) add(link)
    if (left !== null && subject !== null) forgotten.delete(subject)
  }
  return { made, forgotten, unnamed }
}
