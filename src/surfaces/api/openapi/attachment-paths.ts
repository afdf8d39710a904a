import { readAttachment, uploadAttachment } from '#kernel'
import { mostFileBytes } from '#kernel/shape.ts'
import { json, refused, type DocumentedPath } from './document-parts.ts'

const id = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of its bytes.' } as const
const binary = { type: 'string', format: 'binary' } as const
const file = {
  type: 'object',
  description: 'What a field for files takes.',
  properties: {
    id,
    name: { type: 'string' },
    size: { type: 'integer', minimum: 1, maximum: mostFileBytes },
    type: { type: 'string', description: 'Media type.' },
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
      summary: uploadAttachment.summary?.en ?? '',
      description:
        'The body is the file itself, at most 10 MiB. Its name and its content must say the same type; pages and programs are not taken. The answer is what a field for files takes, in a list. What no record names within a day is removed.',
      tags: ['Files'],
      parameters: [
        {
          name: 'name',
          in: 'query',
          required: true,
          description: 'Its name; folders and what cannot be seen are taken out of it.',
          schema: { type: 'string', minLength: 1, maxLength: 1000, examples: ['offer.pdf'] },
        },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: binary } } },
      responses: {
        201: {
          description: 'It was uploaded.',
          headers: { Location: { description: 'Where it is.', schema: { type: 'string' } } },
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
      summary: readAttachment.summary?.en ?? '',
      description:
        'For whoever may read a record that names it, now or in an earlier version. Pictures may be shown, everything else is a download.',
      tags: ['Files'],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: id },
        {
          name: 'name',
          in: 'query',
          description: 'One of the names that it has in records; else the one that was written last.',
          schema: { type: 'string' },
        },
      ],
      responses: {
        200: {
          description: 'The bytes.',
          headers: { 'Content-Disposition': { description: 'Its name.', schema: { type: 'string' } } },
          content: { 'application/octet-stream': { schema: binary } },
        },
        ...refused(404, 422),
      },
    },
  },
]
