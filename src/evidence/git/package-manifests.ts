import { posix } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { pathPatterns } from './path-patterns.ts'

/** What one manifest says about packages. Folders are relative to the top, '' is the top itself. */
export interface Manifest {
  readonly ecosystem: Ecosystem
  readonly folder: string
  /** True when the manifest makes its own folder a package. */
  readonly isPackage: boolean
  /** Patterns of folders below, `!` excludes; null when it names no members. */
  readonly members: readonly string[] | null
}

export type Ecosystem = 'npm' | 'cargo' | 'go' | 'maven' | 'gradle' | 'python' | 'dotnet' | 'other'

/** True for files that `readManifest` understands. */
export function isManifest(path: string): boolean {
  return readerOf(path) !== undefined
}

/** Reads one manifest; null when the file is broken or says nothing about packages. */
export function readManifest(path: string, text: string): Manifest | null {
  const folder = path.includes('/') ? posix.dirname(path) : ''
  try {
    const said = readerOf(path)?.(text)
    return said ? { folder, ...said } : null
  } catch {
    // A manifest that its own tools could not read either names nothing.
    return null
  }
}

/** The folders below the top that are packages: members where a workspace names some, else every package of its kind. */
export function packageFolders(manifests: readonly Manifest[]): string[] {
  const workspaces = manifests.filter((manifest) => manifest.members !== null)
  const places = new Map<string, ((folder: string) => boolean)[]>()
  for (const workspace of workspaces) {
    const place = placeOf(workspace.ecosystem, workspace.folder)
    places.set(place, [...(places.get(place) ?? []), memberTest(workspace)])
  }
  const packages = manifests.filter(({ folder, isPackage, ecosystem }) => {
    if (!isPackage || folder === '') return false
    const above = foldersAbove(folder).flatMap((top) => places.get(placeOf(ecosystem, top)) ?? [])
    return above.length === 0 || above.some((isMember) => isMember(folder))
  })
  return [...new Set(packages.map(({ folder }) => folder))].sort()
}

type Said = Omit<Manifest, 'folder'> | null

function readerOf(path: string): ((text: string) => Said) | undefined {
  const name = posix.basename(path)
  return readers.get(name) ?? (/\.(cs|fs|vb)proj$/.test(name) ? () => aPackage('dotnet') : undefined)
}

const readers: ReadonlyMap<string, (text: string) => Said> = new Map(
  Object.entries<(text: string) => Said>({
    'package.json': readPackageJson,
    'pnpm-workspace.yaml': (text) => workspace('npm', stringsAt(parseYaml(text), 'packages')),
    'lerna.json': (text) => workspace('npm', stringsAt(JSON.parse(text), 'packages')),
    'Cargo.toml': readCargo,
    'go.mod': () => aPackage('go'),
    'go.work': readGoWork,
    'pom.xml': readPom,
    'settings.gradle': readGradleSettings,
    'settings.gradle.kts': readGradleSettings,
    'build.gradle': () => aPackage('gradle'),
    'build.gradle.kts': () => aPackage('gradle'),
    'pyproject.toml': readPyproject,
    'setup.py': () => aPackage('python'),
    'mix.exs': () => aPackage('other'),
    'composer.json': (text) => (stringAt(JSON.parse(text), 'name') === null ? null : aPackage('other')),
    'pubspec.yaml': () => aPackage('other'),
    'Package.swift': () => aPackage('other'),
  }),
)

function readPackageJson(text: string): Said {
  const json: unknown = JSON.parse(text)
  const listed = stringsAt(json, 'workspaces') ?? stringsAt(valueAt(json, 'workspaces'), 'packages')
  return { ecosystem: 'npm', isPackage: stringAt(json, 'name') !== null, members: listed }
}

function readCargo(text: string): Said {
  const toml: unknown = parseToml(text)
  const section = valueAt(toml, 'workspace')
  const members = stringsAt(section, 'members')
  const excluded = stringsAt(section, 'exclude') ?? []
  return {
    ecosystem: 'cargo',
    isPackage: valueAt(toml, 'package') !== undefined,
    members: members && [...members, ...excluded.map((folder) => `!${folder}`)],
  }
}

