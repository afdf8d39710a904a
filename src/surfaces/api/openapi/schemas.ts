import {
  kindOf,
  type Field,
  type JsonSchema,
  type Language,
  type RecordDefinition,
  type Words,
} from '#kernel/shape.ts'
import { envelope, versionSchema } from './shared-schemas.ts'
import { joined } from './told-words.ts'

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
  const properties = (each: (field: Field, schema: JsonSchema) => JsonSchema, of = described) =>
    Object.fromEntries(of.map(([field, rules, schema]) => [field, each(rules, schema)]))
  const open = described.filter(([, { written }]) => written === undefined)
  return {
    [`${name}Fields`]: {
      type: 'object',
      description: {
        en: 'Every field; null where one has no value.',
        de: 'Jedes Feld; null, wo eines keinen Wert hat.',
      },
      properties: properties((field, schema) => (field.required ? schema : orNull(schema))),
      required: fields.map(([field]) => field),
      additionalProperties: false,
    },
    [`New${name}`]: {
      type: 'object',
      properties: {
        fields: {
          type: 'object',
          properties: properties(
            (field, schema) => (field.required && field.kind !== 'state' ? schema : orNull(schema)),
            open,
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
          description: {
            en: 'Only what is to change; null takes a value away.',
            de: 'Nur was sich ändern soll; null entfernt einen Wert.',
          },
          properties: properties((field, schema) => (field.required ? schema : orNull(schema)), open),
          additionalProperties: false,
        },
      },
      required: ['fields'],
      additionalProperties: false,
    },
    [name]: {
      ...envelope,
      description: definition.purpose,
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
          description: {
            en: 'Give it as `after` to get the next page; null at the end.',
            de: 'Als `after` gegeben führt es zur nächsten Seite; null am Ende.',
          },
        },
        total: {
          type: 'integer',
          description: {
            en: 'All that match, on this page or not.',
            de: 'Alle, die passen, ob auf dieser Seite oder nicht.',
          },
        },
      },
      required: ['records', 'next', 'total'],
      additionalProperties: false,
    },
  }
}

/** What a field holds, in both languages, with its label, what belongs there, and what words stand for. */
export function fieldSchema(field: Field): JsonSchema {
  const { label, help, personal } = field
  const told = joined([
    help,
    field.kind === 'reference'
      ? { en: `The key of a ${field.to}.`, de: `Der Schlüssel eines Datensatzes der Art ${field.to}.` }
      : undefined,
    field.kind === 'references'
      ? {
          en: `The keys of records of type ${field.to}.`,
          de: `Die Schlüssel von Datensätzen der Art ${field.to}.`,
        }
      : undefined,
    field.kind === 'person' ? { en: 'The key of a person.', de: 'Der Schlüssel einer Person.' } : undefined,
    field.kind === 'attachments'
      ? {
          en: 'Files as POST /api/v1/attachments answers them.',
          de: 'Dateien, wie POST /api/v1/attachments sie beantwortet.',
        }
      : undefined,
    field.kind === 'money'
      ? {
          en: 'The amount is in minor units, as in cents.',
          de: 'Der Betrag steht in der kleinsten Einheit, wie in Cent.',
        }
      : undefined,
    'choices' in field ? choicesOf(field.choices) : undefined,
    field.kind === 'state' ? waysOf(field.transitions) : undefined,
    personal
      ? { en: `About a person: ${personal.purpose.en}`, de: `Über eine Person: ${personal.purpose.de}` }
      : undefined,
  ])
  return {
    title: label,
    ...(field.kind === 'attachments' ? filesSchema(field) : kindOf(field).jsonSchema(field)),
    ...(told.en === '' ? {} : { description: told }),
  }
}

function waysOf(transitions: Readonly<Record<string, readonly string[]>>): Words | undefined {
  const ways = Object.entries(transitions)
  if (ways.length === 0) return undefined
  return {
    en: `It goes ${ways.map(([from, to]) => `from ${from} to ${to.join(' or ')}`).join(', ')}.`,
    de: `Es geht ${ways.map(([from, to]) => `von ${from} zu ${to.join(' oder ')}`).join(', ')}.`,
  }
}

function choicesOf(choices: Readonly<Record<string, Words>>): Words {
  const told = (language: Language) =>
    `${Object.entries(choices)
      .map(([value, words]) => `${value}: ${words[language]}`)
      .join('; ')}.`
  return { en: told('en'), de: told('de') }
}

function orNull({ title, description, ...schema }: JsonSchema): JsonSchema {
  const words = { title, ...(description === undefined ? {} : { description }) }
  return { ...words, anyOf: [schema, { type: 'null' }] }
}

/** The kind says in English what its parts are; here that stands in both languages, in the description of the field. */
function filesSchema(field: Field): JsonSchema {
  const { items, ...list } = kindOf(field).jsonSchema(field)
  const told: unknown = JSON.parse(
    JSON.stringify(items, (name, value: unknown) => (name === 'description' ? undefined : value)),
  )
  return { ...list, items: told }
}
