import { z } from 'zod'
import { searchOperation } from '#kernel'
import { kindOf, type RecordShape } from '#kernel/shape.ts'
import type { RecordVerbs } from '#surfaces/operations.ts'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { key, mention, placeOf, record, recordData, type, verbsOf, verbsOfKey } from './arguments.ts'

export const findTool = defineTool({
  name: 'find',
  title: 'Find records by words',
  description:
    'Finds records of all types by key, title or text, the best first: words may be mistyped, begun or in another form of English or German. Records that were put away come last. Use it when you do not know a key. Answers with keys, titles and the place in a text; get shows one whole.',
  input: z.strictObject({
    words: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('Words or beginnings of words of a title or a text, or a key.'),
    type: type.optional(),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.object({
    records: z.array(
      mention.extend({
        archived: z.boolean().describe('Whether it was put away.'),
        foundBy: z
          .enum(['key', 'title', 'typo', 'text'])
          .describe('What has the words; typo: almost has them.'),
        snippet: z.string().nullable().describe('The place in a text that has the words.'),
      }),
    ),
    more: z.boolean().describe('Whether more were found than are shown.'),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, { words, type, limit }) {
    const asked = { q: words, types: type === undefined ? [] : [type], limit }
    const { hits, more } = await performForAgent(session, searchOperation, asked, '')
    const records = hits.map(({ found, snippet, key, type, title, archived }) => ({
      key,
      type,
      title,
      archived,
      foundBy: found,
      snippet: snippet?.text ?? null,
    }))
    return { said: `${hits.length} found${more ? ', and there are more' : ''}.`, data: { records, more } }
  },
})

export const getTool = defineTool({
  name: 'get',
  title: 'Show a record',
  description:
    'Shows a record by its key with all its fields and its version. The version is what change, archive and restore ask for.',
  input: z.strictObject({ key }),
  output: z.object({ record }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const verbs = verbsOfKey(session, input.key)
    const shape = await performForAgent(session, verbs.operations.show, input, placeOf(verbs, input.key))
    return { said: `${shape.key} in version ${shape.version}.`, data: recordData(shape) }
  },
})

const archived = z
  .enum(['without', 'only', 'with'])
  .default('without')
  .describe('Whether records that were put away are among the answer; without them unless said.')

const condition = z.strictObject({
  field: z.string().max(80).describe('Name of a field of the type.'),
  is: z
    .enum(['equal', 'at-least', 'at-most', 'empty', 'set'])
    .describe('at-least and at-most are for numbers and days; empty and set need no value.'),
  value: z.unknown().optional().describe('As the field has it; for tags a list of words that must be there.'),
})

export const listTool = defineTool({
  name: 'list',
  title: 'List records of a type',
  description:
    'Lists records of one type, narrowed by conditions that must all hold, in an order, page by page. Long texts are left out; get shows them.',
  input: z.strictObject({
    type,
    where: z.array(condition).max(20).default([]),
    title: z.string().max(200).default('').describe('Words that the title must hold.'),
    archived,
    sort: z
      .string()
      .max(80)
      .default('-updatedAt')
      .describe('A field, or key, title, createdAt, updatedAt; with a minus before it the other way round.'),
    after: z
      .string()
      .max(2000)
      .nullable()
      .default(null)
      .describe('`next` of the page before; null for the first page.'),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    records: z.array(record),
    next: z.string().nullable().describe('Where the next page begins; null at the end.'),
    total: z.int().describe('All that match, on this page or not.'),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, { type, ...query }) {
    const verbs = verbsOf(session, type)
    const page = await performForAgent(session, verbs.operations.list, query, placeOf(verbs))
    return {
      said: `${page.total} match, ${page.records.length} on this page.`,
      data: { ...page, records: page.records.map((shape) => withoutLongTexts(verbs, shape)) },
    }
  },
})

function withoutLongTexts({ definition }: RecordVerbs, shape: RecordShape): RecordShape {
  const short = Object.entries(shape.fields).filter(([name]) => {
    const field = definition.fields[name]
    return field !== undefined && kindOf(field).place === 'front-matter'
  })
  return { ...shape, fields: Object.fromEntries(short) }
}
