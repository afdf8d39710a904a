import { posix } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { pathExpression, patternSource } from './path-pattern.ts'

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
  const packages = manifests.filter(({ folder, isPackage, ecosystem }) => {
    if (!isPackage || folder === '') return false
    const above = workspaces.filter((one) => one.ecosystem === ecosystem && isBelow(folder, one.folder))
    return above.length === 0 || above.some((workspace) => isMember(folder, workspace))
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

function isBelow(folder: string, above: string): boolean {
  return above === '' ? folder !== '' : folder.startsWith(`${above}/`)
}

/** The last pattern that matches decides; a member of a nested workspace belongs to that one as well. */
function isMember(folder: string, { folder: top, members }: Manifest): boolean {
  const below = top === '' ? folder : folder.slice(top.length + 1)
  const last = (members ?? []).findLast((pattern) => matches(pattern.replace(/^!/, ''), below))
  return last !== undefined && !last.startsWith('!')
}

function matches(pattern: string, folder: string): boolean {
  const plain = posix.normalize(pattern).replace(/^\.\/|\/$/g, '')
  const sources = bracesOf(plain).map((one) => patternSource(`/${one}`))
  return pathExpression(sources.filter((source) => source !== null)).test(folder)
}

/** `{a,b}/c` as `a/c` and `b/c`. */
function bracesOf(pattern: string): string[] {
  const [, before = '', inside, after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern) ?? []
  if (inside === undefined) return [pattern]
  return inside.split(',').flatMap((one) => bracesOf(before + one + after))
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
