import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { GitRepository } from './open-repository.ts'
import { commitMark } from './parse-numstat.ts'
import { gitRefusal, runGit } from './run-git.ts'

export interface DiffOptions {
  /**
   * Files whose content is not compared, as patterns of a `.gitattributes` file (`yarn.lock`, `vendor/**`), a leading
   * `!` taking files out again that an earlier pattern named. They are made binary rather than left out by pathspec: so
   * they still take part in renames, and the pairs of a commit are the same as without any pattern.
   */
  readonly exclude?: readonly string[]
  /** How many git programs share the work; by default one a core, at most four. */
  readonly processes?: number
  readonly signal?: AbortSignal
}

/** What became of one asked commit: its parsed difference, or why there is none. */
export type DiffOutcome<Parsed> =
  | { readonly at: number; readonly parsed: Parsed }
  | { readonly at: number; readonly parsed: null; readonly unreadable: string }

/** Turns bytes into what stands between two marks, as far as it is complete. */
export type MarkParser<Parsed> = () => (chunk: Buffer) => Parsed[]

/**
 * Compares commits with their parents through `git diff-tree --stdin`, dealt to several processes. Each asked
 * line is `commit` or `commit parent`; each gets exactly one outcome, `at` its position, in the order of arrival. A
 * commit on which git stops, because an object is missing, is told as unreadable and the others go on.
 */
export async function* diffCommits<Parsed extends { readonly hash: string | null }>(
  repository: GitRepository,
  asked: readonly string[],
  format: readonly string[],
  parser: MarkParser<Parsed>,
  options: DiffOptions = {},
): AsyncGenerator<DiffOutcome<Parsed>[]> {
  refusePartial(repository)
  const over = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, over.signal]) : over.signal
  const attributes = await writeAttributes(options.exclude ?? [])
  const processes = Math.min(options.processes ?? Math.min(4, availableParallelism()), asked.length)
  const args = [...attributes.settings, ...command, ...format]
  const parts = Array.from({ length: processes }, (_, part) => {
    const positions = asked.flatMap((_line, at) => (Math.floor(at / run) % processes === part ? [at] : []))
    return diffPart(repository, asked, positions, args, parser, signal)
  })
  try {
    yield* asTheyCome(parts)
  } finally {
    over.abort()
    await attributes.remove()
  }
}

const command = [
  'diff-tree',
  '--stdin',
  '--always',
  '--root',
  '-r',
  '-M',
  '-z',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
]

/** Neighbours share objects that git then unpacks once; short enough that all processes end at about the same time. */
const run = 32
/** So many commits are fed to one git: a restart after a missing object then repeats little. */
const batch = 4000

function refusePartial(repository: GitRepository): void {
  if (!repository.partial) return
  throw new Refusal(
    'conflict',
    {
      en: `${repository.path} is a partial clone: file contents are missing, and lines cannot be counted without fetching them.`,
      de: `${repository.path} ist ein unvollständiger Klon: Dateiinhalte fehlen, und ohne sie zu holen lassen sich keine Zeilen zählen.`,
    },
    {
      en: 'Clone the repository without a filter to count lines.',
      de: 'Klone das Repository ohne Filter, um Zeilen zu zählen.',
    },
  )
}

async function writeAttributes(exclude: readonly string[]) {
  if (exclude.length === 0) return { settings: [], remove: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'leitstand-attributes-'))
  const file = join(folder, 'attributes')
  await writeFile(file, exclude.map(attributeLine).join(''))
  return {
    settings: ['-c', `core.attributesFile=${file}`],
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function attributeLine(pattern: string): string {
  return pattern.startsWith('!')
    ? `${quotedPattern(pattern.slice(1))} !diff\n`
    : `${quotedPattern(pattern)} -diff\n`
}

/** A pattern in quotes, so that blanks, quotes and newlines in it do not end it, nor a hash begin a comment. */
function quotedPattern(pattern: string): string {
  const escaped = pattern.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
  return `"${escaped}"`
}

async function* diffPart<Parsed extends { readonly hash: string | null }>(
  repository: GitRepository,
  asked: readonly string[],
  positions: readonly number[],
  args: readonly string[],
  parser: MarkParser<Parsed>,
  signal: AbortSignal,
): AsyncGenerator<DiffOutcome<Parsed>[]> {
  let done = 0
  while (done < positions.length) {
    const end = Math.min(positions.length, done + batch)
    const input = positions.slice(done, end).map((at) => `${asked[at] ?? ''}\n${commitMark}`)
    const git = runGit(repository, args, { input: input.join(''), signal })
    const take = parser()
    for await (const chunk of git.stdout) {
      const outcomes = take(chunk).map((parsed, index) => outcome(parsed, positions[done + index] ?? -1))
      done += outcomes.length
      if (outcomes.length > 0) yield outcomes
    }
    const { code, stderr } = await git.done
    signal.throwIfAborted()
    if (code === 0 && done === end) continue
    if (code !== 128 || done >= end || !existsSync(repository.gitDir)) {
      throw gitRefusal(repository, 'diff-tree', code, stderr)
    }
    yield [{ at: positions[done] ?? -1, parsed: null, unreadable: lastWords(stderr) }]
    done++
  }
}

function outcome<Parsed extends { readonly hash: string | null }>(
  parsed: Parsed,
  at: number,
): DiffOutcome<Parsed> {
  return parsed.hash === null ? { at, parsed: null, unreadable: 'The commit is missing.' } : { at, parsed }
}

function lastWords(stderr: string): string {
  const words = stderr.split('\n').filter((line) => line.startsWith('fatal: '))
  return words.at(-1)?.slice('fatal: '.length) ?? 'Git stopped without a word.'
}

/** Yields what any of the sources yields, as soon as it does. */
async function* asTheyCome<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const pending = new Map<AsyncGenerator<T>, Promise<[AsyncGenerator<T>, IteratorResult<T, unknown>]>>()
  const ask = (source: AsyncGenerator<T>) => {
    const next = source
      .next()
      .then((result): [AsyncGenerator<T>, IteratorResult<T, unknown>] => [source, result])
    // Whoever stops waiting must not be hit by a failure that comes afterwards.
    next.catch(() => {})
    pending.set(source, next)
  }
  for (const source of sources) ask(source)
  while (pending.size > 0) {
    const [source, result] = await Promise.race(pending.values())
    if (result.done === true) pending.delete(source)
    else {
      ask(source)
      yield result.value
    }
  }
}
