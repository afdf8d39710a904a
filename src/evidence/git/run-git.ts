import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Refusal } from '#kernel/operation/refusal.ts'
import { startGit } from './launcher/start-git.ts'
import type { StartedGit } from './launcher/start-directly.ts'
import type { GitRepository } from './open-repository.ts'

/** A repository that git is told about outright, so that it looks for none by itself. */
export type GitDirectory = Pick<GitRepository, 'path' | 'gitDir'>

export interface GitOptions {
  /** Written to git's standard input, which is then closed. Without it standard input is left to the caller. */
  readonly input?: string | Buffer
  readonly signal?: AbortSignal
  /** Settings as `name=value` that win over those given to every command. */
  readonly config?: readonly string[]
  /** Sees standard error as it comes, progress lines included; `done` keeps only its beginning. */
  readonly onStderr?: (chunk: Buffer) => void
  /** Only for the commands that clone or fetch; without it every protocol is closed. */
  readonly transport?: GitTransport
}

export interface GitTransport {
  /** Names as git has them: https, ssh, file. */
  readonly protocols: readonly string[]
  /** Further settings as `name=value`. */
  readonly config?: readonly string[]
}

/** One running git. Standard output must be read to its end or `stop` be called. */
export interface GitRun {
  readonly stdout: Readable & AsyncIterable<Buffer>
  readonly stdin: Writable
  /** Settles when git has gone; -1 stands for a git that was stopped. Rejects with a refusal when git cannot be started. */
  readonly done: Promise<{ readonly code: number; readonly stderr: string }>
  stop(): void
}

const stderrKept = 16_384

/**
 * Starts the git program: no shell, nothing of the parent's GIT_ environment, no prompt, no pager, and everything
 * switched off by which a repository's own configuration could name a program to run. Standing in the repository
 * itself keeps git from finding attributes or a mailmap in some working tree.
 */
export function runGit(
  repository: GitDirectory | null,
  args: readonly string[],
  options: GitOptions = {},
): GitRun {
  const git = startGit({
    args: argumentsOf(repository, args, options),
    folder: repository?.gitDir,
    environment: environment(repository, options.transport),
    // A transport runs programs of its own, which a stopped git would leave behind waiting for the other machine.
    group: options.transport !== undefined && process.platform !== 'win32',
  })
  const stop = () => git.stop()
  options.signal?.addEventListener('abort', stop, { once: true })
  if (options.signal?.aborted) stop()
  // Git may leave before it has read all of its input; its exit code tells why.
  git.stdin.on('error', () => {})
  if (options.input !== undefined) git.stdin.end(options.input)
  const done = settle(git, repository, options.onStderr).finally(() =>
    options.signal?.removeEventListener('abort', stop),
  )
  done.catch(() => {})
  return { stdout: git.stdout, stdin: git.stdin, done, stop }
}

/** What git wrote, as text. Refuses with git's own words when git fails, unless the exit code is among `accepted`. */
export async function gitText(
  repository: GitDirectory | null,
  args: readonly string[],
  options: GitOptions & { readonly accepted?: readonly number[] } = {},
): Promise<string> {
  return (await gitBytes(repository, args, options)).toString('utf8')
}

/** What git wrote, as bytes; otherwise as `gitText`. */
export async function gitBytes(
  repository: GitDirectory | null,
  args: readonly string[],
  options: GitOptions & { readonly accepted?: readonly number[] } = {},
): Promise<Buffer> {
  const run = runGit(repository, args, options)
  if (options.input === undefined) run.stdin.end()
  const chunks: Buffer[] = []
  for await (const chunk of run.stdout) chunks.push(chunk)
  const { code, stderr } = await run.done
  options.signal?.throwIfAborted()
  if (code !== 0 && !options.accepted?.includes(code))
    throw gitRefusal(repository, args[0] ?? '', code, stderr)
  return Buffer.concat(chunks)
}

/** The refusal for a git that failed: the repository has gone, cannot be read, or git's own words. */
export function gitRefusal(
  repository: GitDirectory | null,
  command: string,
  code: number,
  stderr: string,
): Refusal {
  if (repository && !existsSync(repository.gitDir)) return vanished(repository)
  const words = stderr
    .split('\n')
    .filter((line) => /^(fatal|error): /.test(line))
    .map((line) => line.replace(/^(fatal|error): /, ''))
  const said = [...new Set(words)].slice(0, 3).join(' ') || stderr.trim().slice(0, 300)
  return new Refusal(
    /permission denied/i.test(stderr) ? 'forbidden' : 'invalid',
    {
      en: `git ${command} failed${repository ? ` in ${repository.path}` : ''}${code > 0 ? ` with exit code ${code}` : ''}: ${said || 'git was stopped.'}`,
      de: `git ${command} ist fehlgeschlagen${repository ? ` in ${repository.path}` : ''}${code > 0 ? `, Exit-Code ${code}` : ''}: ${said || 'git wurde angehalten.'}`,
    },
    hints.find(({ when }) => when.test(stderr))?.hint,
  )
}

