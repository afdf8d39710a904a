import type { ColumnType, Generated } from 'kysely'
import type { Words } from '#kernel/shape.ts'

/** A repository whose history is read. Written by people, through operations. */
export interface RepositoryTable {
  workspace_id: string
  id: string
  name: string
  source_kind: 'path' | 'url'
  /** Path or URL as added, without credentials. */
  source: string
  /** Folders that a local repository consists of, as they were when it was added; none for an address. */
  places: string[]
  added_at: ColumnType<Date, Date | string, never>
  /** Reading whose facts are shown; null before the first is complete. */
  current_reading: number | null
  /** Rises with every change of what is known. */
  generation: Generated<number>
  scan: ColumnType<StoredScan, string, string>
  /** Jobs of the last scans that were asked for: one may run while another waits. */
  scan_jobs: ColumnType<string[], string[] | undefined, string[]>
}

/** State of the latest scan as it is kept; speed and remaining time are told by the process that scans. */
export interface StoredScan {
  phase: 'waiting' | 'fetching' | 'history' | 'contents' | 'lines' | 'done' | 'failed' | 'cancelled'
  done: number
  of: number | null
  error: { message: Words; hint: Words | null } | null
}

/** A catalogue entry: a named part of a repository by path patterns. Written by people, through operations. */
export interface ComponentTable {
  workspace_id: string
  id: string
  repository_id: string
  name: string
  paths: string[]
}

/** A name or address that is a program's, beyond those that are known. Written by people, through operations. */
export interface BotTable {
  workspace_id: string
  entry: string
}

/** Counts of the history at the head; instants are milliseconds since 1970. */
export interface StoredSummary {
  commits: number
  merges: number
  people: number
  bots: number
  firstCommitAt: number | null
  lastCommitAt: number | null
  releases: number
  files: number
}

/** A component by path patterns. */
export interface StoredComponent {
  name: string
  paths: string[]
}

/**
 * One reading of a repository: facts that belong together. A new one begins when what was read before no longer
 * holds (a mailmap, graft or replacement changed) and is shown only once it is complete.
 */
export interface ReadingTable {
  workspace_id: string
  repository_id: string
  reading: number
  reread_key: string
  head: string | null
  branch: string | null
  refs_key: string | null
  shallow: boolean
  boundary_commits: number
  partial: boolean
  unreadable: string[]
  /** Components as the folders give them, for a repository without a catalogue. */
  components: ColumnType<StoredComponent[], string | undefined, string>
  /** Patterns of generated, vendored and lock files beyond the known ones. */
  generated: string[]
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  /** Which of the trees of the reading is shown: a new one may be prepared beside it. */
  tree: Generated<number>
  /** What the list of repositories tells. */
  summary: ColumnType<StoredSummary | null, string | undefined, string>
  /** True once the files of the head that measures look into were read. */
  contents_read: boolean
  /** Head up to which lines were counted and followed; null before the first time. */
  lines_head: string | null
  /** Which version of what became of lines is shown. */
  survival: string | null
}

export interface CommitTable {
  workspace_id: string
  repository_id: string
  reading: number
  /** Order of arrival, from 0. */
  number: number
  hash: string
  /** Hashes, keys: separated by one space each. */
  parents: string
  author: string
  coauthors: string
  bot: boolean
  assisted: boolean
  authored_at: number
  author_offset: number | null
  committed_at: number
  subject: string
  kind: string | null
  reverts: string
  /** What may be keys of records, as the message names them. */
  record_keys: string[]
  /** Those of them that trailers alone name. */
  trailer_keys: Generated<string[]>
  /** False where the head no longer reaches it, as after a rebase. */
  reachable: Generated<boolean>
}

export interface ChangeTable {
  workspace_id: string
  repository_id: string
  reading: number
  commit_number: number
  position: number
  status: string
  path: string
  from_path: string | null
}

/** Lines of one counted commit. */
export interface LineCountTable {
  workspace_id: string
  repository_id: string
  reading: number
  commit_number: number
  /** Generation of the repository from which they are known. */
  generation: number
  /** Position of the change, lines added and lines deleted, three numbers for each change that was counted. */
  counts: number[]
}

export interface FileTable {
  workspace_id: string
  repository_id: string
  reading: number
  tree: Generated<number>
  path: string
  blob: string
  /** Null until read, -1 where it is not text. */
  complexity: number | null
  lines: number | null
}

/** Tags that name a version, as git holds them. */
export interface TagTable {
  workspace_id: string
  repository_id: string
  reading: number
  tag: string
  commit: string
  /** Milliseconds since 1970; null for a light tag. */
  tagged_at: number | null
}

export interface LineSurvivalTable {
  workspace_id: string
  repository_id: string
  reading: number
  /** Those of the version that the reading names are shown. */
  version: string
  commit: string
  path: string
  added: number
  deleted_soon: number
  skewed: number
}

export interface EvidenceTables {
  repository: RepositoryTable
  component: ComponentTable
  bot: BotTable
  git_reading: ReadingTable
  git_commit: CommitTable
  git_change: ChangeTable
  git_file: FileTable
  git_tag: TagTable
  git_line_count: LineCountTable
  git_line_survival: LineSurvivalTable
}

declare module '#kernel/store/tables.ts' {
  interface Tables extends EvidenceTables {}
}
