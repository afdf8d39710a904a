import type { JsonSchema, Words } from '#kernel/shape.ts'
import { refer } from './schemas.ts'

/** A parameter as OpenAPI has it, in both languages. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: Words
  readonly schema: JsonSchema
  readonly allowEmptyValue?: boolean
}

/** An answer as OpenAPI has it, in both languages. */
export interface Answer {
  readonly description: Words
  readonly headers?: Readonly<Record<string, { readonly description: Words; readonly schema: JsonSchema }>>
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

/** One thing that the API does, as OpenAPI has it, in both languages. */
export interface DocumentedOperation {
  readonly operationId: string
  readonly summary: Words
  readonly description?: Words
  readonly tags: readonly Words[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly required: boolean
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
  }
  readonly responses: Readonly<Record<string, Answer>>
  /** By which of the ways in; all of them where it does not say. */
  readonly security?: readonly Readonly<Record<string, readonly never[]>>[]
}

/** What is said of an operation beside its name. */
export type Said = Omit<DocumentedOperation, 'operationId' | 'summary' | 'tags'>

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** One thing that the API does, with where. */
export interface DocumentedPath {
  readonly method: Method
  readonly path: string
  readonly operation: DocumentedOperation
}

export const json = (schema: JsonSchema) => ({ 'application/json': { schema } })

const problem = (description: Words): Answer => ({
  description,
  content: { 'application/problem+json': { schema: refer('Problem') } },
})

/** The refusals that an operation may answer with, by their status. */
export const refusals = {
  401: {
    ...problem({
      en: 'Nobody is signed in, and no valid key came along.',
      de: 'Niemand ist angemeldet, und es kam kein gültiger Schlüssel mit.',
    }),
    headers: {
      'WWW-Authenticate': {
        description: { en: 'Bearer: a key will do.', de: 'Bearer: Ein Schlüssel genügt.' },
        schema: { type: 'string' },
      },
    },
  },
  403: problem({ en: 'Whoever asks may not do this.', de: 'Wer fragt, darf das nicht.' }),
  404: problem({
    en: 'There is no such thing, or none that whoever asks may see.',
    de: 'So etwas gibt es nicht, oder wer fragt, darf es nicht sehen.',
  }),
  409: problem({
    en: 'In conflict with what there is. Of a stale change, `details` shows both versions.',
    de: 'Im Widerspruch zu dem, was es gibt. Bei einer veralteten Änderung zeigt `details` beide Versionen.',
  }),
  412: problem({
    en: 'If-Match names a version that is not the current one. `details` shows both versions.',
    de: 'If-Match nennt eine Version, die nicht die jetzige ist. `details` zeigt beide Versionen.',
  }),
  422: problem({ en: 'Not valid; `fields` says what.', de: 'Nicht gültig; `fields` sagt, was.' }),
  503: problem({
    en: 'The database is still opening. Try again in a second.',
    de: 'Die Datenbank wird noch geöffnet. Versuche es in einer Sekunde noch einmal.',
  }),
} as const

/** The answer to whoever tried too often, or sent more than there is room for. */
export const tooMuch: Answer = {
  ...problem({
    en: 'Tried too often, or more than there is room for.',
    de: 'Zu oft versucht, oder mehr, als Platz ist.',
  }),
  headers: {
    'Retry-After': {
      description: {
        en: 'After how many seconds to try again, where that helps.',
        de: 'Nach wie vielen Sekunden ein neuer Versuch möglich ist, wo das hilft.',
      },
      schema: { type: 'integer' },
    },
  },
}

/** The refusals of these statuses, and those that everything may answer with. */
export function refused(...statuses: (keyof typeof refusals)[]): Record<string, Answer> {
  const all = [403, ...statuses, 503] as const
  return Object.fromEntries(all.map((status) => [String(status), refusals[status]]))
}

export const versionTag = {
  ETag: {
    description: { en: 'The version, for If-Match.', de: 'Die Version, für If-Match.' },
    schema: { type: 'string' },
  },
} as const
