import { createHash } from 'node:crypto'

/** A folder as git sees it; it never changes, a change gives another one. */
export interface Folder {
  readonly entries: ReadonlyMap<string, Folder | string>
  readonly hash: string
}

/** The hash under which git keeps an object. */
export function hashObject(type: 'blob' | 'tree' | 'commit', content: Buffer): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}

export const emptyFolder = folder(new Map())

/** The folder with a file of this hash at the path. */
export function withFile(root: Folder, path: string, blob: string): Folder {
  const cut = path.indexOf('/')
  const entries = new Map(root.entries)
  if (cut < 0) return folder(entries.set(path, blob))
  const name = path.slice(0, cut)
  const below = entries.get(name)
  const inner = typeof below === 'object' ? below : emptyFolder
  return folder(entries.set(name, withFile(inner, path.slice(cut + 1), blob)))
}

function folder(entries: Map<string, Folder | string>): Folder {
  const lines = [...entries]
    // Git orders a folder as if its name ended in a slash.
    .map(([name, entry]) => ({ name, entry, order: typeof entry === 'string' ? name : `${name}/` }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .flatMap(({ name, entry }) => [
      Buffer.from(`${typeof entry === 'string' ? '100644' : '40000'} ${name}\0`),
      Buffer.from(typeof entry === 'string' ? entry : entry.hash, 'hex'),
    ])
  return { entries, hash: hashObject('tree', Buffer.concat(lines)) }
}
