import { posix } from 'node:path'
import { parseSource } from './source-file.ts'
import type { ImportEdge, SourceFile } from './source-file.ts'

/** An import whose target is a file of the sources. */
export interface ResolvedImport extends ImportEdge {
  readonly target: string
}

/** All files of the sources, and where their imports lead. */
export interface SourceTree {
  readonly files: readonly SourceFile[]
  readonly has: (path: string) => boolean
  /** The imports of a file that lead to other files of the sources, whether or not these exist. */
  readonly inside: (file: SourceFile) => readonly ResolvedImport[]
  /** The imports of a file that lead to packages and to Node. */
  readonly outside: (file: SourceFile) => readonly ImportEdge[]
  /** Everything that is loaded, at once or on demand, when a file is: the file itself included. */
  readonly loadedBy: (file: SourceFile) => readonly SourceFile[]
}

/** Builds the tree from paths (`src/…`) and texts. */
export function sourceTree(texts: Readonly<Record<string, string>>): SourceTree {
  const files = Object.entries(texts)
    .filter(([path]) => /\.[jt]sx?$/.test(path))
    .map(([path, text]) => parseSource(path, text))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const inside = (file: SourceFile): ResolvedImport[] =>
    file.imports.flatMap((edge) => {
      const target = resolve(file.path, edge.specifier)
      return target === undefined ? [] : [{ ...edge, target }]
    })
  const outside = (file: SourceFile): ImportEdge[] =>
    file.imports.filter(({ specifier }) => resolve(file.path, specifier) === undefined)
  const loadedBy = (start: SourceFile): SourceFile[] => {
    const loaded = new Set([start])
    for (const file of loaded) {
      for (const { target, typeOnly } of inside(file)) {
        const next = byPath.get(target)
        if (next && !typeOnly) loaded.add(next)
      }
    }
    return [...loaded]
  }
  return { files, has: (path) => path in texts, inside, outside, loadedBy }
}

/** What package.json's `imports` make of a specifier; undefined for what lies outside the sources. */
function resolve(from: string, specifier: string): string | undefined {
  const path = specifier.split('?')[0] ?? specifier
  if (path.startsWith('.')) {
    const target = posix.join(posix.dirname(from), path)
    return target.startsWith('src/') ? target : undefined
  }
  if (/^#\w+$/.test(path)) return `src/${path.slice(1)}/index.ts`
  return path.startsWith('#') ? `src/${path.slice(1)}` : undefined
}
