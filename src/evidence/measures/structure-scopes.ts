import type { Evidence } from './evidence.ts'

/** What all measures of structure have in common. */
export const structureScopes = {
  scopes: ['repository', 'component'],
  personNear: false,
  audience: 'company',
} as const

/** Those of the commits that changed at least one of the files. */
export function touching(
  { history }: Evidence,
  commits: readonly number[],
  files: ReadonlySet<number>,
): number[] {
  return commits.filter((commit) => {
    for (
      let change = history.changeStart[commit] ?? 0;
      change < (history.changeStart[commit + 1] ?? 0);
      change++
    ) {
      if (files.has(history.changeFile[change] ?? -1)) return true
    }
    return false
  })
}
