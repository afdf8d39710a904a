import { execFile } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { realpath } from 'node:fs/promises'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Refusal } from '#kernel/operation/refusal.ts'
import { type GitRepository, openRepository } from './open-repository.ts'
import { parseSource, type RemoteAddress } from './parse-source.ts'
import { isPrivateAddress } from './private-address.ts'

/** What whoever runs the program allows. */
export interface SourceRules {
  /** Folders under which local repositories may lie. */
  readonly roots: readonly string[]
  /** True lets hosts of the own network be reached. */
  readonly privateAddresses?: boolean
  /** True lets repositories be fetched unencrypted. */
  readonly http?: boolean
}

/** A repository on another machine that may be reached, and the addresses that were looked at to say so. */
export interface RemoteSource extends RemoteAddress {
  /** Empty for an ssh host that is reached through a proxy of the user's own ssh configuration. */
  readonly addresses: readonly string[]
  /** Name under which the user's own ssh knows the key of the host. */
  readonly hostKey?: string
}

export type AllowedSource =
  | { readonly kind: 'folder'; readonly path: string; readonly repository: GitRepository }
  | RemoteSource

/** The roots of whoever runs the program on the own machine: the home folder, the current one and the one named at start. */
export function ownRoots(startFolder = process.cwd()): string[] {
  return [homedir(), process.cwd(), startFolder]
}

/**
 * The repository that somebody named, if it may be read. Refuses a folder outside the roots, also by a link or by a
 * `.git` file that leads out of them (`forbidden`), a host of the own network (`forbidden`), a host that is not found,
 * and what `parseSource` and `openRepository` refuse.
 */
export async function allowedSource(given: string, rules: SourceRules): Promise<AllowedSource> {
  const source = parseSource(given)
  return source.kind === 'folder' ? allowedFolder(source.path, rules) : allowedRemote(source, rules)
}

async function allowedFolder(given: string, rules: SourceRules): Promise<AllowedSource> {
  const path = resolve(given.replace(/^~(?=$|[\\/])/, homedir()))
  const roots = [...new Set([...rules.roots.map((root) => resolve(root)), ...(await realRoots(rules.roots))])]
  // Before anything is looked at: a refusal must not tell what is there and what is not.
  if (!roots.some((root) => isInside(root, path))) throw outside(path)
  const real = await realpath(path).catch(() => {
    throw new Refusal(
      'not-found',
      { en: `There is no folder ${path}.`, de: `Es gibt keinen Ordner ${path}.` },
      { en: 'Check the path for a typing error.', de: 'Prüfe den Pfad auf Tippfehler.' },
    )
  })
  if (!roots.some((root) => isInside(root, real))) throw outside(path)
  const repository = await openRepository(real)
  for (const place of [repository.gitDir, repository.commonDir]) {
    if (!roots.some((root) => isInside(root, place))) throw outside(path)
  }
  return { kind: 'folder', path: real, repository }
}

/** Roots with their links resolved; one that is not there holds nothing. */
async function realRoots(roots: readonly string[]): Promise<string[]> {
  const real = await Promise.all(roots.map((root) => realpath(root).catch(() => null)))
  return real.filter((root) => root !== null)
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

function outside(path: string): Refusal {
  return new Refusal(
    'forbidden',
    {
      en: `${path} lies, or leads, outside the folders from which repositories may be added.`,
      de: `${path} liegt nicht in den Ordnern, aus denen Repositorys hinzugefügt werden dürfen, oder führt aus ihnen hinaus.`,
    },
    {
      en: 'Name a repository inside them, or start the program with the folder it lies in.',
      de: 'Nenne ein Repository in diesen Ordnern, oder starte das Programm mit dem Ordner, in dem es liegt.',
    },
  )
}

async function allowedRemote(source: RemoteAddress, rules: SourceRules): Promise<RemoteSource> {
  if (source.transport === 'http' && rules.http !== true) {
    throw new Refusal(
      'forbidden',
      {
        en: 'Repositories are not fetched unencrypted.',
        de: 'Unverschlüsselt werden Repositorys nicht geholt.',
      },
      { en: 'Use the https or ssh address.', de: 'Nimm die Adresse mit https oder ssh.' },
    )
  }
  const host =
    source.transport === 'ssh'
      ? await sshHost(source.host, source.port)
      : { name: source.host, key: {}, proxied: false }
  if (host.proxied) return { ...source, addresses: [] }
  const addresses = await addressesOf(host.name)
  if (rules.privateAddresses !== true && addresses.some(isPrivateAddress)) {
    throw new Refusal(
      'forbidden',
      {
        en: `${source.host} is a host of a private network.`,
        de: `${source.host} ist ein Host in einem privaten Netz.`,
      },
      {
        en: 'Let whoever runs this program allow private addresses, or clone the repository and add its folder.',
        de: 'Wer dieses Programm betreibt, kann private Adressen erlauben; oder Du klonst das Repository und fügst seinen Ordner hinzu.',
      },
    )
  }
  return { ...source, addresses, ...host.key }
}

/** Milliseconds for which the name service is waited for. */
const patience = 5000

async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host) !== 0) return [host]
  const late = setTimeout(patience, [], { ref: false })
  const found = await Promise.race([lookup(host, { all: true }).catch(() => []), late])
  if (found.length > 0) return found.map(({ address }) => address)
  throw new Refusal(
    'not-found',
    { en: `The host ${host} was not found.`, de: `Der Host ${host} wurde nicht gefunden.` },
    { en: 'Check the address for a typing error.', de: 'Prüfe die Adresse auf Tippfehler.' },
  )
}

/** The host that ssh would really speak to: the user's own configuration may give it another name, or a way around. */
async function sshHost(host: string, told: number | null) {
  const { stdout } = await promisify(execFile)('ssh', ['-G', '--', host]).catch(() => ({ stdout: '' }))
  const settings = new Map(
    stdout.split('\n').map((line): [string, string] => {
      const cut = line.indexOf(' ')
      return [line.slice(0, cut), line.slice(cut + 1)]
    }),
  )
  const isSet = (name: string) => !['', 'none'].includes(settings.get(name) ?? '')
  const name = settings.get('hostname') ?? host
  const port = String(told ?? settings.get('port') ?? 22)
  const hostKey = settings.get('hostkeyalias') ?? (port === '22' ? name : `[${name}]:${port}`)
  return { name, key: { hostKey }, proxied: isSet('proxycommand') || isSet('proxyjump') }
}
