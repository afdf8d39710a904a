import type { Language, Words } from '#kernel/shape.ts'
import { version } from '../../serve/version.ts'
import type { RecordVerbs } from '../../operations.ts'
import type { DocumentedOperation, DocumentedPath, Method } from './document-parts.ts'
import { attachmentPaths } from './attachment-paths.ts'
import { evidencePaths } from './evidence-paths.ts'
import { otherPaths } from './other-paths.ts'
import { verbsAmong } from '../verb-routes.ts'
import { verbPaths } from './verb-paths.ts'
import { linkPaths } from './link-paths.ts'
import { recordPaths } from './record-paths.ts'
import { tags } from './tags.ts'
import { inOneLanguage, type InOneLanguage } from './told-words.ts'
import { byAnyWay, guarded, securitySchemes } from './security-schemes.ts'
import { recordSchemas } from './schemas.ts'
import { sharedSchemas } from './shared-schemas.ts'

/** The whole API as an OpenAPI document, in both languages at once. */
interface DocumentInWords {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: Words }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: Words; readonly description: Words }[]
  readonly paths: Readonly<Record<string, Partial<Record<Method, DocumentedOperation>>>>
  readonly security: typeof byAnyWay
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>
    readonly securitySchemes: typeof securitySchemes
  }
}

const description: Words = {
  en: `Records are what people write and stand behind: goals, teams, people. Each has a short key, as in
GOAL-3, that is never given again, and a version that counts its changes. A change names the version it is made to, and
one that is made to an older version is refused with both, so that nothing is overwritten unseen. Records are archived,
not deleted. Evidence is what is read from repositories: figures about work, never about the people who do it.

Everything is JSON in UTF-8. Every refusal is a problem (RFC 9457) that says what, which one and what to do; its words
come in the first language of Accept-Language that the product speaks (English, German). Names that are not known are
refused in the bodies and queries of records, so that nothing is left out in silence.

As long as there is no account, whoever is at this machine is the owner. From then on programs send a key as
"Authorization: Bearer KEY"; one that may only read writes nothing.`,
  de: `Datensätze sind, was Menschen schreiben und wofür sie einstehen: Ziele, Teams, Personen. Jeder hat einen kurzen
Schlüssel wie GOAL-3, der nie wieder vergeben wird, und eine Version, die seine Änderungen zählt. Eine Änderung nennt die
Version, der sie gilt; gilt sie einer älteren, wird sie mit beiden abgelehnt, damit nichts ungesehen überschrieben wird.
Datensätze werden archiviert, nicht gelöscht. Nachweise sind, was aus Repositorys gelesen wird: Zahlen über die Arbeit,
nie über die Menschen, die sie tun.

Alles ist JSON in UTF-8. Jede Ablehnung ist ein Problem (RFC 9457), das sagt, was, welches und was zu tun ist; seine
Worte kommen in der ersten Sprache aus Accept-Language, die das Programm spricht (Englisch, Deutsch). Unbekannte Namen
werden in Inhalten und Abfragen von Datensätzen abgelehnt, damit nichts stillschweigend wegfällt.

Solange es kein Konto gibt, gehört alles dem, der an diesem Rechner sitzt. Von da an schicken Programme einen Schlüssel
als „Authorization: Bearer SCHLÜSSEL“; einer, der nur lesen darf, schreibt nichts.`,
}

/** The whole API as an OpenAPI document. */
export type ApiDocument = InOneLanguage<DocumentInWords>

/** Describes the API from the definitions of its records and from what its operations take. */
export function apiDocument(verbs: readonly RecordVerbs[], language: Language): ApiDocument {
  return inOneLanguage(documentInWords(verbs), language)
}

function documentInWords(verbs: readonly RecordVerbs[]): DocumentInWords {
  const all = [
    ...verbs.flatMap(recordPaths),
    ...linkPaths(verbs),
    ...attachmentPaths,
    ...verbPaths(verbsAmong(verbs)),
    ...evidencePaths,
    ...otherPaths,
  ]
  return {
    openapi: '3.1.1',
    info: { title: 'Leitstand', version, description },
    servers: [{ url: '/' }],
    tags: [
      ...verbs.map(({ definition }) => ({
        name: definition.names.many,
        description: definition.purpose,
      })),
      {
        name: tags.links,
        description: {
          en: 'Records of whatever type, and what they are to each other.',
          de: 'Datensätze gleich welcher Art, und was sie einander sind.',
        },
      },
      {
        name: tags.files,
        description: { en: 'What is attached to records.', de: 'Was an Datensätzen hängt.' },
      },
      {
        name: tags.areas,
        description: {
          en: 'What an area tells or does beside its records.',
          de: 'Was ein Bereich neben seinen Datensätzen sagt oder tut.',
        },
      },
      {
        name: tags.evidence,
        description: {
          en: 'Repositories, their figures and the facts behind them.',
          de: 'Repositorys, ihre Zahlen und die Fakten dahinter.',
        },
      },
      {
        name: tags.search,
        description: {
          en: 'Records of all types, and what they are for.',
          de: 'Datensätze aller Arten, und wozu sie dienen.',
        },
      },
      {
        name: tags.privacy,
        description: {
          en: 'What is stored about people, and how it leaves.',
          de: 'Was über Menschen gespeichert ist, und wie es wieder geht.',
        },
      },
      {
        name: tags.start,
        description: {
          en: 'What a workspace begins with, and the sample company.',
          de: 'Womit ein Arbeitsbereich beginnt, und die Beispielfirma.',
        },
      },
      {
        name: tags.accounts,
        description: {
          en: 'Members, invitations, keys and sessions.',
          de: 'Mitglieder, Einladungen, Schlüssel und Sitzungen.',
        },
      },
      {
        name: tags.backups,
        description: {
          en: 'What the server keeps to be restored.',
          de: 'Was der Server aufhebt, um es wieder einzuspielen.',
        },
      },
    ],
    security: byAnyWay,
    paths: byPath(all),
    components: {
      securitySchemes,
      schemas: {
        ...Object.assign({}, ...verbs.map(({ definition }) => recordSchemas(definition))),
        ...sharedSchemas,
      },
    },
  }
}

function byPath(all: readonly DocumentedPath[]): DocumentInWords['paths'] {
  const paths: Record<string, Partial<Record<Method, DocumentedOperation>>> = {}
  for (const { method, path, operation } of all) {
    if (paths[path]?.[method]) throw new Error(`${method} ${path} is there twice.`)
    paths[path] = { ...paths[path], [method]: guarded(method, path, operation) }
  }
  return paths
}
