import type { Context, Hono } from 'hono'
import { answerExport } from '#areas/roadmap/take-along/answer-export.ts'
import { readExport } from '#areas/roadmap/take-along/read-export.ts'
import { perform, Refusal, toRefusalOrBug, type Kernel } from '#kernel'
import { actorOfCalendarKey } from '#workspace'
import { countCalendarRead, countWrongCalendar } from '#surfaces/sign-in/attempts.ts'
import { isPublic } from '#surfaces/sign-in/sign-in-of.ts'
import { openKernel } from './answering.ts'
import { clientAddress } from './client-address.ts'
import { answerRefusal } from './problem.ts'
import { languageOf } from './requester.ts'
import type { ApiHost } from './routes.ts'
import { fileAnswer } from './verb-routes.ts'

/**
 * Adds the address that calendar programs ask, which can send no key but the one in it. It lies outside of the API,
 * because it opens nothing of that; whoever has no right to it finds nothing there.
 */
export function addCalendarRoute(app: Hono, host: ApiHost): void {
  app.get('/calendar/:file', async (context) => {
    context.header('cache-control', 'no-store')
    const kernel = openKernel(host)
    const token = /^(lsk_[\w-]{43})\.ics$/.exec(context.req.param('file'))?.[1]
    const actor = token === undefined ? null : await actorOfCalendarKey(kernel.store, kernel.clock, token)
    if (actor === null) {
      await countWrongCalendar(kernel, clientAddress(context, isPublic(kernel)))
      return answerRefusal(context, noCalendar)
    }
    await countCalendarRead(kernel, actor.kind === 'api-key' ? actor.id : '')
    return calendarFor(kernel, context, { actor, origin: host.address?.() ?? null })
  })
}

async function calendarFor(
  kernel: Kernel,
  context: Context,
  { actor, origin }: { readonly actor: Parameters<typeof perform>[2]; readonly origin: string | null },
): Promise<Response> {
  const asked = { as: 'ics', language: languageOf(context) }
  try {
    const read = await perform(kernel, readExport, actor, asked, 'api')
    const file = await answerExport(read, origin ?? `http://${context.req.header('host')}`)
    return fileAnswer(context, file)
  } catch (error) {
    const refusal = toRefusalOrBug(error, readExport.name, kernel.log)
    // Who may read nothing of it any more has no calendar.
    if (refusal instanceof Refusal && refusal.code === 'forbidden') return answerRefusal(context, noCalendar)
    throw refusal
  }
}

const noCalendar = new Refusal(
  'not-found',
  { en: 'There is no such calendar.', de: 'Diesen Kalender gibt es nicht.' },
  {
    en: 'Make an address on the roadmap page under Take along.',
    de: 'Lege auf der Seite Roadmap unter „Mitnehmen“ eine Adresse an.',
  },
)
