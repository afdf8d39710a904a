import { Refusal } from '#kernel/operation/refusal.ts'
import type { GitRepository } from './open-repository.ts'
import { type LoggedCommit, logFormat, logParser } from './parse-log.ts'
import { type GitOptions, gitRefusal, gitText, runGit } from './run-git.ts'

/** Which part of a history is read. */
export interface LogRange {
  /** Full hash of the newest commit. */
  readonly head: string
  /** Full hashes whose ancestors are left out; those that are no longer there do not matter. */
  readonly known: readonly string[]
  readonly signal?: AbortSignal
}

/** A range together with the settings it is read under. */
type Task = LogRange & { readonly config: readonly string[] }

/** What a reading had to do without. */
export interface ReadingReport {
  /** Commits whose files could not be told because objects are missing, with git's words. */
  readonly unreadable: { readonly commit: string; readonly why: string }[]
  /** Commits in which renames were not looked for, for the same reason. */
  readonly withoutRenames: string[]
  /** True when renames were looked for nowhere: a partial clone has not the contents to compare. */
  renamesOff: boolean
  /** True when the head has a mailmap that is missing from the clone, so that nobody was joined by it. */
  mailmapMissing: boolean
}

/** How many commits may lack their trees before the clone is refused, and their contents before renames are no longer tried. */
const mostUnreadable = 200
const mostWithoutRenames = 50
const batchSize = 20_000

/**
 * The commits of the range, parents first, in pieces as they arrive. Where objects are missing git stops halfway; then
 * the rest is read without walking, and the commit that stopped it without renames or, at last, without files.
 * Refuses when commits themselves are missing, or too many trees.
 */
export async function* readLog(
  repository: GitRepository,
  range: LogRange,
  report: ReadingReport,
  config: readonly string[] = [],
): AsyncGenerator<LoggedCommit[]> {
  const task = { ...range, config }
  report.renamesOff = repository.partial
  const outcome = yield* stream(repository, walk(task, report), task)
  if (outcome.ended) return
  const all = await gitText(repository, ['rev-list', ...rangeArguments(task)], {
    ...gitOptions(task),
    input: walkInput(task),
  })
  const rest = all.split('\n').slice(0, -1).slice(outcome.count)
  for (let at = 0; at < rest.length;) {
    const batch = rest.slice(at, at + batchSize)
    const part = yield* stream(repository, pick(batch, report), task)
    at += part.count
    if (part.ended) continue
    yield [await readOne(repository, rest[at] ?? '', task, report)]
    at++
    refuseTooMany(repository, report)
    if (report.withoutRenames.length > mostWithoutRenames) report.renamesOff = true
  }
}

interface Command {
  readonly args: readonly string[]
  readonly input: string
}

interface Outcome {
  /** Commits that were told in full. */
  readonly count: number
  readonly ended: boolean
  readonly stderr: string
}

function walk(task: Task, report: ReadingReport): Command {
  return {
    args: ['log', ...rangeArguments(task), ...logFormat, renames(report)],
    input: walkInput(task),
  }
}

function pick(hashes: readonly string[], report: ReadingReport): Command {
  return {
    args: ['log', '--no-walk=unsorted', '--stdin', ...logFormat, renames(report)],
    input: lines(hashes),
  }
}

/** The head stands before `--ignore-missing`, so that only tips known from before may be missing. */
function rangeArguments(range: LogRange): string[] {
  return [range.head, '--ignore-missing', '--stdin', '--reverse', '--topo-order']
}

function walkInput(task: Task): string {
  return lines(task.known.map((hash) => `^${hash}`))
}

function gitOptions({ config, signal }: Task): GitOptions {
  return signal ? { config, signal } : { config }
}

