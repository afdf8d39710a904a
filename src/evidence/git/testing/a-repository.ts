import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  commitCommand,
  type CommitSpec,
  fileCommands,
  instant,
  tagCommand,
  type TagSpec,
} from './import-stream.ts'

/**
 * A real repository for tests, built through `git fast-import`: ten thousand commits take about a second. What is told
 * is written by `write()`, which may be called again after more was told. Without further words commits go to `main`,
 * one after the other, by Ada, an hour apart from Monday 5 January 2026, 9:00 UTC on. It is removed when the process ends.
 *
 *     const repository = aRepository()
 *       .commit({ files: { 'a.ts': 'one\n' } })
 *       .commit({ branch: 'side', author: 'Bo <bo@example.com>', files: { 'b.ts': 'two\n' } })
 *       .merge('side')
 *       .tag('v1.0.0')
 *       .write()
 *     repository.path; repository.hash('main'); repository.git('log', '--oneline')
 */
export function aRepository(options: RepositoryOptions = {}): TestRepository {
  return new TestRepository(options)
}

interface RepositoryOptions {
  readonly bare?: boolean
  readonly objectFormat?: 'sha1' | 'sha256'
}

interface Told {
  readonly spec: CommitSpec
  readonly parents: readonly number[]
}

const root = mkdtempSync(join(tmpdir(), 'leitstand-repositories-'))
process.once('exit', () => rmSync(root, { recursive: true, force: true }))

/** A new empty folder that is removed when the process ends. */
export function aFolder(): string {
  return mkdtempSync(join(root, 'folder-'))
}

export class TestRepository {
  readonly path: string
  private readonly marksFile: string
  private readonly markByName = new Map<string, number>()
  private readonly told: Told[] = []
  private stream: Buffer[] = []
  private clock = Date.parse('2026-01-05T08:00:00Z')

  constructor(options: RepositoryOptions) {
    this.path = mkdtempSync(join(root, 'repository-'))
    this.marksFile = join(root, `${basename(this.path)}-marks`)
    cpSync(anEmptyRepository(options), this.path, { recursive: true })
  }

  commit(spec: CommitSpec = {}): this {
    return this.add(spec, this.parentsOf(spec), [])
  }

  /** Merges the named branches or commits into a branch, with their changes; on a conflict the later named wins. */
  merge(others: string | readonly string[], spec: CommitSpec = {}): this {
    const first = this.parentsOf(spec)
    const parents = [...first, ...[others].flat().map((name) => this.markOf(name))]
    const known = this.reachable(first)
    const brought = [...this.reachable(parents)].filter((mark) => !known.has(mark)).sort((a, b) => a - b)
    const changes = brought.flatMap((mark) => fileCommands(this.told[mark - 1]?.spec ?? {}))
    const message = `Merge ${[others].flat().join(', ')}\n`
    return this.add({ message, ...spec }, parents, changes)
  }

  tag(name: string, spec: TagSpec = {}): this {
    const at = spec.at === undefined ? this.clock + 3_600_000 : instant(spec.at)
    this.stream.push(tagCommand(name, this.markOf(spec.on ?? 'main'), at, spec.light ?? false))
    return this
  }

  /** Writes what was told since the last time. Throws git's own words when it does not like it. */
  write(): this {
    const marks = [`--import-marks-if-exists=${this.marksFile}`, `--export-marks=${this.marksFile}`]
    run(
      this.path,
      [
        '-c',
        'core.compression=0',
        'fast-import',
        '--quiet',
        '--force',
        '--date-format=raw-permissive',
        ...marks,
      ],
      Buffer.concat(this.stream),
    )
    this.stream = []
    return this
  }

  /** The hash of a written commit by its name, or of a branch's tip as told. */
  hash(name: string): string {
    const mark = this.markOf(name)
    const line = readFileSync(this.marksFile, 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`:${mark} `))
    if (line === undefined) throw new Error(`${name} is not written yet.`)
    return line.slice(line.indexOf(' ') + 1)
  }

  /** What git answers in the repository, without the last line end. Throws git's own words when it fails. */
  git(...args: string[]): string {
    return run(this.path, args).toString('utf8').replace(/\n$/, '')
  }

  /** Writes an object of any content, valid or not, and answers its hash. */
  object(type: 'commit' | 'tag' | 'tree' | 'blob', content: string | Buffer): string {
    return run(this.path, ['hash-object', '-w', '--literally', '-t', type, '--stdin'], Buffer.from(content))
      .toString('utf8')
      .trim()
  }

  /** Turns packs into single objects, so that one of them can be taken away. */
  unpack(): this {
    const folder = join(this.path, '.git', 'objects', 'pack')
    const packs = readdirSync(folder).filter((name) => name.endsWith('.pack'))
    const contents = packs.map((name) => readFileSync(join(folder, name)))
    // Git unpacks nothing that it finds in a pack already.
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    for (const content of contents) run(this.path, ['unpack-objects', '-q'], content)
    return this
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  private add(spec: CommitSpec, parents: readonly number[], brought: readonly Buffer[]): this {
    this.clock = spec.at === undefined ? this.clock + 3_600_000 : instant(spec.at)
    const branch = spec.branch ?? 'main'
    this.told.push({ spec, parents })
    const mark = this.told.length
    this.stream.push(commitCommand(spec, { branch, mark, parents, at: this.clock }, brought))
    this.markByName.set(branch, mark)
    if (spec.as !== undefined) this.markByName.set(spec.as, mark)
    return this
  }

  private parentsOf(spec: CommitSpec): number[] {
    if (spec.parents) return spec.parents.map((name) => this.markOf(name))
    if (spec.root) return []
    const from = spec.from ?? (this.markByName.has(spec.branch ?? 'main') ? (spec.branch ?? 'main') : 'main')
    return spec.from === undefined && !this.markByName.has(from) ? [] : [this.markOf(from)]
  }

  private markOf(name: string): number {
    const mark = this.markByName.get(name)
    if (mark === undefined) throw new Error(`No commit or branch ${name} was told yet.`)
    return mark
  }

  private reachable(marks: readonly number[]): Set<number> {
    const seen = new Set<number>()
    const open = [...marks]
    for (let mark = open.pop(); mark !== undefined; mark = open.pop()) {
      if (seen.has(mark)) continue
      seen.add(mark)
      open.push(...(this.told[mark - 1]?.parents ?? []))
    }
    return seen
  }
}

const emptyRepositories = new Map<string, string>()

/** A folder as `git init` leaves it, to be copied: in a process of some size that is quicker than starting git each time. */
function anEmptyRepository({ objectFormat = 'sha1', bare = false }: RepositoryOptions): string {
  const kind = `${objectFormat} ${bare}`
  const made = emptyRepositories.get(kind)
  if (made !== undefined) return made
  const folder = mkdtempSync(join(root, 'empty-'))
  run(folder, ['init', '-q', '-b', 'main', `--object-format=${objectFormat}`, ...(bare ? ['--bare'] : [])])
  emptyRepositories.set(kind, folder)
  return folder
}

const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))

function run(folder: string, args: readonly string[], input?: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    env: {
      ...clean,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      LC_ALL: 'C',
    },
    maxBuffer: 1 << 30,
    ...(input ? { input } : {}),
  })
  if (error) throw error
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString('utf8')}`)
  return stdout
}
