import { z } from 'zod'
import { bySession } from './security-schemes.ts'
import type { JsonSchema, Words } from '#kernel/shape.ts'
import {
  json,
  refusals,
  refused,
  tooMuch,
  type Answer,
  type DocumentedPath,
  type Method,
  type Parameter,
} from './document-parts.ts'

/** What is told of a route: the schema of its input says the rest. */
export interface Told {
  readonly method: Method
  readonly path: string
  readonly id: string
  readonly summary: Words
  readonly input: z.ZodType
  readonly status?: 200 | 201 | 202 | 204 | 303
  readonly answer: Words
  /** What each part of the input is. */
  readonly inputs?: Readonly<Record<string, Words>>
  /** Whether it answers 201 where it made something that was not there. */
  readonly mayAdd?: true
  /** The media types of the file that it answers with, where it answers with one. */
  readonly types?: readonly string[]
  /** Whether it may leave as a file. */
  readonly file?: true
  /** Whether it counts how often it is tried. */
  readonly isCounted?: true
  /** Whether what proves who one is may be wrong. */
  readonly mayBeWrong?: true
  /** Whether no key may ask for it. */
  readonly by?: 'person' | undefined
}

interface Described {
  readonly name: string
  readonly summary?: Words
  readonly input: z.ZodType
  readonly by?: 'person'
}

/** A route of an operation that says itself what it does. */
export function of(
  operation: Described,
  route: Omit<Told, 'id' | 'summary' | 'input'>,
  input: z.ZodType = operation.input,
): Told {
  const { name, summary = { en: '', de: '' }, by } = operation
  return { ...route, id: name, summary, input, by }
}

/** What the routes let nobody say: it is said by the address itself. */
const unsaid = ['whole', 'table']

/** A route as the document has it, from what it takes. */
export function toPath(each: Told, tag: Words): DocumentedPath {
  const { method, path, id, summary, input } = each
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !unsaid.includes(name))
  const inPath = properties.filter(([name]) => path.includes(`{${name}}`))
  const others = properties.filter(([name]) => !path.includes(`{${name}}`))
  const hasBody = (method === 'post' || method === 'put') && others.length > 0
  const required = (schema.required ?? []).filter((name) => others.some(([other]) => other === name))
  const parameters: Parameter[] = [
    ...inPath.map(([name, rules]) => parameter(name, 'path', rules, true, each.inputs?.[name])),
    ...(hasBody
      ? []
      : others.map(([name, rules]) =>
          parameter(name, 'query', rules, required.includes(name), each.inputs?.[name]),
        )),
    ...(each.file ? [parameter('format', 'query', { type: 'string', enum: ['csv', 'json'] }, false)] : []),
  ]
  return {
    method,
    path,
    operation: {
      operationId: id,
      summary,
      tags: [tag],
      ...(each.by === 'person' ? { security: bySession } : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(hasBody
        ? {
            requestBody: {
              required: true,
              content: json({
                type: 'object',
                properties: Object.fromEntries(
                  others.map(([name, rules]) => [
                    name,
                    { ...plain(rules), ...(each.inputs?.[name] && { description: each.inputs[name] }) },
                  ]),
                ),
                required,
              }),
            },
          }
        : {}),
      responses: {
        ...answers(each),
        ...refused(404, 422),
        ...(each.isCounted ? { 429: tooMuch } : {}),
        ...(each.mayBeWrong ? { 401: refusals[401] } : {}),
      },
    },
  }
}

function answers({ path, status = 200, answer, file, mayAdd, types }: Told): Record<string, Answer> {
  if (status === 204 || status === 303) return { [status]: { description: answer } }
  if (path.endsWith('/events')) return { 200: { description: answer, content: { 'text/event-stream': {} } } }
  if (types) {
    const texts = types.map((type) => [type, { schema: { type: 'string' } }])
    return { [status]: { description: answer, content: Object.fromEntries(texts) } }
  }
  const content = {
    ...json({ type: 'object' }),
    ...(file ? { 'text/csv': { schema: { type: 'string' } } } : {}),
  }
  return {
    [status]: { description: answer, content },
    ...(mayAdd ? { 201: { description: answer, content } } : {}),
  }
}

function parameter(
  name: string,
  place: 'path' | 'query',
  rules: unknown,
  required: boolean,
  description?: Words,
): Parameter {
  return {
    name,
    in: place,
    ...(description && { description }),
    ...(required ? { required } : {}),
    schema: plain(rules),
  }
}

function plain(rules: unknown): JsonSchema {
  return typeof rules === 'object' && rules !== null ? { ...rules } : {}
}
