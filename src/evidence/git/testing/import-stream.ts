/** What one commit of a test repository holds; everything may be left out. */
export interface CommitSpec {
  /** Name by which later commits, tags and `hash` refer to it. */
  readonly as?: string
  /** Defaults to `main`; a branch that is new starts at `from`, or at the tip of `main`. */
  readonly branch?: string
  /** Name of a commit or branch to start from instead of the branch's tip. */
  readonly from?: string
  /** True for a commit without parents. */
  readonly root?: boolean
  /** Names of commits or branches; overrides `branch`'s tip, `from` and `root` as the list of parents. */
  readonly parents?: readonly string[]
  /** As in `Ada <ada@example.com>`; bytes as they are when a Buffer. */
  readonly author?: string | Buffer
  readonly committer?: string | Buffer
  /** Author instant: milliseconds since 1970 or an ISO string. By default an hour after the commit before. */
  readonly at?: number | string
  /** Defaults to `at`. */
  readonly committedAt?: number | string
  /** As git writes it; defaults to +0000. */
  readonly offset?: string
  /** Content by path, null to delete. */
  readonly files?: Readonly<Record<string, FileSpec>>
  /** For paths that are no text. */
  readonly rawFiles?: readonly (readonly [path: Buffer, file: FileSpec])[]
  /** Before `files`: from the first path to the second. */
  readonly renames?: Readonly<Record<string, string>>
  readonly message?: string | Buffer
  /** Written into the commit's header; the message and names are to be given in it. */
  readonly encoding?: string
}

export type FileSpec =
  | string
  | Buffer
  | null
  | { readonly mode: '100755' | '120000' | '160000'; readonly content: string }

export interface TagSpec {
  /** Name of a commit, branch or tag; defaults to the tip of `main`. */
  readonly on?: string
  /** The tagger's instant, by default an hour after the last commit; a light tag has none. */
  readonly at?: number | string
  readonly light?: boolean
}

/** The text of one commit in the language of `git fast-import`. Marks are numbers above 0. */
export function commitCommand(
  spec: CommitSpec,
  place: {
    readonly branch: string
    readonly mark: number
    readonly parents: readonly number[]
    readonly at: number
  },
  others: readonly Buffer[],
): Buffer {
  const author = spec.author ?? 'Ada <ada@example.com>'
  const offset = spec.offset ?? '+0000'
  const committedAt = spec.committedAt === undefined ? place.at : instant(spec.committedAt)
  const [first, ...further] = place.parents
  return Buffer.concat([
    // Without the reset a branch that exists would become the parent of a root commit.
    text(first === undefined ? `reset refs/heads/${place.branch}\n` : ''),
    text(`commit refs/heads/${place.branch}\nmark :${place.mark}\n`),
    person('author', author, place.at, offset),
    person('committer', spec.committer ?? author, committedAt, offset),
    text(spec.encoding === undefined ? '' : `encoding ${spec.encoding}\n`),
    data(spec.message ?? `Change ${place.mark}\n`),
    text(first === undefined ? '' : `from :${first}\n`),
    ...further.map((mark) => text(`merge :${mark}\n`)),
    ...others,
    ...fileCommands(spec),
    text('\n'),
  ])
}

/** The changes of one commit to its files, as they are repeated where a merge brings them in. */
export function fileCommands(spec: CommitSpec): Buffer[] {
  return [
    ...Object.entries(spec.renames ?? {}).map(([from, to]) => text(`R ${quoted(from)} ${quoted(to)}\n`)),
    ...Object.entries(spec.files ?? {}).map(([path, file]) => fileCommand(path, file)),
    ...(spec.rawFiles ?? []).map(([path, file]) => fileCommand(path, file)),
  ]
}

export function tagCommand(name: string, mark: number, at: number, light: boolean): Buffer {
  if (light) return text(`reset refs/tags/${name}\nfrom :${mark}\n\n`)
  return Buffer.concat([
    text(`tag ${name}\nfrom :${mark}\n`),
    person('tagger', 'Ada <ada@example.com>', at, '+0000'),
    data(`${name}\n`),
  ])
}

/** Milliseconds since 1970. */
export function instant(value: number | string): number {
  return typeof value === 'number' ? value : Date.parse(value)
}

function fileCommand(path: string | Buffer, file: FileSpec): Buffer {
  if (file === null) return text(`D ${quoted(path)}\n`)
  if (typeof file === 'string' || Buffer.isBuffer(file)) {
    return Buffer.concat([text(`M 100644 inline ${quoted(path)}\n`), data(file)])
  }
  if (file.mode === '160000') return text(`M 160000 ${file.content} ${quoted(path)}\n`)
  return Buffer.concat([text(`M ${file.mode} inline ${quoted(path)}\n`), data(file.content)])
}

function person(role: string, who: string | Buffer, at: number, offset: string): Buffer {
  return Buffer.concat([text(`${role} `), Buffer.from(who), text(` ${Math.floor(at / 1000)} ${offset}\n`)])
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([text(`data ${bytes.length}\n`), bytes, text('\n')])
}

function quoted(path: string | Buffer): string {
  const escaped = [...Buffer.from(path)].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte),
  )
  return `"${escaped.join('')}"`
}

function text(value: string): Buffer {
  return Buffer.from(value)
}
