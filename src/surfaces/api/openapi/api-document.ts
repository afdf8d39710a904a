import { version } from '../../serve/version.ts'
import type { RecordVerbs } from '../../operations.ts'
import type { DocumentedOperation, DocumentedPath, Method } from './document-parts.ts'
import { attachmentPaths } from './attachment-paths.ts'
import { evidencePaths } from './evidence-paths.ts'
import { otherPaths } from './other-paths.ts'
import { linkPaths, recordPaths } from './record-paths.ts'
import { recordSchemas, sharedSchemas } from './schemas.ts'

/** The whole API as an OpenAPI document. */
export interface ApiDocument {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Partial<Record<Method, DocumentedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const description = `Records are what people write and stand behind: goals, teams, people. Each has a short key, as in
GOAL-3, that is never given again, and a version that counts its changes. A change names the version it is made to, and
one that is made to an older version is refused with both, so that nothing is overwritten unseen. Records are archived,
not deleted. Evidence is what is read from repositories: figures about work, never about the people who do it.

Everything is JSON in UTF-8. Every refusal is a problem (RFC 9457) that says what, which one and what to do; its words
come in the first language of Accept-Language that the product speaks (English, German). Names that are not known are
refused in the bodies and queries of records, so that nothing is left out in silence.

As long as there is no account, whoever is at this machine is the owner. From then on programs send a key as
"Authorization: Bearer KEY"; one that may only read writes nothing.`

/** Describes the API from the definitions of its records and from what its operations take. */
export function apiDocument(verbs: readonly RecordVerbs[]): ApiDocument {
  const all = [
    ...verbs.flatMap(recordPaths),
    ...linkPaths(verbs),
    ...attachmentPaths,
    ...evidencePaths,
    ...otherPaths,
  ]
  return {
    openapi: '3.1.1',
    info: { title: 'Leitstand', version, description },
    servers: [{ url: '/' }],
    tags: [
      ...verbs.map(({ definition }) => ({
        name: definition.names.many.en,
        description: definition.purpose.en,
      })),
      { name: 'Links', description: 'Records of whatever type, and what they are to each other.' },
      { name: 'Files', description: 'What is attached to records.' },
      { name: 'Evidence', description: 'Repositories, their figures and the facts behind them.' },
      { name: 'Search', description: 'Records of all types, and what they are for.' },
      { name: 'Privacy', description: 'What is stored about people, and how it leaves.' },
      { name: 'Accounts', description: 'Members, invitations, keys and sessions.' },
      { name: 'Backups', description: 'What the server keeps to be restored.' },
    ],
    paths: byPath(all),
    components: {
      schemas: {
        ...Object.assign({}, ...verbs.map(({ definition }) => recordSchemas(definition))),
        ...sharedSchemas,
      },
    },
  }
}

function byPath(all: readonly DocumentedPath[]): ApiDocument['paths'] {
  const paths: Record<string, Partial<Record<Method, DocumentedOperation>>> = {}
  for (const { method, path, operation } of all) {
    if (paths[path]?.[method]) throw new Error(`${method} ${path} is there twice.`)
    paths[path] = { ...paths[path], [method]: operation }
  }
  return paths
}
