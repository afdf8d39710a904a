import { Worker } from 'node:worker_threads'
import type {
  WorkerAnswer,
  WorkerCall,
  WorkerFailure,
  WorkerRequest,
  WorkerResult,
} from './worker-protocol.ts'

/** An error of the embedded database, with PostgreSQL's own fields such as its five-letter `code`. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined

  constructor(failure: WorkerFailure) {
    super(failure.message)
    this.code = failure.code
    this.detail = failure.detail
    this.constraint = failure.constraint
    this.table = failure.table
    this.column = failure.column
  }
}

/** The database thread: calls are answered in order, and all that wait are rejected when the thread dies. */
export interface WorkerClient {
  call(call: WorkerCall): Promise<WorkerResult>
  terminate(): Promise<void>
}

/** Starts the database thread from the source or, in the bundle, from the file beside it. */
export function startWorker(): WorkerClient {
  const file = import.meta.url.endsWith('.ts') ? './pglite-worker.ts' : './pglite-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), { name: 'database', execArgv: [] })
  const waiting = new Map<number, PromiseWithResolvers<WorkerResult>>()
  let dead: Error | undefined
  let nextId = 0

  const die = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }
  worker.on('message', (answer: WorkerAnswer) => {
    if ('stopped' in answer) {
      const cause = new DatabaseError(answer.stopped)
      die(new Error(`The database stopped: ${cause.message}`, { cause }))
      void worker.terminate()
      return
    }
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('result' in answer) call?.resolve(answer.result)
    else call?.reject(new DatabaseError(answer.failure))
  })
  worker.on('error', (error) => die(new Error('The database thread failed.', { cause: error })))
  worker.on('exit', () => die(new Error('The database is closed.')))

  return {
    async call(call) {
      if (dead !== undefined) throw dead
      const id = nextId++
      const answer = Promise.withResolvers<WorkerResult>()
      waiting.set(id, answer)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, not a window
      worker.postMessage({ ...call, id } satisfies WorkerRequest)
      return answer.promise
    },
    async terminate() {
      await worker.terminate()
    },
  }
}
