import { sql } from 'kysely'
import type { OperationContext } from '../operation/define-operation.ts'
import { mayRead } from './may-read.ts'
import { parseKey } from './record-key.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** Those of the texts that are keys of records which the actor may see: a message says `UTF-8` like `GOAL-3`. */
export async function readableKeys(context: Reader, texts: readonly string[]): Promise<Set<string>> {
  const byPrefix = new Map(context.records.all.map((definition) => [definition.prefix, definition]))
  const asked = new Map<string, { readonly type: string; readonly number: number; readonly key: string }>()
  for (const text of texts) {
    const parsed = parseKey(text)
    const definition = parsed && byPrefix.get(parsed.prefix)
    if (definition) asked.set(text, { type: definition.type, number: parsed.number, key: text })
  }
  if (asked.size === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select asked.key from record
    join json_to_recordset(${JSON.stringify([...asked.values()])}::json) as asked (type text, number integer, key text)
      on record.type = asked.type and record.number = asked.number
    where record.workspace_id = ${context.workspaceId} and ${mayRead(context)}`.execute(context.transaction)
  return new Set(rows.map(({ key }) => key))
}
