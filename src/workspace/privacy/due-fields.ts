import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import type { FoundRecord } from '#kernel/record/find-record.ts'
import { mayReadOfType } from '#kernel/record/may-read.ts'
import { columnOf, tableOf } from '#kernel/record/record-columns.ts'
import { emptyValues } from './forget-fields.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'clock' | 'actor'>

const day = 86_400_000

/**
 * The personal fields whose time is over and in which something is left, now or in a version: so many days after the
 * record was archived, or after the day on which what it tells of ended, whichever came first.
 */
export async function dueFields(context: Reader, { id, definition, shape }: FoundRecord): Promise<string[]> {
  const over = endOf(definition, shape.fields, shape.archivedAt)
  if (over === null) return []
  const due = Object.entries(definition.fields).flatMap(([name, { personal }]) =>
    personal && over + personal.deleteAfterDays * day <= context.clock().getTime() ? [name] : [],
  )
  const { rows } = await sql<{ fields: Readonly<Record<string, unknown>> }>`select fields from record_version
    where workspace_id = ${context.workspaceId} and record_id = ${id}`.execute(context.transaction)
  return due.filter((name) => {
    const empty = emptyValues(definition, [name])[name]
    return rows.some(({ fields }) => empty !== undefined && (fields[name] ?? null) !== empty)
  })
}

/** Keys of the records of which something may be due; `dueFields` tells what. */
export async function maybeDue(context: Reader): Promise<string[]> {
  const keys: string[] = []
  for (const definition of context.records.all) {
    const days = Object.values(definition.fields).flatMap(({ personal }) => personal?.deleteAfterDays ?? [])
    if (days.length === 0) continue
    const before = new Date(context.clock().getTime() - Math.min(...days) * day)
    const ended = definition.ends
      ? sql`or fields.${sql.id(columnOf(definition.ends))} < ${before.toISOString().slice(0, 10)}::date`
      : sql``
    const { rows } = await sql<{ number: number }>`select record.number from record
      join ${sql.table(tableOf(definition))} as fields
        on fields.workspace_id = record.workspace_id and fields.id = record.id
      where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
        and (record.archived_at <= ${before} ${ended}) and ${mayReadOfType(context.actor, definition)}
        and not exists (select from erasure where erasure.workspace_id = record.workspace_id
          and erasure.record_id = record.id)
      order by record.number`.execute(context.transaction)
    keys.push(...rows.map(({ number }) => `${definition.prefix}-${number}`))
  }
  return keys
}

/** Milliseconds since 1970 from which the days are counted; null while it goes on. A last day counts to its end. */
function endOf(
  { ends }: RecordDefinition,
  fields: FoundRecord['shape']['fields'],
  archivedAt: string | null,
): number | null {
  const last = ends === undefined ? null : fields[ends]
  const instants = [
    ...(archivedAt === null ? [] : [Date.parse(archivedAt)]),
    ...(typeof last === 'string' ? [Date.parse(`${last}T00:00:00Z`) + day] : []),
  ]
  return instants.length === 0 ? null : Math.min(...instants)
}
