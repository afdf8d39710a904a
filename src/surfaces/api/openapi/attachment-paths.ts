import { readAttachment, uploadAttachment } from '#kernel'
import { mostFileBytes } from '#kernel/shape.ts'
import { json, refused, type DocumentedPath } from './document-parts.ts'
import { tags } from './tags.ts'

const id = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: { en: 'SHA-256 of its bytes.', de: 'SHA-256 ihrer Bytes.' },
} as const
const binary = { type: 'string', format: 'binary' } as const
const file = {
  type: 'object',
  description: { en: 'What a field for files takes.', de: 'Was ein Feld für Dateien nimmt.' },
  properties: {
    id,
    name: { type: 'string' },
    size: { type: 'integer', minimum: 1, maximum: mostFileBytes },
    type: { type: 'string', description: { en: 'Media type.', de: 'Medientyp.' } },
  },
  required: ['id', 'name', 'size', 'type'],
  additionalProperties: false,
} as const

/** The routes of files, which carry bytes and no JSON. */
export const attachmentPaths: readonly DocumentedPath[] = [
  {
    method: 'post',
    path: '/api/v1/attachments',
    operation: {
      operationId: uploadAttachment.name,
      summary: uploadAttachment.summary ?? { en: '', de: '' },
      description: {
        en: 'The body is the file itself, at most 10 MiB. Its name and its content must say the same type; pages and programs are not taken. The answer is what a field for files takes, in a list. What no record names within a day is removed.',
        de: 'Der Inhalt ist die Datei selbst, höchstens 10 MiB. Name und Inhalt müssen denselben Typ nennen; Seiten und Programme werden nicht angenommen. Die Antwort ist, was ein Feld für Dateien in einer Liste nimmt. Was binnen eines Tages kein Datensatz nennt, wird entfernt.',
      },
      tags: [tags.files],
      parameters: [
        {
          name: 'name',
          in: 'query',
          required: true,
          description: {
            en: 'Its name; folders and what cannot be seen are taken out of it.',
            de: 'Ihr Name; Ordner und Unsichtbares werden daraus entfernt.',
          },
          schema: { type: 'string', minLength: 1, maxLength: 1000, examples: ['offer.pdf'] },
        },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: binary } } },
      responses: {
        201: {
          description: { en: 'It was uploaded.', de: 'Sie ist hochgeladen.' },
          headers: {
            Location: {
              description: { en: 'Where it is.', de: 'Wo sie liegt.' },
              schema: { type: 'string' },
            },
          },
          content: json(file),
        },
        ...refused(422),
      },
    },
  },
  {
    method: 'get',
    path: '/api/v1/attachments/{id}',
    operation: {
      operationId: readAttachment.name,
      summary: readAttachment.summary ?? { en: '', de: '' },
      description: {
        en: 'For whoever may read a record that names it, now or in an earlier version. Pictures may be shown, everything else is a download.',
        de: 'Für alle, die einen Datensatz lesen dürfen, der sie nennt, jetzt oder in einer früheren Version. Bilder dürfen gezeigt werden, alles andere ist ein Download.',
      },
      tags: [tags.files],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: id },
        {
          name: 'name',
          in: 'query',
          description: {
            en: 'One of the names that it has in records; else the one that was written last.',
            de: 'Einer der Namen, die sie in Datensätzen hat; sonst der zuletzt geschriebene.',
          },
          schema: { type: 'string' },
        },
      ],
      responses: {
        200: {
          description: { en: 'The bytes.', de: 'Die Bytes.' },
          headers: {
            'Content-Disposition': {
              description: { en: 'Its name.', de: 'Ihr Name.' },
              schema: { type: 'string' },
            },
          },
          content: { 'application/octet-stream': { schema: binary } },
        },
        ...refused(404, 422),
      },
    },
  },
]
