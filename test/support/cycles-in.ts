import type { SourceTree } from './source-tree.ts'

/** The circles that imports run in, each once; types alone tie no knot, and what is loaded on demand comes later. */
export function cyclesIn(tree: SourceTree): string[] {
  const byPath = new Map(tree.files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    const file = byPath.get(path)
    if (!file || done.has(path)) return
    for (const { target, typeOnly, lazy } of tree.inside(file)) {
      if (!typeOnly && !lazy) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const { path } of tree.files) visit(path, [])
  return found
}
