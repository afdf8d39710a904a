import { sql, type RawBuilder } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import type { RecordDefinition } from './define-record.ts'
import { kindOf, type Field } from './fields/field-kinds.ts'
import { readCursor, writeCursor, type ListCursor } from './list-cursor.ts'
import { loadRecords } from './load-records.ts'
import { mayReadOfType, seenBy } from './may-read.ts'
import { columnOf, tableOf, toColumn } from './record-columns.ts'
import type { RecordPage } from './record-shape.ts'
import { keysToIds, refusedList } from './reference-names.ts'

/** One condition on a field: that it has a value, that it has none, or how it compares to one. */
export interface Condition {
  readonly field: string
  readonly is: 'equal' | 'at-least' | 'at-most' | 'empty' | 'set'
  readonly value?: unknown
}

export interface ListQuery {
  readonly where: readonly Condition[]
  /** Words that the title must hold, in any order. */
  readonly title: string
  readonly archived: 'without' | 'only' | 'with'
  /** A field or `key`, `title`, `createdAt`, `updatedAt`; with a minus before it the other way round. */
  readonly sort: string
  readonly after: string | null
  readonly limit: number
}

type Context = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** A page of the records of a type. What has no value of the field that is sorted by stands at the end. */
export async function listRecords(
  context: Context,
  type: RecordDefinition,
  query: ListQuery,
): Promise<RecordPage> {
  // By what one may not see nothing is found or ordered, which would tell of it.
  const definition = seenBy(context.actor, type)
  const matching = await conditions(context, definition, query)
  // How many match decides how they are best found, and only the values tell; a kept plan knows none.
  if (query.where.length > 0)
    await sql`set local plan_cache_mode = force_custom_plan`.execute(context.transaction)
  const order = orderOf(definition, query.sort)
  const isDown = query.sort.startsWith('-')
  const from =
    query.after === null ? sql`true` : behind(order, isDown, readCursor(query.after, query.sort, order.type))
  const found = await loadRecords(
    context,
    definition,
    sql`where ${matching} and ${from} order by ${inOrder(order, isDown)} limit ${query.limit + 1}`,
  )
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    records: page.map(({ shape }) => shape),
    next:
      found.length > query.limit && last
        ? writeCursor(query.sort, await placeOf(context, definition, order, last.id))
        : null,
    total: await count(context, definition, query, matching),
  }
}

async function conditions(
  context: Context,
  definition: RecordDefinition,
  query: ListQuery,
): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [
    sql`record.workspace_id = ${context.workspaceId}`,
    sql`record.type = ${definition.type}`,
    mayReadOfType(context.actor, definition),
  ]
  if (query.archived === 'without') parts.push(sql`record.archived_at is null`)
  if (query.archived === 'only') parts.push(sql`record.archived_at is not null`)
  for (const word of query.title.split(/\s+/).filter(Boolean))
    parts.push(sql`position(lower(${word}) in lower(record.title)) > 0`)
  for (const condition of query.where) parts.push(await conditionOn(context, definition, condition))
  return sql.join(parts, sql` and `)
}

async function conditionOn(context: Context, definition: RecordDefinition, condition: Condition) {
  const field = fieldOf(definition, condition.field)
  const column = sql.ref(`fields.${columnOf(condition.field)}`)
  if (condition.is === 'empty') return sql`${column} is null`
  if (condition.is === 'set') return sql`${column} is not null`
  const read = kindOf(field).read(field, condition.value)
  if ('fault' in read) {
    const message = { en: `${field.label.en} ${read.fault.en}.`, de: `${field.label.de} ${read.fault.de}.` }
    throw refusedList(definition, [{ path: condition.field, message }])
  }
  const stored = await keysToIds(context, definition, { [condition.field]: read.value }, refusedList)
  const value = toColumn(field, stored[condition.field] ?? null)
  if (holdsSeveral.has(field.kind)) return sql`${column} @> ${value}`
  if (condition.is === 'equal') return sql`${column} = ${value}`
  if (kindOf(field).ordering !== 'amount') throw notInOrder(definition, condition.field)
  return condition.is === 'at-least' ? sql`${column} >= ${value}` : sql`${column} <= ${value}`
}

