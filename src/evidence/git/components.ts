import type { TreeFile } from '#evidence/history/history.ts'
import type { Component } from '#evidence/measures/evidence.ts'
import { isManifest, packageFolders, readManifest } from './package-manifests.ts'
import { literalPattern } from './path-pattern.ts'
import { pathPatterns } from './path-patterns.ts'

/** The files that lie in no folder. */
const rootComponent = '(root)'

/** A folder that holds more of the files than this is looked at one level deeper. */
const crowded = 0.6
const mostManifests = 5000

/**
 * Components of a tree without a catalogue: the packages that manifests name, then for all other files the top folder,
 * or the second one in a top folder with over 60 % of these files. `readTexts` gives file contents by blob.
 */
export async function deriveComponents(
  tree: readonly TreeFile[],
  readTexts: (blobs: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<readonly Component[]> {
  const files = tree.filter(({ path }) => isManifest(path) && !aside.test(path)).slice(0, mostManifests)
  const texts = await readTexts(files.map((file) => file.blob))
  const manifests = files.map(({ path, blob }) => readManifest(path, texts.get(blob) ?? ''))
  const packages = packageFolders(manifests.filter((manifest) => manifest !== null))
  return foldersToComponents(
    tree.map((file) => file.path),
    new Set(packages),
  )
}

/** Manifests that make no component: those of fixtures, examples, templates and vendored code. */
const aside =
  /(^|\/)(node_modules|bower_components|vendors?|third[_-]?party|3rdparty|testdata|tests?|__tests__|__fixtures__|fixtures?|e2e|spec|mocks?|examples?|samples?|demos?|templates?|playgrounds?|benchmarks?|bench|dist|target)\//

function foldersToComponents(paths: readonly string[], packages: ReadonlySet<string>): Component[] {
  const used = new Set<string>()
  const rest: string[] = []
  for (const path of paths) {
    const found = nearestPackage(path, packages)
    if (found === null) rest.push(path)
    else used.add(found)
  }
  const components = [...used].map((folder) => folderComponent(folder))
  for (const [top, inTop] of Map.groupBy(rest, (path) => topFolder(path, ''))) {
    if (top === '') components.push({ name: rootComponent, paths: ['/*'] })
    else if (inTop.length <= crowded * paths.length) components.push(folderComponent(top))
    else components.push(...secondLevel(top, inTop))
  }
  return components.sort(byName)
}

function nearestPackage(path: string, packages: ReadonlySet<string>): string | null {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end)
    if (packages.has(folder)) return folder
  }
  return null
}

function secondLevel(top: string, paths: readonly string[]): Component[] {
  const seconds = new Set(paths.map((path) => topFolder(path, `${top}/`)))
  return [...seconds].map((second) =>
    second === '' ? { name: top, paths: [`${literalPattern(top)}/*`] } : folderComponent(`${top}/${second}`),
  )
}

/** The first folder of a path below `above`, '' for a file that lies in `above` itself. */
function topFolder(path: string, above: string): string {
  const end = path.indexOf('/', above.length)
  return end === -1 ? '' : path.slice(above.length, end)
}

function folderComponent(folder: string): Component {
  return { name: folder, paths: [`${literalPattern(folder)}/**`] }
}

function byName(a: Component, b: Component): number {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}

/**
 * Tells the component of a path as an index into the list, or -1. A pattern starts at the top of the tree, except one
 * without a slash but with a wildcard (`*.sql`), which is compared with the file's name; one whose last part has no
 * wildcard means everything in that folder, too. Of several that match, the one that says most before its first
 * wildcard wins, then the longer one, then the one named first.
 */
export function componentOfPath(components: readonly Component[]): (path: string) => number {
  const told = components
    .flatMap(({ paths }, index) => paths.map((pattern) => readPaths(pattern, index)))
    .sort((a, b) => b.start - a.start || b.length - a.length)
    .flatMap(({ patterns, index }) => patterns.map((pattern) => ({ pattern, index })))
  const patterns = pathPatterns(told.map(({ pattern }) => pattern))
  return (path) => told[patterns.first(path)]?.index ?? -1
}

function readPaths(told: string, index: number) {
  const hasWildcard = (part: string) => /[*?[]/.test(part.replace(/\\./g, ''))
  const bare = told.replace(/^\.\//, '').replace(/\/$/, '')
  const anywhere = !bare.includes('/') && hasWildcard(bare)
  const pattern = anywhere || bare.startsWith('/') ? bare : `/${bare}`
  const isFolder = !hasWildcard(pattern.slice(pattern.lastIndexOf('/')))
  const literal = /^(?:[^\\*?[]|\\.)*/s.exec(pattern.slice(1))?.[0] ?? ''
  return {
    index,
    patterns: [pattern, ...(isFolder ? [`${pattern}/**`] : [])],
    /** Characters before the first wildcard. */
    start: anywhere ? 0 : literal.replace(/\\(.)/gs, '$1').length,
    length: pattern.length,
  }
}