async function* stream(
  repository: GitRepository,
  command: Command,
  task: Task,
): AsyncGenerator<LoggedCommit[], Outcome> {
  const run = runGit(repository, command.args, { ...gitOptions(task), input: command.input })
  const parser = logParser()
  let count = 0
  try {
    for await (const chunk of run.stdout) {
      const commits = parser.push(chunk)
      count += commits.length
      if (commits.length > 0) yield commits
    }
  } finally {
    run.stop()
  }
  const { code, stderr } = await run.done
  task.signal?.throwIfAborted()
  if (code === 0) {
    const last = parser.end()
    if (last) yield [last]
    return { count: count + (last ? 1 : 0), ended: true, stderr }
  }
  const refusal = gitRefusal(repository, 'log', code, stderr)
  // Only exit code 128 is git's own; anything else means that it was killed.
  if (code !== 128 || refusal.code !== 'invalid') throw refusal
  return { count, ended: false, stderr }
}

/** Reads the commit that git stopped at, or the last one before it, which git had told but not closed. */
async function readOne(
  repository: GitRepository,
  hash: string,
  task: Task,
  report: ReadingReport,
): Promise<LoggedCommit> {
  const whole = await tryOne(repository, hash, [...logFormat, renames(report)], task)
  if (typeof whole !== 'string') return whole
  const withoutRenames = await tryOne(repository, hash, [...logFormat, '--no-renames'], task)
  if (typeof withoutRenames !== 'string') {
    report.withoutRenames.push(hash)
    return withoutRenames
  }
  const withoutFiles = logFormat.map((option) => (option === '--raw' ? '-s' : option))
  const bare = await tryOne(repository, hash, withoutFiles, task)
  if (typeof bare === 'string') {
    throw repository.partial
      ? withoutTrees(repository, words(bare))
      : gitRefusal(repository, 'log', 128, bare)
  }
  report.unreadable.push({ commit: hash, why: words(withoutRenames) })
  return bare
}

/** The commit, or git's words when it could not tell it. */
async function tryOne(
  repository: GitRepository,
  hash: string,
  options: readonly string[],
  task: Task,
): Promise<LoggedCommit | string> {
  const parts = stream(repository, { args: ['log', '--no-walk', hash, ...options], input: '' }, task)
  let commit: LoggedCommit | undefined
  for (let part = await parts.next(); ; part = await parts.next()) {
    if (part.done) return part.value.ended && commit ? commit : part.value.stderr
    commit = part.value[0]
  }
}

function renames(report: ReadingReport): string {
  return report.renamesOff ? '--no-renames' : '-M'
}

function lines(values: readonly string[]): string {
  return values.map((value) => `${value}\n`).join('')
}

function words(stderr: string): string {
  return stderr.trim().split('\n').slice(0, 2).join(' ').slice(0, 300)
}

function refuseTooMany(repository: GitRepository, { unreadable }: ReadingReport): void {
  const [first] = unreadable
  if (!first) return
  // What a filter left out is not one object by accident but a whole kind of them.
  if (repository.partial) throw withoutTrees(repository, first.why)
  if (unreadable.length <= mostUnreadable) return
  throw new Refusal(
    'invalid',
    {
      en: `More than ${mostUnreadable} commits of ${repository.path} lack their trees (${first.why}).`,
      de: `Mehr als ${mostUnreadable} Commits von ${repository.path} fehlen ihre Verzeichnisbäume (${first.why}).`,
    },
    {
      en: 'Repair the clone, for instance by cloning it again.',
      de: 'Repariere den Klon, zum Beispiel indem Du neu klonst.',
    },
  )
}

function withoutTrees(repository: GitRepository, why: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `${repository.path} is a clone without the trees of its commits (${why}).`,
      de: `${repository.path} ist ein Klon ohne die Verzeichnisbäume seiner Commits (${why}).`,
    },
    {
      en: 'Clone with --filter=blob:none or without a filter instead of --filter=tree:0.',
      de: 'Klone mit --filter=blob:none oder ohne Filter statt mit --filter=tree:0.',
    },
  )
}