function readPyproject(text: string): Said {
  const toml: unknown = parseToml(text)
  const section = valueAt(valueAt(valueAt(toml, 'tool'), 'uv'), 'workspace')
  const excluded = stringsAt(section, 'exclude') ?? []
  const members = stringsAt(section, 'members')
  return {
    ecosystem: 'python',
    isPackage:
      valueAt(toml, 'project') !== undefined || valueAt(valueAt(toml, 'tool'), 'poetry') !== undefined,
    members: members && [...members, ...excluded.map((folder) => `!${folder}`)],
  }
}

function readGoWork(text: string): Said {
  const blocks = [...text.matchAll(/^use\s*\(([^)]*)\)/gm)].flatMap(([, block = '']) => block.split('\n'))
  const single = [...text.matchAll(/^use\s+([^\s(]+)/gm)].map(([, folder = '']) => folder)
  const folders = [...blocks, ...single].map((line) =>
    line
      .replace(/\/\/.*/, '')
      .trim()
      .replace(/^"|"$/g, ''),
  )
  return workspace('go', folders.filter(Boolean))
}

function readPom(text: string): Said {
  const modules = [...text.matchAll(/<module>\s*([^<]+?)\s*<\/module>/g)].map(([, folder = '']) => folder)
  return { ecosystem: 'maven', isPackage: true, members: modules.length > 0 ? modules : null }
}

function readGradleSettings(text: string): Said {
  const plain = text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
  const included = [...plain.matchAll(/\binclude\b\s*\(?((?:\s*,?\s*["'][^"']+["'])+)/g)]
  const projects = included.flatMap(([, list = '']) =>
    [...list.matchAll(/["']([^"']+)["']/g)].map(([, name = '']) => name),
  )
  return workspace(
    'gradle',
    projects.map((name) => name.replace(/^:/, '').replaceAll(':', '/')),
  )
}

function aPackage(ecosystem: Ecosystem): Said {
  return { ecosystem, isPackage: true, members: null }
}

function workspace(ecosystem: Ecosystem, members: readonly string[] | null): Said {
  return members && members.length > 0 ? { ecosystem, isPackage: false, members } : null
}

function placeOf(ecosystem: Ecosystem, folder: string): string {
  return `${ecosystem} ${folder}`
}

function foldersAbove(folder: string): string[] {
  const parts = folder.split('/')
  return parts.map((_part, depth) => parts.slice(0, depth).join('/'))
}

const mostMembers = 10_000
const longestPattern = 1024
const mostAlternatives = 1000

/** The last pattern that matches decides; a member of a nested workspace belongs to that one as well. */
function memberTest({ folder: top, members }: Manifest): (folder: string) => boolean {
  const told = (members ?? [])
    .slice(0, mostMembers)
    .reverse()
    .filter((pattern) => pattern.length <= longestPattern)
    .flatMap((pattern) => {
      const isOut = pattern.startsWith('!')
      return alternatives(isOut ? pattern.slice(1) : pattern).map((one) => ({ pattern: `/${one}`, isOut }))
    })
    .slice(0, mostMembers)
  const patterns = pathPatterns(told.map(({ pattern }) => pattern))
  return (folder) => {
    const last = told[patterns.first(top === '' ? folder : folder.slice(top.length + 1))]
    return last !== undefined && !last.isOut
  }
}

/** `./{a,b}/c/` as `a/c` and `b/c`; nothing where there would be too many. */
function alternatives(pattern: string): string[] {
  const open = [posix.normalize(pattern).replace(/^\.\/|\/$/g, '')]
  const plain: string[] = []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [, before = '', inside, after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(next) ?? []
    if (inside === undefined) plain.push(next)
    else open.push(...inside.split(',').map((one) => before + one + after))
    if (open.length + plain.length > mostAlternatives) return []
  }
  return plain
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function stringAt(value: unknown, key: string): string | null {
  const found = valueAt(value, key)
  return typeof found === 'string' ? found : null
}

function stringsAt(value: unknown, key: string): string[] | null {
  const found = valueAt(value, key)
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : null
}
