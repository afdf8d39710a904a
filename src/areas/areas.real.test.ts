import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, recordOperations, type Kernel } from '#kernel'
import { kindOf } from '#kernel/shape.ts'
import { neededFields } from '#kernel/record/testing/needed-fields.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { records } from './records.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

describe.each(engines)('the records of all areas on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine)
  })
  afterAll(() => kernel.store.close())

  test.each(records)('the table of $type is exactly its record', async ({ type, fields }) => {
    const { rows } = await sql<{ name: string; type: string; required: boolean }>`
      select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
      from pg_attribute where attrelid = ${type.replaceAll('-', '_')}::regclass and attnum > 0 and not attisdropped
      order by attnum`.execute(kernel.store.database)
    const named = { date: 'date', timestamptz: 'timestamp with time zone' } as Record<string, string>
    const inOrder = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1)
    const expected = [
      { name: 'workspace_id', type: 'uuid', required: true },
      { name: 'id', type: 'uuid', required: true },
      ...Object.entries(fields).map(([name, field]) => ({
        name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        type: named[kindOf(field).column] ?? kindOf(field).column,
        required: field.required === true,
      })),
    ]
    expect(rows.toSorted(inOrder)).toEqual(expected.toSorted(inOrder))
  })

  test.each(records)(
    'a list of $type is narrowed by references and labels from an index',
    async (definition) => {
      const { rows } = await sql<{ name: string }>`
      select attname as name from pg_index join pg_attribute on attrelid = indrelid
      where indrelid = ${definition.type.replaceAll('-', '_')}::regclass and attnum = indkey[indnatts - 1]`.execute(
        kernel.store.database,
      )
      const indexed = new Set(rows.map(({ name }) => name))
      const kinds = ['reference', 'person', 'references', 'tags', 'choices']
      const missing = Object.entries(definition.fields)
        .filter(([, { kind }]) => kinds.includes(kind))
        .map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
        .filter((column) => !indexed.has(column))
      expect(missing).toEqual([])
    },
  )

  test.each(records)('a $type is written with what it requires alone, and shown', async (definition) => {
    const operations = recordOperations(definition)
    const fields = neededFields(definition)
    const made = await perform(kernel, operations.create, { kind: 'local' }, { fields })
    expect(made.key).toBe(`${definition.prefix}-1`)
    expect(await perform(kernel, operations.show, { kind: 'local' }, { key: made.key })).toEqual(made)
  })
})
