import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { deserialize, serialize } from 'node:v8'
import { Refusal, type Operation } from '#kernel'
import { wholeFile } from '#workspace'
import { findSocket } from '../../serve/local-socket.ts'
import {
  backupPath,
  localContent,
  restoreHeader,
  restorePath,
  rowsHeader,
  type LocalAnswer,
} from '../../serve/local-answer.ts'

/** Whether a server listens on the socket of the data folder. */
export async function reachServer(data: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(findSocket(data))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Has operations performed by the server that has the data folder open; what it refuses is refused here in its words. */
export function askServer(data: string) {
  return async <Input, Output>(operation: Operation<Input, Output>, input: unknown): Promise<Output> => {
    const answer = await read(await post(data, `/${operation.name}`, input))
    return answer as Output // the operation of this name answers with this
  }
}

/** Takes a backup from the server and writes it here: the file is this process's, whoever the server is. */
export async function fetchBackup(
  data: string,
  file: string,
  secret: string,
): Promise<{ readonly rows: number }> {
  return wholeFile(file, async (draft) => {
    const message = await post(data, backupPath, { secret })
    const rows = Number(message.headers[rowsHeader])
    if (message.statusCode !== 200 || Number.isNaN(rows)) await read(message)
    await pipeline(message, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true })).catch(
      (error: NodeJS.ErrnoException) => {
        throw error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE' ? stopped() : error
      },
    )
    return { rows }
  })
}

/**
 * Has the server put what a backup holds in the place of a database that holds nothing. The lists of erasures go along by
 * a file in the data folder, which both see wherever each of them runs. Gives how many erasures were done again.
 */
export async function sendRestore(
  data: string,
  file: string,
  secret: string,
  lists: readonly string[],
): Promise<{ readonly repeated: number }> {
  const list = `.erasures-${randomUUID()}`
  const kept = lists.filter((each) => existsSync(each)).map((each) => readFileSync(each, 'utf8'))
  writeFileSync(join(data, list), kept.join('\n'), { mode: 0o600 })
  try {
    const told = encodeURIComponent(JSON.stringify({ secret, list }))
    const headers = { 'content-type': 'application/octet-stream', [restoreHeader]: told }
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        { socketPath: findSocket(data), method: 'POST', path: restorePath, headers },
        resolve,
      )
      // What is refused may be answered before all of it was sent.
      pipeline(createReadStream(file), sent).catch(reject)
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.path === file ? error : stopped()
    })
    return (await read(message)) as { readonly repeated: number } // the server of this version answers so
  } finally {
    rmSync(join(data, list), { force: true })
  }
}

async function read(message: IncomingMessage): Promise<unknown> {
  if (message.headers['content-type'] !== localContent) throw ofAnotherVersion()
  const bytes = await buffer(message).catch(() => {
    throw stopped()
  })
  const answer = deserialize(bytes) as LocalAnswer // nobody but a server of this user and version writes this
  if ('output' in answer) return answer.output
  if ('message' in answer) throw new Error(answer.message)
  const { code, words, hintWords, fields, details } = answer.refusal
  throw new Refusal(code, words, hintWords, fields, details)
}

async function post(data: string, path: string, input: unknown): Promise<IncomingMessage> {
  const body = serialize(input)
  const headers = { 'content-type': localContent, 'content-length': body.length }
  try {
    return await new Promise((resolve, reject) => {
      const sent = request({ socketPath: findSocket(data), method: 'POST', path, headers }, resolve)
      sent.once('error', reject)
      sent.end(body)
    })
  } catch {
    throw stopped()
  }
}

function stopped(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'The server stopped while it was asked; whether anything was changed is not known.',
      de: 'Der Server hat während der Anfrage aufgehört; ob sich etwas geändert hat, ist nicht bekannt.',
    },
    {
      en: 'Look at what is there, then try again.',
      de: 'Sieh nach, was da ist, und versuche es noch einmal.',
    },
  )
}

function ofAnotherVersion(): Refusal {
  return new Refusal(
    'conflict',
    {
      en: 'The running server is of another version than this command.',
      de: 'Der laufende Server hat eine andere Version als dieser Befehl.',
    },
    { en: 'Start the server again.', de: 'Starte den Server neu.' },
  )
}
