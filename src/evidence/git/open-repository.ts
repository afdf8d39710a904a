import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import { gitText, runGit } from './run-git.ts'

/** A repository on this machine's disk. Nothing that is read through it writes into it. */
export interface GitRepository {
  /** The folder that was named, as an absolute path. */
  readonly path: string
  /** Top of the working tree, or the bare repository itself, links resolved. */
  readonly root: string
  /** Last part of the path of the working tree, or of the bare repository without `.git`. */
  readonly name: string
  /** Where HEAD lies, links resolved: of a linked worktree its own folder. */
  readonly gitDir: string
  /** Where objects and refs lie; other than `gitDir` only in a linked worktree. */
  readonly commonDir: string
  readonly bare: boolean
  readonly objectFormat: 'sha1' | 'sha256'
  /** True when the history ends before its roots. */
  readonly shallow: boolean
  /** True when objects were left with another machine; they are never fetched. */
  readonly partial: boolean
}

/**
 * Opens the repository at the path, or the one whose working tree holds the path. Refuses what is not there
 * (`not-found`), must not be read (`forbidden`) or is in a form that git does not read (`invalid`).
 */
export async function openRepository(path: string): Promise<GitRepository> {
  const named = resolve(path)
  const found = await findGitDir(named)
  const directory = { path: named, gitDir: found.gitDir }
  const [format, settings] = await Promise.all([
    gitText(directory, ['rev-parse', '--show-object-format', '--is-shallow-repository']),
    readSettings(directory),
  ])
  const [objectFormat, shallow] = format.split('\n')
  return {
    ...directory,
    root: found.root === found.gitDir && basename(found.root) === '.git' ? dirname(found.root) : found.root,
    name: basename(found.root).replace(/(.)\.git$/, '$1'),
    commonDir: await commonDirOf(found.gitDir),
    bare: found.root === found.gitDir && settings.get('core.bare') !== 'false',
    objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
    shallow: shallow === 'true',
    partial: [...settings].some(([name, value]) => name !== 'core.bare' && value !== 'false'),
  }
}

interface Found {
  readonly gitDir: string
  readonly root: string
}

async function findGitDir(named: string): Promise<Found> {
  const start = await realpath(named).catch((error: unknown) => {
    throw pathRefusal(named, error)
  })
  if (!(await stat(start)).isDirectory()) throw noRepository(named)
  for (let folder = start; ; folder = dirname(folder)) {
    const found = await gitDirAt(folder, named)
    if (found)
      return {
        gitDir: found,
        root: found === folder && basename(folder) === '.git' ? dirname(folder) : folder,
      }
    if (folder === dirname(folder)) throw noRepository(named)
  }
}

async function gitDirAt(folder: string, named: string): Promise<string | null> {
  const inside = join(folder, '.git')
  const link = await readFile(inside, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'EISDIR')) return null
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return ''
    throw pathRefusal(named, error)
  })
  if (link === null) return (await isGitDir(inside, named)) ? realpath(inside) : null
  const target = /^gitdir: (.+)$/s.exec(link.replace(/[\r\n]+$/, ''))?.[1]
  if (target === undefined) return (await isGitDir(folder, named)) ? folder : null
  return realpath(resolve(folder, target)).catch((error: unknown) => {
    throw isCode(error, 'ENOENT')
      ? new Refusal(
          'not-found',
          {
            en: `${inside} points to ${target}, which is not there.`,
            de: `${inside} verweist auf ${target}, was es nicht gibt.`,
          },
          {
            en: 'Repair the worktree or submodule with git.',
            de: 'Repariere den Worktree oder das Submodul mit Git.',
          },
        )
      : pathRefusal(named, error)
  })
}

/** The same three signs that git goes by; a linked worktree's folder has a commondir instead of objects and refs. */
async function isGitDir(folder: string, named: string): Promise<boolean> {
  const has = async (name: string, look: (path: string) => Promise<unknown>) => {
    try {
      await look(join(folder, name))
      return true
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].some((code) => isCode(error, code))) return false
      throw pathRefusal(named, error)
    }
  }
  // Old repositories have a link for it, which leads nowhere once the references are packed.
  if (!(await has('HEAD', readFile)) && !(await has('HEAD', lstat))) return false
  return (
    (await has('commondir', readFile)) || ((await has('objects', entered)) && (await has('refs', entered)))
  )
}

/** Only who may enter a folder is told of what lies in it. */
const entered = (path: string) => stat(`${path}/.`)

async function commonDirOf(gitDir: string): Promise<string> {
  const told = await readFile(join(gitDir, 'commondir'), 'utf8').catch(() => null)
  return told === null ? gitDir : realpath(resolve(gitDir, told.replace(/[\r\n]+$/, '')))
}

/** The settings that tell bare and partial clones, by lower-case name. */
async function readSettings(directory: Pick<GitRepository, 'path' | 'gitDir'>): Promise<Map<string, string>> {
  const pattern = String.raw`^(core\.bare|extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$`
  const run = runGit(directory, ['config', '--null', '--get-regexp', pattern], { input: '' })
  const chunks: Buffer[] = []
  for await (const chunk of run.stdout) chunks.push(chunk)
  await run.done
  const entries = Buffer.concat(chunks).toString('utf8').split('\0').filter(Boolean)
  return new Map(
    entries.map((entry): [string, string] => {
      const cut = entry.indexOf('\n')
      return cut === -1 ? [entry, 'true'] : [entry.slice(0, cut), entry.slice(cut + 1)]
    }),
  )
}

function noRepository(named: string): Refusal {
  return new Refusal(
    'not-found',
    { en: `There is no git repository at ${named}.`, de: `Unter ${named} liegt kein Git-Repository.` },
    { en: 'Name a folder that holds one.', de: 'Nenne einen Ordner, in dem eines liegt.' },
  )
}

function pathRefusal(named: string, error: unknown): Error {
  if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'ELOOP')) {
    return new Refusal(
      'not-found',
      { en: `There is no folder ${named}.`, de: `Es gibt keinen Ordner ${named}.` },
      { en: 'Check the path for a typing error.', de: 'Prüfe den Pfad auf Tippfehler.' },
    )
  }
  if (isCode(error, 'EACCES') || isCode(error, 'EPERM')) {
    return new Refusal(
      'forbidden',
      {
        en: `This program's user must not read ${named}.`,
        de: `Der Benutzer dieses Programms darf ${named} nicht lesen.`,
      },
      {
        en: 'Give the user that runs this program the right to read the repository.',
        de: 'Gib dem Benutzer, unter dem dieses Programm läuft, das Recht, das Repository zu lesen.',
      },
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
