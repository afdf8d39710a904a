import { emptyFolder, hashObject, withFile, type Folder } from './git-tree.ts'

/** A commit that was told, by its place in the stream, with the hash that git will give it. */
export interface ToldCommit {
  readonly mark: number
  readonly hash: string
  readonly tree: Folder
}

export interface CommitToTell {
  readonly ref: string
  /** As in `Ada <ada@example.com>`. */
  readonly author: string
  readonly committer: string
  readonly at: number
  /** As in `+0100`. */
  readonly offset: string
  readonly message: string
  readonly parents: readonly ToldCommit[]
  /** What the files hold afterwards that differ from the first parent. */
  readonly files: ReadonlyMap<string, string>
}

/** A history in the language of `git fast-import`. Hashes are worked out beside it, because a revert names one. */
export class ImportStream {
  private readonly pieces: Buffer[] = []
  private readonly known = new Set<string>()
  private last = 0

  commit(told: CommitToTell): ToldCommit {
    const { ref, author, committer, at, offset, message, parents, files } = told
    const moment = `${Math.floor(at / 1000)} ${offset}`
    const mark = (this.last += 1)
    let tree = parents[0]?.tree ?? emptyFolder
    const changes: Buffer[] = []
    for (const [path, content] of files) {
      const bytes = Buffer.from(content)
      const blob = hashObject('blob', bytes)
      tree = withFile(tree, path, blob)
      changes.push(this.known.has(blob) ? text(`M 100644 ${blob} ${path}\n`) : inline(path, bytes))
      this.known.add(blob)
    }
    const [first, ...others] = parents
    this.pieces.push(
      text(`commit ${ref}\nmark :${mark}\nauthor ${author} ${moment}\ncommitter ${committer} ${moment}\n`),
      data(Buffer.from(message)),
      text(first ? `from :${first.mark}\n` : ''),
      ...others.map((parent) => text(`merge :${parent.mark}\n`)),
      ...changes,
      text('\n'),
    )
    const lines = [
      `tree ${tree.hash}`,
      ...parents.map(({ hash }) => `parent ${hash}`),
      `author ${author} ${moment}`,
      `committer ${committer} ${moment}`,
      '',
      message,
    ]
    return { mark, tree, hash: hashObject('commit', Buffer.from(lines.join('\n'))) }
  }

  tag(name: string, on: ToldCommit, tagger: string, at: number): void {
    this.pieces.push(
      text(`tag ${name}\nfrom :${on.mark}\ntagger ${tagger} ${Math.floor(at / 1000)} +0000\n`),
      data(Buffer.from(`${name}\n`)),
    )
  }

  /** Lets a branch stand at a commit, or be gone. */
  branch(ref: string, on: ToldCommit | null): void {
    this.pieces.push(text(`reset ${ref}\nfrom ${on ? `:${on.mark}` : '0'.repeat(40)}\n\n`))
  }

  end(): Buffer {
    return Buffer.concat([...this.pieces, text('done\n')])
  }
}

function inline(path: string, content: Buffer): Buffer {
  return Buffer.concat([text(`M 100644 inline ${path}\n`), data(content)])
}

function data(content: Buffer): Buffer {
  return Buffer.concat([text(`data ${content.length}\n`), content, text('\n')])
}

function text(value: string): Buffer {
  return Buffer.from(value)
}
