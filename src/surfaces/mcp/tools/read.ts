import { z } from 'zod'
import { Refusal, type RecordOperations } from '#kernel'
import { kindOf, parseKey, type RecordShape } from '#kernel/shape.ts'
import type { RecordVerbs } from '#surfaces/operations.ts'
import { performForAgent, type AgentSession } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { key, mention, placeOf, record, recordData, type, verbsOf, verbsOfKey } from './arguments.ts'

const archived = z
  .enum(['without', 'only', 'with'])
  .default('without')
  .describe('Whether records that were put away are among the answer; without them unless said.')

export const findTool = defineTool({
  name: 'find',
  title: 'Find records by words of their title',
  description:
    'Finds records of all types whose title holds all the words, in any order, the newest change first. Use it when you do not know a key. Answers with keys and titles; get shows one whole.',
  input: z.strictObject({
    words: z.string().trim().min(1).max(200).describe('Words or beginnings of words of the title, or a key.'),
    type: type.optional(),
    archived,
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    records: z.array(mention),
    total: z.int().describe('All that match, shown or not.'),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const found = await findByTitle(session, input)
    const known = parseKey(input.words) ? await getIfThere(session, input.words) : []
    const records = [...known, ...found.records].slice(0, input.limit)
    const total = found.total + known.length
    return {
      said: `${total} found, ${records.length} shown.`,
      data: { records: records.map(mentionOf), total },
    }
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

type TitleQuery = Parameters<RecordOperations['list']['run']>[1]

/** Over all types that the agent may read: until there is a search, by titles alone. */
async function findByTitle(
  session: AgentSession,
  given: { words: string; type?: string | undefined; archived: TitleQuery['archived']; limit: number },
): Promise<{ readonly records: RecordShape[]; readonly total: number }> {
  const among = session.verbs.filter(
    ({ definition }) => given.type === undefined || definition.type === given.type,
  )
  const query = { title: given.words, archived: given.archived, sort: '-updatedAt', limit: given.limit }
  const records: RecordShape[] = []
  let total = 0
  for (const verbs of among) {
    const page = await ifAllowed(performForAgent(session, verbs.operations.list, query, placeOf(verbs)))
    if (!page) continue
    records.push(...page.records)
    total += page.total
  }
  return { records: records.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)), total }
}

async function getIfThere(session: AgentSession, text: string): Promise<RecordShape[]> {
  const shape = await ifAllowed(
    (async () => {
      const verbs = verbsOfKey(session, text)
      return performForAgent(session, verbs.operations.show, { key: text }, placeOf(verbs, text))
    })(),
  )
  return shape ? [shape] : []
}

/** What is not there or not for this agent is left out of what is found over all types. */
async function ifAllowed<Output>(asked: Promise<Output>): Promise<Output | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'forbidden' || error.code === 'not-found')) return null
    throw error
  }
}

function mentionOf({ key, type, title, version, updatedAt, archivedAt }: RecordShape) {
  return { key, type, title, version, updatedAt, archivedAt }
}

function withoutLongTexts({ definition }: RecordVerbs, shape: RecordShape): RecordShape {
  const short = Object.entries(shape.fields).filter(([name]) => {
    const field = definition.fields[name]
    return field !== undefined && kindOf(field).place === 'front-matter'
  })
  return { ...shape, fields: Object.fromEntries(short) }
}
