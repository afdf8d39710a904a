/** The file's own name; where several share it, with the nearest folder that tells them apart. */
export function shortNames(paths: readonly string[]): (path: string) => string {
  const byEnd = new Map<string, Set<string>>()
  for (const path of paths) {
    for (const end of endsOf(path)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(path))
  }
  return (path) => {
    const end = endsOf(path).find((one) => byEnd.get(one)?.size === 1) ?? path
    const parts = end.split('/')
    return parts.length < 3 ? end : `${parts[0]}/…/${parts.at(-1)}`
  }
}

/** `c`, `b/c`, `a/b/c`. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(parts.length - 1 - index).join('/'))
}
