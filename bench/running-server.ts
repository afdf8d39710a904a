import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { RepositoryShape } from '#evidence/shape.ts'

/** A server that was started for a bench. */
export interface RunningServer {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a server and settles as soon as it says where it is. Throws what it says when it ends before. */
export async function startServer(
  command: readonly [string, ...string[]],
  folder: string,
): Promise<RunningServer> {
  const [program, ...args] = command
  // A group of its own, so that npm and what it started end together.
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = once(child, 'close')
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /http:\/\/\S+/.exec(line)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('error', reject)
    void ended.then(() => reject(new Error(`The server ended: ${words.trim().slice(-500)}`)))
  })
  return {
    url,
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}

/** Seconds until the question is answered with something other than null; asks again and again. */
export async function secondsUntil(since: number, answered: () => Promise<boolean>): Promise<number> {
  const patience = 120
  for (;;) {
    if (await answered().catch(() => false)) return (performance.now() - since) / 1000
    if ((performance.now() - since) / 1000 > patience) throw new Error(`Nothing happened in ${patience} s.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export async function firstRepository(url: string): Promise<RepositoryShape | null> {
  const answer = await fetch(`${url}/api/v1/repositories`)
  if (!answer.ok) return null
  const { repositories } = (await answer.json()) as { repositories: RepositoryShape[] } // the API's own shape
  return repositories[0] ?? null
}

/** True once figures are there that rest on the given state of the repository. */
export async function hasFigures(url: string, repository: RepositoryShape): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/repositories/${repository.id}/measures`)
  if (!answer.ok) return false
  const { generation, figures } = (await answer.json()) as {
    generation: number
    figures: { value: unknown }[]
  } // the API's own shape
  return generation >= repository.generation && generation > 0 && figures.some(({ value }) => value !== null)
}
