import { execFileSync } from 'node:child_process'

/** One commit as plain git tells it, for an independent calculation. Instants in seconds. */
export interface PlainCommit {
  readonly hash: string
  readonly parents: readonly string[]
  readonly authored: number
  readonly committed: number
  readonly author: string
  /** Author and co-authors without bots. */
  readonly humans: readonly string[]
  /** Status letter, path after, path before. */
  readonly files: readonly (readonly [status: string, path: string, from: string])[]
}

export function git(path: string, ...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-C', path, '-c', 'core.quotePath=false', '-c', 'mailmap.blob=HEAD:.mailmap', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
}

export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** The whole history, parents first. */
export function plainHistory(path: string): PlainCommit[] {
  const format =
    '--format=%x01%H%x02%P%x02%at%x02%ct%x02%aN%x02%aE%x02%(trailers:key=Co-authored-by,valueonly)%x03'
  const log = git(path, 'log', '--reverse', '--topo-order', '-M', '-l0', '--name-status', format)
  const mailmapped = new Map<string, string>()
  return log
    .split('\u{1}')
    .slice(1)
    .map((text) => {
      const [head = '', body = ''] = text.split('\u{3}')
      const [hash = '', parents = '', authored, committed, name = '', address = '', trailers = ''] =
        head.split('\u{2}')
      const coauthors = lines(trailers).map((trailer) => {
        const known = mailmapped.get(trailer) ?? git(path, 'check-mailmap', trailer).trim()
        mailmapped.set(trailer, known)
        const [, coName = '', coAddress = ''] = /^(.*?) ?<(.*)>$/.exec(known) ?? []
        return { name: coName, address: coAddress }
      })
      const people = [{ name, address }, ...coauthors]
      return {
        hash,
        parents: parents.split(' ').filter(Boolean),
        authored: Number(authored),
        committed: Number(committed),
        author: personOf(address),
        humans: [
          ...new Set(
            people.filter((one) => !isBot(one.name, one.address)).map((one) => personOf(one.address)),
          ),
        ],
        files: lines(body).map((line): [string, string, string] => {
          const [status = '', first = '', second] = line.split('\t')
          return [status.slice(0, 1), second ?? first, first]
        }),
      }
    })
}

/** Joined by equal address without regard to case, and by the forge's no-reply address without its number. */
function personOf(address: string): string {
  return address.toLowerCase().replace(/^\d+\+(?=.*@users\.noreply\.)/, '')
}

function isBot(name: string, address: string): boolean {
  return [name, address.split('@')[0] ?? ''].some(
    (text) => text.endsWith('[bot]') || ['dependabot', 'renovate', 'github-actions'].includes(text),
  )
}

/** Paths at the head, symbolic links included and submodules not. */
export function pathsAtHead(path: string): string[] {
  return lines(git(path, 'ls-tree', '-r', '--full-tree', 'HEAD'))
    .filter((line) => line.split(' ')[1] === 'blob')
    .map((line) => line.slice(line.indexOf('\t') + 1))
}

/**
 * The changes of each file at the head, oldest first, under whatever name it had: walking back from the head's path.
 * What was deleted under that name before, or moved away from it, was another file.
 */
export function changesByPath(path: string, history: readonly PlainCommit[]): Map<string, Change[]> {
  const nameNow = new Map(pathsAtHead(path).map((name) => [name, name]))
  const changes = new Map([...nameNow.keys()].map((name): [string, Change[]] => [name, []]))
  for (const commit of [...history].reverse()) {
    for (const [status, after] of commit.files) {
      if (status !== 'D') changes.get(nameNow.get(after) ?? '')?.unshift({ commit, status })
    }
    const renames = commit.files.filter(([status]) => status === 'R')
    const moved = renames.map(([, after, before]): [string, string | undefined] => [
      before,
      nameNow.get(after),
    ])
    for (const [status, after] of commit.files) if (status === 'D' || status === 'R') nameNow.delete(after)
    for (const [before, now] of moved) {
      if (now === undefined) nameNow.delete(before)
      else nameNow.set(before, now)
    }
  }
  return changes
}

export interface Change {
  commit: PlainCommit
  status: string
}
