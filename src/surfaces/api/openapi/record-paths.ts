import type { RecordDefinition, Words } from '#kernel/shape.ts'
import type { RecordVerbs } from '../../operations.ts'
import { recordRoutes, type RecordVerb } from '../records/record-routes.ts'
import {
  json,
  refused,
  type Answer,
  type DocumentedPath,
  type Parameter,
  type Said,
  versionTag,
} from './document-parts.ts'
import { joined } from './told-words.ts'
import { listParameters } from './list-parameters.ts'
import { refer, schemaName } from './schemas.ts'

/** The routes of a type, described. */
export function recordPaths(verbs: RecordVerbs): DocumentedPath[] {
  const { definition } = verbs
  return recordRoutes(verbs).map(({ verb, method, path, operation }) => ({
    method,
    path,
    operation: {
      operationId: `${definition.type}.${verb}`,
      summary: operation.summary ?? { en: operation.name, de: operation.name },
      tags: [definition.names.many],
      ...said[verb](definition),
    },
  }))
}

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: {
    en: 'The ETag of the record as it was read, in the place of `version`.',
    de: 'Das ETag des Datensatzes, wie er gelesen wurde, anstelle von `version`.',
  },
  schema: { type: 'string', examples: ['"3"'] },
}

function record(definition: RecordDefinition, description: Words): Answer {
  return { description, headers: versionTag, content: json(refer(schemaName(definition))) }
}

function keyOf({ prefix, names }: RecordDefinition): Parameter {
  return {
    name: 'key',
    in: 'path',
    required: true,
    description: {
      en: `The key of the ${names.one.en.toLowerCase()}.`,
      de: `${names.one.de}: der Schlüssel.`,
    },
    schema: { type: 'string', examples: [`${prefix}-3`] },
  }
}

/** What is to be said of each verb: one that is missing here does not compile. */
const said: Record<RecordVerb, (definition: RecordDefinition) => Said> = {
  list: (definition) => ({
    description: {
      en: 'Conditions on fields may be combined and repeated; all of them must hold. What is archived is left out unless asked for. With `format` the whole list is answered as a file.',
      de: 'Bedingungen an Felder lassen sich verbinden und wiederholen; alle müssen zutreffen. Archiviertes fehlt, wenn nicht danach gefragt wird. Mit `format` kommt die ganze Liste als Datei.',
    },
    parameters: listParameters(definition),
    responses: {
      200: {
        description: {
          en: 'A page of the list, or the whole as a file.',
          de: 'Eine Seite der Liste, oder die ganze als Datei.',
        },
        content: {
          ...json(refer(`${schemaName(definition)}Page`)),
          'text/csv': { schema: { type: 'string' } },
        },
      },
      ...refused(422),
    },
  }),
  create: (definition) => ({
    description: joined([
      definition.purpose,
      {
        en: 'With an Idempotency-Key it is made once, however often this is sent.',
        de: 'Mit einem Idempotency-Key entsteht es einmal, wie oft dies auch geschickt wird.',
      },
    ]),
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description: {
          en: 'Chosen by you, for one thing that is to be made. For 24 hours the same request under it answers with what was made; another request under it is a conflict.',
          de: 'Von Dir gewählt, für eine Sache, die entstehen soll. 24 Stunden lang antwortet dieselbe Anfrage darunter mit dem, was entstanden ist; eine andere Anfrage darunter ist ein Widerspruch.',
        },
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
    ],
    requestBody: { required: true, content: json(refer(`New${schemaName(definition)}`)) },
    responses: {
      201: {
        ...record(definition, { en: 'It was made.', de: 'Es wurde angelegt.' }),
        headers: {
          ...versionTag,
          Location: { description: { en: 'Where it is.', de: 'Wo es liegt.' }, schema: { type: 'string' } },
        },
      },
      ...refused(409, 422),
    },
  }),
  show: (definition) => ({
    parameters: [keyOf(definition)],
    responses: {
      200: record(definition, {
        en: 'The record, archived or not.',
        de: 'Der Datensatz, archiviert oder nicht.',
      }),
      ...refused(404, 422),
    },
  }),
  change: (definition) => ({
    description: {
      en: 'Nothing is overwritten unseen: the version that the change is made to is named, and a change to an older one is refused with both.',
      de: 'Nichts wird ungesehen überschrieben: Die Version, der die Änderung gilt, wird genannt, und eine Änderung an einer älteren wird mit beiden abgelehnt.',
    },
    parameters: [keyOf(definition), ifMatch],
    requestBody: { required: true, content: json(refer(`${schemaName(definition)}Change`)) },
    responses: {
      200: record(definition, { en: 'As it is now.', de: 'Wie es jetzt ist.' }),
      ...refused(404, 409, 412, 422),
    },
  }),
  archive: (definition) => moved(definition),
  restore: (definition) => moved(definition),
  history: (definition) => ({
    description: {
      en: 'Values as plain text, in the first language of Accept-Language that the product speaks.',
      de: 'Werte als reiner Text, in der ersten Sprache aus Accept-Language, die das Programm spricht.',
    },
    parameters: [keyOf(definition)],
    responses: {
      200: { description: { en: 'Every version.', de: 'Jede Version.' }, content: json(refer('History')) },
      ...refused(404, 422),
    },
  }),
  links: (definition) => ({
    parameters: [keyOf(definition)],
    responses: {
      200: {
        description: { en: 'Everything it is linked to.', de: 'Alles, womit es verbunden ist.' },
        content: json(refer('Links')),
      },
      ...refused(404, 422),
    },
  }),
}

function moved(definition: RecordDefinition): Said {
  return {
    parameters: [keyOf(definition), ifMatch],
    requestBody: { required: false, content: json(refer('Version')) },
    responses: {
      200: record(definition, { en: 'As it is now.', de: 'Wie es jetzt ist.' }),
      ...refused(404, 409, 412, 422),
    },
  }
}