const hints = [
  {
    when: /permission denied/i,
    hint: {
      en: 'Give the user that runs this program the right to read the repository.',
      de: 'Gib dem Benutzer, unter dem dieses Programm läuft, das Recht, das Repository zu lesen.',
    },
  },
  {
    when: /could not read [0-9a-f]{40}|unable to read|not a tree object|bad object|missing (blob|tree|commit)|corrupt/i,
    hint: {
      en: 'Objects of the repository are missing or damaged; git fsck names them. Repair it, or clone it again.',
      de: 'Objekte des Repositorys fehlen oder sind beschädigt; git fsck nennt sie. Repariere es, oder klone es neu.',
    },
  },
] as const

function vanished(repository: GitDirectory): Refusal {
  return new Refusal(
    'not-found',
    {
      en: `The repository ${repository.path} is no longer there.`,
      de: `Das Repository ${repository.path} gibt es nicht mehr.`,
    },
    {
      en: 'Check whether it was moved or removed, or is on a disk that is not mounted.',
      de: 'Sieh nach, ob es verschoben oder gelöscht wurde oder auf einem Datenträger liegt, der nicht eingehängt ist.',
    },
  )
}

async function settle(
  git: StartedGit,
  repository: GitDirectory | null,
  onStderr?: (chunk: Buffer) => void,
): Promise<{ code: number; stderr: string }> {
  const words: Buffer[] = []
  let kept = 0
  git.stderr.on('data', (chunk: Buffer) => {
    onStderr?.(chunk)
    // Git may warn once for each of a million commits: the first words tell as much.
    if (kept < stderrKept) words.push(chunk.subarray(0, stderrKept - kept))
    kept += chunk.length
  })
  try {
    return { code: (await git.ended) ?? -1, stderr: Buffer.concat(words).toString('utf8') }
  } catch (error) {
    throw startRefusal(error, repository)
  }
}

function startRefusal(error: unknown, repository: GitDirectory | null): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // A folder to stand in that has gone gives the same ENOENT as a missing program.
  if (repository && !existsSync(repository.gitDir)) return vanished(repository)
  if (code === 'EACCES') {
    return new Refusal('forbidden', {
      en: `The repository ${repository?.path ?? ''} must not be read by this program's user.`,
      de: `Der Benutzer dieses Programms darf das Repository ${repository?.path ?? ''} nicht lesen.`,
    })
  }
  if (code !== 'ENOENT') return error
  return new Refusal(
    'not-found',
    { en: 'The git program was not found.', de: 'Das Programm git wurde nicht gefunden.' },
    {
      en: 'Install git 2.39 or newer and make sure it is on PATH.',
      de: 'Installiere git 2.39 oder neuer und sorge dafür, dass es im PATH liegt.',
    },
  )
}

/** Commands that compare, and would run the programs that attributes and configuration name for that. */
const comparing = new Set(['log', 'show', 'diff', 'diff-tree'])

function argumentsOf(
  repository: GitDirectory | null,
  args: readonly string[],
  { transport, config = [] }: GitOptions,
): string[] {
  const [command = '', ...rest] = args
  const settings = [...neutral, ...(transport ? (transport.config ?? []) : closed), ...config]
  return [
    '--no-pager',
    '--literal-pathspecs',
    // Told outright, git asks for no safe.directory. Whoever named the path may read a repository that belongs to
    // somebody else, because none of the programs its configuration names is ever started.
    ...(repository ? [`--git-dir=${repository.gitDir}`, '--bare'] : []),
    ...settings.flatMap((setting) => ['-c', setting]),
    command,
    ...(comparing.has(command) ? ['--no-ext-diff', '--no-textconv'] : []),
    ...rest,
  ]
}

/** Settings that hold for every command: on the command line they win over those of the repository. */
const neutral = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.pager=cat',
  `core.attributesFile=${devNull}`,
  `core.excludesFile=${devNull}`,
  'core.alternateRefsCommand=false',
  'core.quotePath=false',
  `mailmap.file=${devNull}`,
  'mailmap.blob=HEAD:.mailmap',
  'log.showSignature=false',
  'log.showRoot=true',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
  'diff.renameLimit=1000',
  'diff.relative=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.graftFileDeprecated=false',
]

/** Settings for the commands that have no business with another machine. */
const closed = [
  'protocol.allow=never',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.askPass=',
  'credential.helper=',
]

function environment(repository: GitDirectory | null, transport?: GitTransport): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(GIT_|LC_|LANG|SSH_ASKPASS)/i.test(name),
  )
  return {
    ...Object.fromEntries(inherited),
    ...(transport ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull }),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ALLOW_PROTOCOL: transport ? transport.protocols.join(':') : 'none',
    // Objects that a partial clone lacks stay missing: fetching them would write into the repository.
    GIT_NO_LAZY_FETCH: '1',
    // No command here needs the index, and one that is locked or broken must not matter.
    ...(repository ? { GIT_INDEX_FILE: join(repository.gitDir, 'no-such-index') } : {}),
    LC_ALL: 'C',
  }
}
