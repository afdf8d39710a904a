import { readAllRecords, type OperationContext } from '#kernel'
import { neighbours } from '#kernel/links/read-links.ts'
import type { RecordShape } from '#kernel/shape.ts'
import type { GoalLine } from './edition-shape.ts'
import { goal } from './goal.record.ts'
import { numberOf, rowsOf, textOf } from './text-of.ts'

/** The active goals that serve one of these strategies, or are part of one that does, each behind what it is part of. */
export async function goalsServing(
  context: OperationContext,
  strategies: readonly { readonly key: string }[],
): Promise<GoalLine[]> {
  const serving = new Set<string>()
  for (const { key } of strategies)
    // oxlint-disable-next-line no-await-in-loop -- one transaction answers one question after the other
    for (const { key: from, type, direction } of await neighbours(context, key))
      if (type === goal.type && direction === 'in') serving.add(from)
  const all = await readAllRecords(context, goal.type)
  const active = all.filter(({ fields }) => fields['state'] === 'active')
  const below = Map.groupBy(active, ({ fields }) => textOf(fields['parent']))
  const lines: GoalLine[] = []
  const told = new Set<string>()
  const add = (record: RecordShape, parent: string | null) => {
    if (told.has(record.key)) return
    told.add(record.key)
    lines.push(toLine(record, parent))
    for (const child of below.get(record.key) ?? []) add(child, record.key)
  }
  const isServing = ({ key }: RecordShape) => serving.has(key)
  // What is part of another that is told comes with that one.
  const keys = new Set(active.filter(isServing).map(({ key }) => key))
  for (const each of active.filter(isServing))
    if (!keys.has(textOf(each.fields['parent']) ?? '')) add(each, null)
  for (const each of active.filter(isServing)) add(each, null)
  return lines
}

function toLine({ key, title, fields }: RecordShape, parent: string | null): GoalLine {
  const values = rowsOf(fields['checkIns']).filter(({ value }) => typeof value === 'number')
  const latest = values.toSorted((a, b) => String(a['day']).localeCompare(String(b['day']))).at(-1)
  return {
    key,
    title,
    parent,
    due: textOf(fields['due']),
    unit: textOf(fields['unit']),
    baseline: numberOf(fields['baseline']),
    target: numberOf(fields['target']),
    value: numberOf(latest?.['value']),
  }
}
