import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { assertAllowed, readAttachment, Refusal, uploadAttachment } from '#kernel'
import { isPicture, mostFileBytes } from '#kernel/shape.ts'
import { performFor } from './answering.ts'
import { fileDisposition } from './file-disposition.ts'
import { answerRefusal } from './problem.ts'
import { readQuery } from './records/read-query.ts'
import { requesterOf } from './requester.ts'
import type { ApiHost } from './routes.ts'

const address = '/api/v1/attachments'

/** Whether the request brings the bytes of a file, which have a limit of their own. */
export function isUpload(context: Context): boolean {
  return context.req.method === 'POST' && context.req.path === address
}

/**
 * Adds what concerns files. Whatever is in one, a browser runs nothing of it: it is told the type and not to guess
 * another, everything but pictures is only ever downloaded, and a policy forbids the rest.
 */
export function addAttachmentRoutes(app: Hono, host: ApiHost): void {
  const limit = bodyLimit({ maxSize: mostFileBytes, onError: tooLarge })
  app.post(
    address,
    async (context, next) => {
      // Before a single byte is read.
      assertAllowed(uploadAttachment, (await requesterOf(context)).actor)
      if (!/^application\/octet-stream$/i.test(context.req.header('content-type') ?? ''))
        return answerRefusal(context, noBytes, 415)
      return limit(context, next)
    },
    async (context) => {
      const { name } = Object.fromEntries(readQuery(context, ['name']))
      if (name === undefined || name === '') throw noName()
      const content = Buffer.from(await context.req.arrayBuffer()).toString('base64')
      const file = await performFor(host, context, uploadAttachment, { name, content })
      context.header('location', `${address}/${file.id}`)
      return context.json(file, 201)
    },
  )
  app.get(`${address}/:id`, async (context) => {
    const { name } = Object.fromEntries(readQuery(context, ['name']))
    const file = await performFor(host, context, readAttachment, {
      id: context.req.param('id'),
      ...(name !== undefined && { name }),
    })
    return context.body(Buffer.from(file.content, 'base64'), {
      headers: {
        'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
        'content-disposition': fileDisposition(isPicture(file.type) ? 'inline' : 'attachment', file.name),
        'content-security-policy': "sandbox; default-src 'none'",
      },
    })
  })
}

const noBytes = new Refusal(
  'invalid',
  { en: 'A file is sent as its bytes.', de: 'Eine Datei wird als ihre Bytes geschickt.' },
  {
    en: 'Send it with content-type: application/octet-stream, its name as ?name=.',
    de: 'Schicke sie mit content-type: application/octet-stream, den Namen als ?name=.',
  },
)

function noName(): Refusal {
  const message = { en: 'The file has no name.', de: 'Die Datei hat keinen Namen.' }
  return new Refusal(
    'invalid',
    message,
    { en: 'Say it as ?name=offer.pdf.', de: 'Sag ihn als ?name=angebot.pdf.' },
    [{ path: 'name', message }],
  )
}

function tooLarge(context: Context): Response {
  const refusal = new Refusal(
    'too-much',
    { en: 'The file is larger than 10 MiB.', de: 'Die Datei ist größer als 10 MiB.' },
    {
      en: 'Make it smaller, or link to where it lies.',
      de: 'Mach sie kleiner, oder verlinke, wo sie liegt.',
    },
  )
  return answerRefusal(context, refusal, 413)
}
