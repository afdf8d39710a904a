import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { parseKey } from '#kernel/record/record-key.ts'
import type { Findings } from './findings.ts'
import type { ImportTrail } from './read-trail.ts'

/**
 * Checks that no number was given twice, that none was given behind the last one, and that no record is gone whose
 * writing the audit knows: an erasure takes that from the audit, too.
 */
export async function checkNumbers(
  { transaction, workspaceId, records }: OperationContext,
  { imports, start }: { readonly imports: ImportTrail; readonly start: number },
  findings: Findings,
): Promise<void> {
  const { rows: given } = await sql<{ key: string; id: string; is_there: boolean }>`
    select distinct audit.payload ->> 'key' as key, audit.subject_id as id, record.id is not null as is_there
    from audit left join record on record.workspace_id = audit.workspace_id and record.id::text = audit.subject_id
    where audit.workspace_id = ${workspaceId} and audit.seq > ${start} and audit.payload ->> 'version' is not null
      and audit.payload ->> 'key' is not null order by key, id`.execute(transaction)
  const { rows: present } = await sql<{ type: string; number: number; count: number }>`
    select type, number, count(*)::integer as count from record where workspace_id = ${workspaceId}
    group by type, number order by type, number`.execute(transaction)
  const { rows: lasts } = await sql<{ type: string; last: number }>`
    select type, last from record_number where workspace_id = ${workspaceId}`.execute(transaction)
  const lastOf = new Map(lasts.map(({ type, last }) => [type, last]))
  const prefixOf = new Map(records.all.map(({ type, prefix }) => [type, prefix]))
  const typeOf = new Map(records.all.map(({ type, prefix }) => [prefix, type]))
  const there = new Map(
    present.map(({ type, number, count }) => [`${prefixOf.get(type) ?? type}-${number}`, count]),
  )
  const ids = Map.groupBy(given, ({ key }) => key)

  const keys = new Set([...ids.keys(), ...imports.byKey.keys(), ...there.keys()])
  for (const key of [...keys].sort()) {
    const owners = ids.get(key) ?? []
    if (owners.length > 1 || (there.get(key) ?? 0) > 1)
      findings.add('number', key, 'The number was given twice.', 'Die Nummer wurde zweimal vergeben.')
    const isGone = owners.some((owner) => !owner.is_there) || (imports.byKey.has(key) && !there.has(key))
    if (isGone)
      findings.add(
        'record',
        key,
        'The record is gone, and nothing says that it was erased.',
        'Der Datensatz ist verschwunden, und nichts sagt, dass er gelöscht wurde.',
      )
    const { prefix = '', number = 0 } = parseKey(key) ?? {}
    if (number > (lastOf.get(typeOf.get(prefix) ?? '') ?? 0))
      findings.add(
        'number',
        key,
        'The number lies behind the last one that was given, so it would be given again.',
        'Die Nummer liegt hinter der letzten vergebenen, sie würde also noch einmal vergeben.',
      )
  }
}
