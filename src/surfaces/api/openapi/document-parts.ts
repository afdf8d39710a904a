import type { JsonSchema } from '#kernel/shape.ts'
import { refer } from './schemas.ts'

/** A parameter as OpenAPI has it. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly schema: JsonSchema
  readonly allowEmptyValue?: boolean
}

/** An answer as OpenAPI has it. */
export interface Answer {
  readonly description: string
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

/** One thing that the API does, as OpenAPI has it. */
export interface DocumentedOperation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly required: boolean
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
  }
  readonly responses: Readonly<Record<string, Answer>>
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** One thing that the API does, with where. */
export interface DocumentedPath {
  readonly method: Method
  readonly path: string
  readonly operation: DocumentedOperation
}

export const json = (schema: JsonSchema) => ({ 'application/json': { schema } })

const problem = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: refer('Problem') } },
})

/** The refusals that an operation may answer with, by their status. */
export const refusals = {
  403: problem('Whoever asks may not do this.'),
  404: problem('There is no such thing, or none that whoever asks may see.'),
  409: problem('In conflict with what there is. Of a stale change, `details` shows both versions.'),
  412: problem('If-Match names a version that is not the current one. `details` shows both versions.'),
  422: problem('Not valid; `fields` says what.'),
  503: problem('The database is still opening. Try again in a second.'),
} as const

/** The answer to whoever tried too often. */
export const tooOften: Answer = {
  ...problem('Tried too often.'),
  headers: {
    'Retry-After': { description: 'After how many seconds to try again.', schema: { type: 'integer' } },
  },
}

/** The refusals of these statuses, and those that everything may answer with. */
export function refused(...statuses: (keyof typeof refusals)[]): Record<string, Answer> {
  const all = [403, ...statuses, 503] as const
  return Object.fromEntries(all.map((status) => [String(status), refusals[status]]))
}
