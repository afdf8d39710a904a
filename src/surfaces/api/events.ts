import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { evidenceSettings } from '#evidence/facts/evidence-settings.ts'
import { listRepositories } from '#evidence/operations/list-repositories.ts'
import { holdsRole, perform, recordChanges, type Actor, type Kernel } from '#kernel'
import type { Language } from '#kernel/shape.ts'
import { identify, languageOf } from './requester.ts'
import { statusShape } from './host-status.ts'
import type { ApiHost } from './routes.ts'

const tellEvery = 40
const lookEvery = 1000

/**
 * Tells how repositories and their scans change: `status` at the start and when the database has opened, then
 * `repository` for each that changed and `removed` for each that went, and `record` for each record that was written or
 * linked and that whoever listens may read. What this process changes is told at once; where several processes share a
 * database, what others change is seen within a second. Who listens is asked again each second: a session that ended
 * hears `signed-out` and nothing more.
 */
export function events(context: Context, host: ApiHost): Response {
  const language = languageOf(context)
  const tell = async (stream: SSEStreamingApi) => {
    const told = new Map<string, string>()
    const news = newsOfRecords()
    let status = ''
    const changes = noticeChanges()
    let [actor, askedAt]: [Actor | null, number] = [null, 0]
    stream.onAbort(() => changes.stop())
    try {
      while (!stream.aborted) {
        const now = JSON.stringify(statusShape(host.status(), language))
        if (now !== status) await stream.writeSSE({ event: 'status', data: now })
        status = now
        const kernel = host.kernel()
        changes.listenTo(kernel)
        if (kernel && Date.now() - askedAt >= lookEvery) {
          actor = (await identify(kernel, context, { goesOn: false }))?.actor ?? null
          askedAt = Date.now()
          if (!actor) return await stream.writeSSE({ event: 'signed-out', data: '' })
        }
        if (kernel && actor && holdsRole(actor, ['owner', 'leader', 'member'])) {
          const write = (event: string, data: string) => stream.writeSSE({ event, data })
          await news.tell(kernel, actor, write)
          await tellRepositories(kernel, actor, language, told, write)
        }
        await changes.next()
      }
    } finally {
      changes.stop()
    }
  }
  // What breaks off the telling is logged already; the page asks again by itself.
  return streamSSE(context, tell, async () => {})
}

type Tell = (event: string, data: string) => Promise<void>

/** What becomes of records from the first look on; what was before is what a page has read. */
function newsOfRecords() {
  let after: number | null = null
  return {
    async tell(kernel: Kernel, actor: Actor, tell: Tell): Promise<void> {
      for (;;) {
        const before: number | null = after
        const { seq, changes } = await perform(kernel, recordChanges, actor, { after: before })
        after = seq
        for (const change of changes) await tell('record', JSON.stringify(change))
        if (before === null || seq === before) return
      }
    },
  }
}

async function tellRepositories(
  kernel: Kernel,
  actor: Actor,
  language: Language,
  told: Map<string, string>,
  tell: Tell,
): Promise<void> {
  const { repositories } = await perform(kernel, listRepositories, actor, { language })
  for (const id of told.keys()) {
    if (repositories.some((repository) => repository.id === id)) continue
    told.delete(id)
    await tell('removed', JSON.stringify({ id }))
  }
  for (const repository of repositories) {
    const data = JSON.stringify(repository)
    if (told.get(repository.id) !== data) await tell('repository', data)
    told.set(repository.id, data)
  }
}

/** Notices changes in this process from now on, so that none between two looks is missed. */
function noticeChanges() {
  let news = false
  let wake = () => {}
  let stopListening = () => {}
  let listeningTo: Kernel | null = null
  return {
    listenTo(kernel: Kernel | null) {
      if (kernel === listeningTo || !kernel) return
      listeningTo = kernel
      const onNews = () => {
        news = true
        wake()
      }
      const listening = [evidenceSettings(kernel).changes.listen(onNews), kernel.commits.listen(onNews)]
      stopListening = () => {
        for (const stop of listening) stop()
      }
    },
    /** Settles when there is news, though not sooner than the pace allows, or when it is time to look. */
    next(): Promise<void> {
      return new Promise((resolve) => {
        const earliest = Date.now() + tellEvery
        let timer = setTimeout(finish, listeningTo && !news ? lookEvery : tellEvery)
        wake = () => {
          clearTimeout(timer)
          timer = setTimeout(finish, Math.max(0, earliest - Date.now()))
        }
        function finish() {
          clearTimeout(timer)
          wake = () => {}
          news = false
          resolve()
        }
      })
    },
    stop() {
      stopListening()
      wake()
    },
  }
}
