import { kindOf, type Field, type JsonSchema, type RecordDefinition } from '#kernel/shape.ts'
import { relations } from '#kernel/shape.ts'

/** The name of a type among the schemas: `secret-plan` as `SecretPlan`. */
export function schemaName({ type }: RecordDefinition): string {
  return type.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export const refer = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** What the API has of a type: the record, its fields as they are read, and as they are given. */
export function recordSchemas(definition: RecordDefinition): Record<string, JsonSchema> {
  const name = schemaName(definition)
  const fields = Object.entries(definition.fields)
  const described = fields.map(([field, rules]): [string, Field, JsonSchema] => [
    field,
    rules,
    fieldSchema(rules),
  ])
  const properties = (each: (field: Field, schema: JsonSchema) => JsonSchema) =>
    Object.fromEntries(described.map(([field, rules, schema]) => [field, each(rules, schema)]))
  return {
    [`${name}Fields`]: {
      type: 'object',
      description: 'Every field; null where one has no value.',
      properties: properties((field, schema) => (field.required ? schema : orNull(schema))),
      required: fields.map(([field]) => field),
      additionalProperties: false,
    },
    [`New${name}`]: {
      type: 'object',
      properties: {
        fields: {
          type: 'object',
          properties: properties((field, schema) =>
            field.required && field.kind !== 'state' ? schema : orNull(schema),
          ),
          required: fields
            .filter(([, { required, kind }]) => required && kind !== 'state')
            .map(([field]) => field),
          additionalProperties: false,
        },
      },
      required: ['fields'],
      additionalProperties: false,
    },
    [`${name}Change`]: {
      type: 'object',
      properties: {
        version: versionSchema,
        fields: {
          type: 'object',
          description: 'Only what is to change; null takes a value away.',
          properties: properties((field, schema) => (field.required ? schema : orNull(schema))),
          additionalProperties: false,
        },
      },
      required: ['fields'],
      additionalProperties: false,
    },
    [name]: {
      ...envelope,
      description: definition.purpose.en,
      properties: {
        ...envelope.properties,
        type: { const: definition.type },
        key: {
          type: 'string',
          pattern: `^${definition.prefix}-[1-9][0-9]*$`,
          examples: [`${definition.prefix}-3`],
        },
        fields: refer(`${name}Fields`),
      },
    },
    [`${name}Page`]: {
      type: 'object',
      properties: {
        records: { type: 'array', items: refer(name) },
        next: {
          type: ['string', 'null'],
          description: 'Give it as `after` to get the next page; null at the end.',
        },
        total: { type: 'integer', description: 'All that match, on this page or not.' },
      },
      required: ['records', 'next', 'total'],
      additionalProperties: false,
    },
  }
}

/** What a field holds, with its label, what belongs there, and what words stand for. */
export function fieldSchema(field: Field): JsonSchema {
  const { label, help, personal } = field
  const told = [
    help?.en,
    field.kind === 'reference' ? `The key of a ${field.to}.` : undefined,
    field.kind === 'person' ? 'The key of a person.' : undefined,
    field.kind === 'attachments' ? 'Files as POST /api/v1/attachments answers them.' : undefined,
    field.kind === 'money' ? 'The amount is in minor units, as in cents.' : undefined,
    'choices' in field
      ? `${Object.entries(field.choices)
          .map(([value, words]) => `${value}: ${words.en}`)
          .join('; ')}.`
      : undefined,
    field.kind === 'state' ? waysOf(field.transitions) : undefined,
    personal ? `About a person: ${personal.purpose.en}` : undefined,
  ].filter((text) => text !== undefined)
  return {
    title: label.en,
    ...kindOf(field).jsonSchema(field),
    ...(told.length > 0 ? { description: told.join(' ') } : {}),
  }
}

function waysOf(transitions: Readonly<Record<string, readonly string[]>>): string {
  const ways = Object.entries(transitions).map(([from, to]) => `from ${from} to ${to.join(' or ')}`)
  return ways.length > 0 ? `It goes ${ways.join(', ')}.` : ''
}

function orNull({ title, description, ...schema }: JsonSchema): JsonSchema {
  const words = { title, ...(description === undefined ? {} : { description }) }
  return { ...words, anyOf: [schema, { type: 'null' }] }
}

const instant = { type: 'string', format: 'date-time' } as const
const text = { type: 'string' } as const
const key = { type: 'string', examples: ['GOAL-3'] } as const

const versionSchema = {
  type: 'integer',
  minimum: 1,
  description: 'The version that this is made to. May be given by If-Match instead.',
} as const

const envelope = {
  type: 'object',
  properties: {
    type: text,
    key,
    title: { type: 'string', description: 'The field that the record is called by.' },
    version: { type: 'integer', minimum: 1, description: 'Counts the changes, from 1.' },
    createdAt: instant,
    createdBy: { type: 'string', description: 'A pseudonymous id.' },
    updatedAt: instant,
    updatedBy: { type: 'string', description: 'A pseudonymous id.' },
    archivedAt: { ...instant, type: ['string', 'null'] },
    fields: { type: 'object' },
    references: {
      type: 'object',
      description: 'What the fields refer to, by key.',
      additionalProperties: {
        type: 'object',
        properties: { type: text, title: text, archived: { type: 'boolean' } },
        required: ['type', 'title', 'archived'],
        additionalProperties: false,
      },
    },
  },
  required: [
    'type',
    'key',
    'title',
    'version',
    'createdAt',
    'createdBy',
    'updatedAt',
    'updatedBy',
    'archivedAt',
    'fields',
    'references',
  ],
  additionalProperties: false,
} as const

const relation = { type: 'string', enum: relations.map(({ name }) => name) } as const

/** What is the same for every type of record. */
export const sharedSchemas: Record<string, JsonSchema> = {
  Record: { ...envelope, description: 'A record of whatever type; its fields are those of its type.' },
  Link: {
    type: 'object',
    description: relations
      .map(({ name, words }) => `${name}: one record ${words.forward.en} another.`)
      .join(' '),
    properties: { from: key, relation, to: key },
    required: ['from', 'relation', 'to'],
    additionalProperties: false,
  },
  Links: {
    type: 'object',
    properties: {
      links: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            relation: {
              type: 'string',
              description:
                'The relation, or its inverse where the link comes in; `field:NAME` for what a field refers to.',
            },
            direction: { enum: ['out', 'in'] },
            key,
            type: text,
            title: text,
            archived: { type: 'boolean' },
          },
          required: ['relation', 'direction', 'key', 'type', 'title', 'archived'],
          additionalProperties: false,
        },
      },
    },
    required: ['links'],
    additionalProperties: false,
  },
  History: {
    type: 'object',
    properties: {
      versions: {
        type: 'array',
        description: 'The newest first.',
        items: {
          type: 'object',
          properties: {
            version: { type: 'integer' },
            at: instant,
            by: {
              type: 'object',
              properties: { kind: text, id: text },
              required: ['kind', 'id'],
              additionalProperties: false,
            },
            surface: { enum: ['web', 'api', 'cli', 'mcp', 'system'] },
            operation: text,
            archived: { type: 'boolean' },
            changes: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: text,
                  before: { type: ['string', 'null'] },
                  after: { type: ['string', 'null'] },
                },
                required: ['field', 'before', 'after'],
                additionalProperties: false,
              },
            },
          },
          required: ['version', 'at', 'by', 'surface', 'operation', 'archived', 'changes'],
          additionalProperties: false,
        },
      },
    },
    required: ['versions'],
    additionalProperties: false,
  },
  Version: {
    type: 'object',
    properties: { version: versionSchema },
    additionalProperties: false,
  },
  Problem: {
    type: 'object',
    description: 'Why something was refused (RFC 9457): what, which one, and what to do.',
    properties: {
      type: { type: 'string', examples: ['urn:leitstand:refusal:invalid'] },
      title: text,
      status: { type: 'integer' },
      detail: text,
      hint: { type: 'string', description: 'What to do about it.' },
      fields: {
        type: 'array',
        description: 'What was not accepted, field by field.',
        items: {
          type: 'object',
          properties: { path: text, message: text },
          required: ['path', 'message'],
        },
      },
      details: {
        type: 'object',
        description:
          'What a program needs to go on; of a stale change `current`, the record as it is, and `given`.',
      },
    },
    required: ['type', 'title', 'status', 'detail'],
  },
}
