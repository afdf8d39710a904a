import { kindOf, type Field, type JsonSchema, type RecordDefinition } from '#kernel/shape.ts'
import { listFilters, type ListFilter } from '../../list-filters.ts'
import type { RecordVerbs } from '../../operations.ts'
import { linkRoutes, type LinkRoute } from '../records/link-routes.ts'
import { recordRoutes, type RecordVerb } from '../records/record-routes.ts'
import {
  json,
  refused,
  type Answer,
  type DocumentedOperation,
  type DocumentedPath,
  type Parameter,
} from './document-parts.ts'
import { fieldSchema, refer, schemaName } from './schemas.ts'

type Said = Omit<DocumentedOperation, 'operationId' | 'summary' | 'tags'>

/** The routes of a type, described. */
export function recordPaths(verbs: RecordVerbs): DocumentedPath[] {
  const { definition } = verbs
  return recordRoutes(verbs).map(({ verb, method, path, operation }) => ({
    method,
    path,
    operation: {
      operationId: `${definition.type}.${verb}`,
      summary: operation.summary?.en ?? operation.name,
      tags: [definition.names.many.en],
      ...said[verb](definition),
    },
  }))
}

/** The routes across the types, described. */
export function linkPaths(verbs: readonly RecordVerbs[]): DocumentedPath[] {
  return linkRoutes(verbs).map(({ verb, method, path, operation }) => ({
    method,
    path,
    operation: {
      operationId: operation.name,
      summary: operation.summary?.en ?? operation.name,
      tags: ['Links'],
      ...saidOfLinks[verb],
    },
  }))
}

const tag = { ETag: { description: 'The version, for If-Match.', schema: { type: 'string' } } } as const
const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag of the record as it was read, in the place of `version`.',
  schema: { type: 'string', examples: ['"3"'] },
}

function record(definition: RecordDefinition, description: string): Answer {
  return { description, headers: tag, content: json(refer(schemaName(definition))) }
}

function keyOf({ prefix, names }: RecordDefinition): Parameter {
  return {
    name: 'key',
    in: 'path',
    required: true,
    description: `The key of the ${names.one.en.toLowerCase()}.`,
    schema: { type: 'string', examples: [`${prefix}-3`] },
  }
}

/** What is to be said of each verb: one that is missing here does not compile. */
const said: Record<RecordVerb, (definition: RecordDefinition) => Said> = {
  list: (definition) => ({
    description:
      'Conditions on fields may be combined and repeated; all of them must hold. What is archived is left out unless asked for. With `format` the whole list is answered as a file.',
    parameters: [
      ...listParameters(definition),
      ...listFilters(definition).map((each) => filterParameter(definition, each)),
    ],
    responses: {
      200: {
        description: 'A page of the list, or the whole as a file.',
        content: {
          ...json(refer(`${schemaName(definition)}Page`)),
          'text/csv': { schema: { type: 'string' } },
        },
      },
      ...refused(422),
    },
  }),
  create: (definition) => ({
    description: `${definition.purpose.en} With an Idempotency-Key it is made once, however often this is sent.`,
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'Chosen by you, for one thing that is to be made. For 24 hours the same request under it answers with what was made; another request under it is a conflict.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
    ],
    requestBody: { required: true, content: json(refer(`New${schemaName(definition)}`)) },
    responses: {
      201: {
        ...record(definition, 'It was made.'),
        headers: { ...tag, Location: { description: 'Where it is.', schema: { type: 'string' } } },
      },
      ...refused(409, 422),
    },
  }),
  show: (definition) => ({
    parameters: [keyOf(definition)],
    responses: { 200: record(definition, 'The record, archived or not.'), ...refused(404, 422) },
  }),
  change: (definition) => ({
    description:
      'Nothing is overwritten unseen: the version that the change is made to is named, and a change to an older one is refused with both.',
    parameters: [keyOf(definition), ifMatch],
    requestBody: { required: true, content: json(refer(`${schemaName(definition)}Change`)) },
    responses: { 200: record(definition, 'As it is now.'), ...refused(404, 409, 412, 422) },
  }),
  archive: (definition) => moved(definition),
  restore: (definition) => moved(definition),
  history: (definition) => ({
    description: 'Values as plain text, in the first language of Accept-Language that the product speaks.',
    parameters: [keyOf(definition)],
    responses: {
      200: { description: 'Every version.', content: json(refer('History')) },
      ...refused(404, 422),
    },
  }),
  links: (definition) => ({
    parameters: [keyOf(definition)],
    responses: {
      200: { description: 'Everything it is linked to.', content: json(refer('Links')) },
      ...refused(404, 422),
    },
  }),
}

