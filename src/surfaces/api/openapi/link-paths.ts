import type { RecordVerbs } from '../../operations.ts'
import { linkRoutes, type LinkRoute } from '../records/link-routes.ts'
import { json, refused, type DocumentedPath, type Said, versionTag } from './document-parts.ts'
import { refer } from './schemas.ts'
import { tags } from './tags.ts'

/** The routes across the types, described. */
export function linkPaths(verbs: readonly RecordVerbs[]): DocumentedPath[] {
  return linkRoutes(verbs).map(({ verb, method, path, operation }) => ({
    method,
    path,
    operation: {
      operationId: operation.name,
      summary: operation.summary ?? { en: operation.name, de: operation.name },
      tags: [tags.links],
      ...saidOfLinks[verb],
    },
  }))
}

const anyKey = { type: 'string', examples: ['GOAL-3'] } as const

const saidOfLinks: Record<LinkRoute['verb'], Said> = {
  any: {
    parameters: [{ name: 'key', in: 'path', required: true, schema: anyKey }],
    responses: {
      200: {
        description: { en: 'The record, archived or not.', de: 'Der Datensatz, archiviert oder nicht.' },
        headers: versionTag,
        content: json(refer('Record')),
      },
      ...refused(404, 422),
    },
  },
  add: {
    description: {
      en: 'One that is there already stays as it is.',
      de: 'Eine, die es schon gibt, bleibt, wie sie ist.',
    },
    requestBody: { required: true, content: json(refer('Link')) },
    responses: {
      200: { description: { en: 'The link.', de: 'Die Verbindung.' }, content: json(refer('Link')) },
      ...refused(404, 422),
    },
  },
  remove: {
    parameters: ['from', 'relation', 'to'].map((name) => ({
      name,
      in: 'query' as const,
      required: true,
      schema: name === 'relation' ? { type: 'string' } : anyKey,
    })),
    responses: { 204: { description: { en: 'It is gone.', de: 'Sie ist gelöst.' } }, ...refused(404, 422) },
  },
}