/** Kinds that a list is narrowed by to what holds all that is named. */
const holdsSeveral: ReadonlySet<Field['kind']> = new Set(['tags', 'choices', 'references'])

/** What a list is ordered by, and the SQL type of that. */
interface Order {
  readonly by: RawBuilder<unknown>
  readonly type: string
  readonly isNullable: boolean
}

function orderOf(definition: RecordDefinition, sort: string): Order {
  const name = sort.replace(/^-/, '')
  const always = { isNullable: false }
  if (name === 'key') return { by: sql`record.number`, type: 'integer', ...always }
  // In the same order on every engine, whatever the languages that it was built with.
  if (name === 'title') return { by: sql`lower(record.title) collate "C"`, type: 'text', ...always }
  if (name === 'createdAt') return { by: sql`record.created_at`, type: 'timestamptz', ...always }
  if (name === 'updatedAt') return { by: sql`record.updated_at`, type: 'timestamptz', ...always }
  const field = fieldOf(definition, name)
  const { ordering, column: type } = kindOf(field)
  if (ordering === 'none') throw notInOrder(definition, name)
  const column = sql.ref(`fields.${columnOf(name)}`)
  // Choices stand in the order in which they are declared.
  if (field.kind === 'state' || field.kind === 'choice')
    return {
      by: sql`array_position(${sql.val(Object.keys(field.choices))}::text[], ${column})`,
      type: 'integer',
      isNullable: true,
    }
  return { by: type === 'text' ? sql`lower(${column}) collate "C"` : column, type, isNullable: true }
}

/** Both parts the same way round, and as an index has them where there is one. */
function inOrder({ by, isNullable }: Order, isDown: boolean): RawBuilder<unknown> {
  const direction = isDown ? sql`desc` : sql`asc`
  return sql`${by} ${direction} ${isNullable ? sql`nulls last` : sql``}, record.id ${direction}`
}

/** Behind the row that the cursor names, in the order of the list. */
function behind(
  { by, type, isNullable }: Order,
  isDown: boolean,
  { text, id }: ListCursor,
): RawBuilder<unknown> {
  const later = isDown ? sql`<` : sql`>`
  if (text === null) return sql`(${by} is null and record.id ${later} ${id}::uuid)`
  const value = sql`${text}::text::${sql.raw(type)}`
  const isBehind = sql`(${by}, record.id) ${later} (${value}, ${id}::uuid)`
  return isNullable ? sql`(${by} is null or ${isBehind})` : isBehind
}

async function placeOf(
  context: Context,
  definition: RecordDefinition,
  order: Order,
  id: string,
): Promise<ListCursor> {
  const { rows } = await sql<{
    text: string | null
  }>`select ${order.by}::text as text from record ${joinFields(definition)}
    where record.workspace_id = ${context.workspaceId} and record.id = ${id}`.execute(context.transaction)
  return { text: rows[0]?.text ?? null, id }
}

async function count(
  context: Context,
  definition: RecordDefinition,
  query: ListQuery,
  matching: RawBuilder<unknown>,
): Promise<number> {
  // Only conditions on fields need the other table.
  const fields = query.where.length === 0 ? sql`` : joinFields(definition)
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from record ${fields} where ${matching}`.execute(context.transaction)
  return rows[0]?.total ?? 0
}

function joinFields(definition: RecordDefinition): RawBuilder<unknown> {
  return sql`join ${sql.table(tableOf(definition))} as fields
    on fields.workspace_id = record.workspace_id and fields.id = record.id`
}

function fieldOf(definition: RecordDefinition, name: string): Field {
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
  if (field) return field
  const shown = name.slice(0, 60)
  const message = {
    en: `A ${definition.names.one.en.toLowerCase()} has no field ${shown}.`,
    de: `${definition.names.one.de} hat kein Feld ${shown}.`,
  }
  throw refusedList(definition, [{ path: shown, message }])
}

function notInOrder({ fields, names }: RecordDefinition, name: string): Refusal {
  const label = fields[name]?.label
  return new Refusal(
    'invalid',
    {
      en: `${names.many.en} have no order by ${label?.en ?? name}.`,
      de: `${names.many.de} haben keine Reihenfolge nach ${label?.de ?? name}.`,
    },
    { en: 'Choose another field.', de: 'Wähle ein anderes Feld.' },
  )
}
