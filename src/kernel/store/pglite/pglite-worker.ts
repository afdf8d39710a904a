import { parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { valueParsers } from '../value-parsers.ts'
import type { DatabaseCode } from './database-code.ts'
import { DurableNodeFs, durableStartParams } from './durable-node-fs.ts'
import { prepareFolder } from './prepare-folder.ts'
import { PreparedStatements } from './prepared-statements.ts'
import type { WorkerAnswer, WorkerFailure, WorkerRequest, WorkerResult } from './worker-protocol.ts'

const port = parentPort
if (port === null) throw new Error('The database runs in a worker thread.')

let pglite: PGlite | undefined
let statements: PreparedStatements | undefined
let turn: Promise<void> = Promise.resolve()

port.on('message', (request: WorkerRequest) => {
  turn = turn.then(async () => port.postMessage(await answer(request)))
})

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { id: request.id, result: await serve(request) }
  } catch (error) {
    return { id: request.id, failure: toFailure(error) }
  }
}

async function serve(request: WorkerRequest): Promise<WorkerResult> {
  switch (request.kind) {
    case 'open':
      await prepareFolder(request.folder, request.image, (folder) => openDatabase(folder, request.code))
      pglite = await openDatabase(request.folder, request.code)
      statements = new PreparedStatements(pglite)
      return nothing
    case 'query': {
      const { rows, command, affectedRows } = await open().query(request.text, request.values)
      return { rows, command, affectedRows }
    }
    case 'script': {
      const results = await open().script(request.text)
      return { rows: results.flatMap((result) => result.rows), command: undefined, affectedRows: undefined }
    }
    default:
      await pglite?.close()
      return nothing
  }
}

const nothing: WorkerResult = { rows: [], command: undefined, affectedRows: undefined }

function open(): PreparedStatements {
  if (statements === undefined) throw new Error('The database is not open.')
  return statements
}

async function openDatabase(folder: string, code: DatabaseCode): Promise<PGlite> {
  return PGlite.create({
    ...code,
    fs: new DurableNodeFs(folder),
    startParams: durableStartParams(PGlite.defaultStartParams),
    parsers: valueParsers,
    onStderr: tellPanic,
  })
}

/** After a panic PGlite spins instead of answering, so what it says about it is all there will be. */
function tellPanic(line: string): boolean {
  const reason = /PANIC: +(.*)/.exec(line)?.[1]
  if (reason !== undefined) {
    const code = reason.includes('No space left') ? { code: '53100' } : {}
    port?.postMessage({ stopped: { message: reason, ...code } } satisfies WorkerAnswer)
  }
  return false
}

function toFailure(error: unknown): WorkerFailure {
  if (!(error instanceof Error)) return { message: String(error) }
  const failure: Record<string, string> = { message: error.message }
  for (const field of ['code', 'detail', 'hint', 'constraint', 'table', 'column']) {
    const value: unknown = Reflect.get(error, field)
    if (typeof value === 'string') failure[field] = value
  }
  return { message: error.message, ...failure }
}
