import { sql } from 'kysely'
import { relations } from '#kernel/links/relations.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { Findings } from './findings.ts'
import type { LinkTrail } from './read-link-trail.ts'

/**
 * Checks that every link has its two ends and a relation that there is, that those of fields are what the fields say, and
 * that the others are those that the audit saw being made.
 */
export async function checkLinks(
  { transaction, workspaceId, records }: OperationContext,
  { references, trail }: { readonly references: readonly string[]; readonly trail: LinkTrail },
  findings: Findings,
): Promise<number> {
  const { rows } = await sql<{
    from_id: string
    to_id: string
    relation: string
    from_type: string | null
    from_number: number | null
    to_type: string | null
    to_number: number | null
  }>`
    select link.from_id, link.to_id, link.relation, source.type as from_type, source.number as from_number,
      target.type as to_type, target.number as to_number
    from link
    left join record as source on source.workspace_id = link.workspace_id and source.id = link.from_id
    left join record as target on target.workspace_id = link.workspace_id and target.id = link.to_id
    where link.workspace_id = ${workspaceId} order by link.from_id, link.relation, link.to_id`.execute(
    transaction,
  )
  const prefixes = new Map(records.all.map(({ type, prefix }) => [type, prefix]))
  const keyOf = (type: string | null, number: number | null) =>
    type === null || number === null ? null : `${prefixes.get(type) ?? type}-${number}`
  const missing = new Set([...references, ...trail.made])
  // Imports of an older version said how many links they brought and not which.
  let unnamed = trail.unnamed
  for (const row of rows) {
    const [from, to] = [keyOf(row.from_type, row.from_number), keyOf(row.to_type, row.to_number)]
    const name = `${from} ${row.relation} ${to}`
    if (from === null || to === null)
      findings.add(
        'link',
        from ?? to ?? row.from_id,
        `A link “${row.relation}” has an end that is not there: ${from === null ? row.from_id : row.to_id}.`,
        `Eine Verbindung „${row.relation}“ hat ein Ende, das es nicht gibt: ${from === null ? row.from_id : row.to_id}.`,
      )
    else if (row.relation.includes(':') ? !missing.has(name) : !isRelation(row.relation))
      findings.add(
        'link',
        from,
        `The link ${name} is nothing that could have been made.`,
        `Die Verbindung ${name} kann nicht so entstanden sein.`,
      )
    else if (!missing.has(name) && !trail.forgotten.has(row.from_id) && --unnamed < 0)
      findings.add(
        'link',
        from,
        `The audit knows nothing of the link ${name}.`,
        `Von der Verbindung ${name} weiß der Audit nichts.`,
      )
    missing.delete(name)
  }
  for (const name of missing)
    findings.add(
      'link',
      name.split(' ')[0] ?? '',
      `The link ${name} is missing.`,
      `Die Verbindung ${name} fehlt.`,
    )
  return rows.length
}

function isRelation(name: string): boolean {
  return relations.some((relation) => relation.name === name)
}
