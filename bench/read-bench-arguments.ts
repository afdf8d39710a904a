import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './time-command.ts'

export interface BenchArguments {
  readonly benches: readonly string[]
  /** Null for a generated one. */
  readonly repository: string | null
  /** Other commands for the same table, run by the shell within the repository. */
  readonly peers: readonly { readonly name: string; readonly command: string }[]
  readonly runs: number
  readonly json: boolean
}

/** Reads the command line; throws an error whose message says what is wrong with it. */
export function readBenchArguments(
  args: readonly string[],
  known: readonly string[],
  folder: string = process.cwd(),
): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      repository: { type: 'string' },
      peer: { type: 'string', multiple: true },
      runs: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const unknown = positionals.find((name) => name !== 'all' && !known.includes(name))
  if (unknown !== undefined) throw new Error(`There is no bench "${unknown}".`)
  if (positionals.length === 0) throw new Error('Say which bench.')
  const repository = values.repository === undefined ? null : resolve(folder, values.repository)
  if (repository !== null && !existsSync(repository)) throw new Error(`There is no folder ${repository}.`)
  const runs = Number(values.runs ?? 5)
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on.')
  return {
    benches: positionals.includes('all') ? known : positionals,
    repository,
    peers: (values.peer ?? []).map(readPeer),
    runs,
    json: values.json ?? false,
  }
}

function readPeer(text: string) {
  const cut = text.indexOf('=')
  if (cut < 1 || cut === text.length - 1) throw new Error(`--peer takes NAME=COMMAND, not "${text}".`)
  return { name: text.slice(0, cut), command: text.slice(cut + 1) }
}

/** A peer as a command that stands in the repository. */
export function peerCommand(
  peer: { readonly name: string; readonly command: string },
  folder: string,
): Command {
  return { name: peer.name, args: ['sh', '-c', peer.command], folder }
}
