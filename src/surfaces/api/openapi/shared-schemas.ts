import { relations, type JsonSchema } from '#kernel/shape.ts'
import { joined } from './told-words.ts'

const instant = { type: 'string', format: 'date-time' } as const
const text = { type: 'string' } as const
const key = { type: 'string', examples: ['GOAL-3'] } as const

export const versionSchema = {
  type: 'integer',
  minimum: 1,
  description: {
    en: 'The version that this is made to. May be given by If-Match instead.',
    de: 'Die Version, der dies gilt. Kann stattdessen in If-Match stehen.',
  },
} as const

/** What every record has around its fields. */
export const envelope = {
  type: 'object',
  properties: {
    type: text,
    key,
    title: {
      type: 'string',
      description: {
        en: 'The field that the record is called by.',
        de: 'Das Feld, nach dem der Datensatz heißt.',
      },
    },
    version: {
      type: 'integer',
      minimum: 1,
      description: { en: 'Counts the changes, from 1.', de: 'Zählt die Änderungen, ab 1.' },
    },
    createdAt: instant,
    createdBy: { type: 'string', description: { en: 'A pseudonymous id.', de: 'Eine pseudonyme Kennung.' } },
    updatedAt: instant,
    updatedBy: { type: 'string', description: { en: 'A pseudonymous id.', de: 'Eine pseudonyme Kennung.' } },
    archivedAt: { ...instant, type: ['string', 'null'] },
    fields: { type: 'object' },
    references: {
      type: 'object',
      description: {
        en: 'What the fields refer to, by key.',
        de: 'Worauf die Felder verweisen, nach Schlüssel.',
      },
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
  Record: {
    ...envelope,
    description: {
      en: 'A record of whatever type; its fields are those of its type.',
      de: 'Ein Datensatz gleich welcher Art; seine Felder sind die seiner Art.',
    },
  },
  Link: {
    type: 'object',
    description: joined(
      relations.map(({ name, words }) => ({
        en: `${name}: one record ${words.forward.en} another.`,
        de: `${name}: „${words.forward.de}“.`,
      })),
    ),
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
              description: {
                en: 'The relation, or its inverse where the link comes in; `field:NAME` for what a field refers to.',
                de: 'Die Beziehung, oder ihre Umkehrung, wo die Verbindung hereinkommt; `field:NAME` für das, worauf ein Feld verweist.',
              },
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
        description: { en: 'The newest first.', de: 'Die neueste zuerst.' },
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
                  rows: {
                    type: 'object',
                    description: {
                      en: 'Of a field of rows also these themselves.',
                      de: 'Bei einem Feld aus Zeilen auch diese selbst.',
                    },
                    properties: {
                      before: { type: 'array', items: { type: 'object' } },
                      after: { type: 'array', items: { type: 'object' } },
                    },
                    required: ['before', 'after'],
                    additionalProperties: false,
                  },
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
    description: {
      en: 'Why something was refused (RFC 9457): what, which one, and what to do.',
      de: 'Warum etwas abgelehnt wurde (RFC 9457): was, welches, und was zu tun ist.',
    },
    properties: {
      type: { type: 'string', examples: ['urn:leitstand:refusal:invalid'] },
      title: text,
      status: { type: 'integer' },
      detail: text,
      hint: { type: 'string', description: { en: 'What to do about it.', de: 'Was dagegen zu tun ist.' } },
      fields: {
        type: 'array',
        description: {
          en: 'What was not accepted, field by field.',
          de: 'Was nicht angenommen wurde, Feld für Feld.',
        },
        items: {
          type: 'object',
          properties: { path: text, message: text },
          required: ['path', 'message'],
        },
      },
      details: {
        type: 'object',
        description: {
          en: 'What a program needs to go on; of a stale change `current`, the record as it is, and `given`.',
          de: 'Was ein Programm braucht, um weiterzukommen; bei einer veralteten Änderung `current`, der Datensatz, wie er ist, und `given`.',
        },
      },
    },
    required: ['type', 'title', 'status', 'detail'],
  },
}