function moved(definition: RecordDefinition): Said {
  return {
    parameters: [keyOf(definition), ifMatch],
    requestBody: { required: false, content: json(refer('Version')) },
    responses: { 200: record(definition, 'As it is now.'), ...refused(404, 409, 412, 422) },
  }
}

const anyKey = { type: 'string', examples: ['GOAL-3'] } as const

const saidOfLinks: Record<LinkRoute['verb'], Said> = {
  any: {
    parameters: [{ name: 'key', in: 'path', required: true, schema: anyKey }],
    responses: {
      200: { description: 'The record, archived or not.', headers: tag, content: json(refer('Record')) },
      ...refused(404, 422),
    },
  },
  add: {
    description: 'One that is there already stays as it is.',
    requestBody: { required: true, content: json(refer('Link')) },
    responses: { 200: { description: 'The link.', content: json(refer('Link')) }, ...refused(404, 422) },
  },
  remove: {
    parameters: ['from', 'relation', 'to'].map((name) => ({
      name,
      in: 'query' as const,
      required: true,
      schema: name === 'relation' ? { type: 'string' } : anyKey,
    })),
    responses: { 204: { description: 'It is gone.' }, ...refused(404, 422) },
  },
}

function listParameters({ names, title, fields }: RecordDefinition): Parameter[] {
  const sortable = Object.entries(fields).filter(([, field]) => kindOf(field).ordering !== 'none')
  const orders = ['key', 'title', 'createdAt', 'updatedAt', ...sortable.map(([name]) => name)]
  const query = (name: string, description: string, schema: JsonSchema): Parameter => ({
    name,
    in: 'query',
    description,
    schema,
  })
  return [
    query('title', `Words that the title (${title}) holds, in any order.`, {
      type: 'string',
      maxLength: 200,
    }),
    query('sort', 'With a minus before it the other way round; what has no value stands at the end.', {
      type: 'string',
      enum: [...new Set(orders)].flatMap((name) => [name, `-${name}`]),
      default: '-updatedAt',
    }),
    query('after', '`next` of the page before.', { type: 'string' }),
    query('limit', `How many ${names.many.en.toLowerCase()} at most.`, {
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
    }),
    query('archived', 'Whether archived ones are among them.', {
      type: 'string',
      enum: ['without', 'only', 'with'],
      default: 'without',
    }),
    query('format', 'The whole list as a file; without `limit` and `after`.', {
      type: 'string',
      enum: ['csv', 'json'],
    }),
  ]
}

const wordsOf: Record<ListFilter['is'], string> = {
  equal: 'is exactly this',
  'at-least': 'is at least this',
  'at-most': 'is at most this',
  empty: 'has no value',
  set: 'has a value',
}

function filterParameter({ fields }: RecordDefinition, { name, field, is }: ListFilter): Parameter {
  const rules = fields[field]
  if (!rules) throw new Error(`There is no field ${field}.`)
  const says =
    rules.kind === 'tags' && is === 'equal' ? 'holds all of these, separated by commas' : wordsOf[is]
  const parameter = { name, in: 'query' as const, description: `${rules.label.en} ${says}.` }
  if (is === 'empty' || is === 'set')
    return { ...parameter, schema: { type: 'string', enum: ['', 'true'] }, allowEmptyValue: true }
  return { ...parameter, schema: textSchema(rules) }
}

/** Of what is text, a number or a word the very schema; everything else is written as text. */
function textSchema(field: Field): JsonSchema {
  const { type, enum: words, format, pattern, minimum, maximum } = fieldSchema(field)
  if (type !== 'string' && type !== 'number' && type !== 'integer') return { type: 'string' }
  const rules = Object.entries({ type, enum: words, format, pattern, minimum, maximum })
  return Object.fromEntries(rules.filter(([, value]) => value !== undefined))
}
