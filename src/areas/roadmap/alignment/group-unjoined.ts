import { literalPattern } from '#evidence/git/path-pattern.ts'
import type { JoinedChange } from './join-changes.ts'

/** Changes that nothing joins to a bet and that look alike, so that they can be assigned together. */
export interface UnjoinedGroup {
  /** What they have in common: a repository and the folder that holds most of their files. */
  readonly repository: { readonly id: string; readonly name: string }
  readonly folder: string
  /** A path rule that means what lies there. */
  readonly pattern: string
  readonly hashes: readonly string[]
  /** Milliseconds since 1970 of the newest. */
  readonly latest: number
  /** The bet that most of what was joined here belongs to, and its share; null where none stands out, or it has ended. */
  readonly proposal: { readonly bet: string; readonly share: number; readonly sample: number } | null
}

const sampleNeeded = 3
const shareNeeded = 0.6

/** Groups of unjoined changes, largest first; what bots delivered needs no bet and is left out. */
export function groupUnjoined(
  changes: readonly JoinedChange[],
  isOpen: (bet: string) => boolean = () => true,
): UnjoinedGroup[] {
  const byFolder = Map.groupBy(
    changes.filter(({ change }) => !change.byBots),
    ({ change }) => JSON.stringify([change.repository.id, folderOf(change.paths)]),
  )
  const groups = [...byFolder.values()].flatMap((inFolder): UnjoinedGroup[] => {
    const unjoined = inFolder.filter(({ way }) => way === null)
    const [first] = unjoined
    if (!first) return []
    return [
      {
        repository: first.change.repository,
        folder: folderOf(first.change.paths),
        pattern: patternOf(folderOf(first.change.paths)),
        hashes: unjoined.map(({ change }) => change.hash),
        latest: Math.max(...unjoined.map(({ change }) => change.at)),
        proposal: proposalFrom(inFolder, isOpen),
      },
    ]
  })
  return groups.sort((a, b) => b.hashes.length - a.hashes.length || (a.folder < b.folder ? -1 : 1))
}

/** The folder, two levels deep at most, that holds most of the files; '' for the top of the repository. */
function folderOf(paths: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const folder = path.split('/').slice(0, -1).slice(0, 2).join('/')
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most?.[0] ?? ''
}

/** Below two folders everything, above only what lies in the folder itself, as groups are made. */
function patternOf(folder: string): string {
  if (folder === '') return '/*'
  return `${literalPattern(folder)}/${folder.includes('/') ? '**' : '*'}`
}

function proposalFrom(
  inFolder: readonly JoinedChange[],
  isOpen: (bet: string) => boolean,
): UnjoinedGroup['proposal'] {
  const joined = inFolder.filter(({ way }) => way !== null)
  const counts = new Map<string, number>()
  for (const { bets } of joined) for (const bet of bets) counts.set(bet, (counts.get(bet) ?? 0) + 1)
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  if (!most || !isOpen(most[0]) || joined.length < sampleNeeded || most[1] / joined.length < shareNeeded)
    return null
  return { bet: most[0], share: most[1] / joined.length, sample: joined.length }
}
