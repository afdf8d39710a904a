import { assembleEvidence } from '../git/assemble-evidence.ts'
import { generatedPatterns } from '../git/generated.ts'
import { type GitRepository, openRepository } from '../git/open-repository.ts'
import { readBoundary } from '../git/read-boundary.ts'
import { readCommits } from '../git/read-commits.ts'
import { readContents } from '../git/read-contents.ts'
import { readLayout } from '../git/read-layout.ts'
import { readReleases } from '../git/read-releases.ts'
import { readBranch, readHead } from '../git/read-state.ts'
import { readTree } from '../git/read-tree.ts'
import { gitText } from '../git/run-git.ts'
import { buildHistory } from '../history/build-history.ts'
import { commitColumns, type CommitStore } from '../history/commit-columns.ts'
import type { TreeFile } from '../history/history.ts'
import type { Language } from '../measures/measure.ts'
import type { Evidence } from '../measures/evidence.ts'
import { filesChangedInYear } from '../measures/files-changed-in-year.ts'
import { headAt } from './head-at.ts'
import { readLines } from './read-lines.ts'
import type { ScanReport } from './scan-report.ts'
import { toReport } from './to-report.ts'

export interface ScanOptions {
  /** Milliseconds since 1970; null for the instant at which the head was committed. */
  readonly asOf: number | null
  /** Length of the windows. */
  readonly weeks: number
  /** Rows of each list; null for all. */
  readonly top: number | null
  /** True to count lines too. */
  readonly lines: boolean
  /** Language of the reasons why there is no figure; English unless told. */
  readonly language?: Language
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ScanProgress) => void
  /** True to count the commits before they are read, which takes a moment, so that progress can say how many there are. */
  readonly countAhead?: boolean
}

export interface ScanProgress {
  readonly phase: 'history' | 'contents' | 'lines' | 'measures'
  readonly done: number
  /** Null while that is not known. */
  readonly of: number | null
}

const mostUnreadable = 20

/**
 * Reads a repository and answers with its report; keeps nothing and writes nothing. Equal repositories and options give
 * equal reports. Refuses what is no repository, must not be read, or vanishes meanwhile.
 */
export async function scanRepository(path: string, options: ScanOptions): Promise<ScanReport> {
  const repository = await openRepository(path)
  const [head, branch] = await Promise.all([readHead(repository), readBranch(repository)])
  const unreadable = new Set<string>()
  const evidence = await readEvidence(repository, head, options, unreadable)
  options.onProgress?.({ phase: 'measures', done: 0, of: null })
  return toReport(
    evidence,
    {
      path: repository.path,
      branch,
      shallow: repository.shallow,
      partial: repository.partial,
      unreadable: [...unreadable].slice(0, mostUnreadable),
    },
    options,
  )
}

async function readEvidence(
  repository: GitRepository,
  newest: string | null,
  options: ScanOptions,
  unreadable: Set<string>,
): Promise<Evidence> {
  const { signal } = options
  const commits = commitColumns()
  // What does not wait for the history is read beside it; only the head of an earlier instant has to.
  const releasesRead = readReleases(repository)
  const filesRead = newest !== null && options.asOf === null ? readFiles(repository, newest, signal) : null
  releasesRead.catch(ignore)
  filesRead?.catch(ignore)
  if (newest !== null) await readHistory(repository, newest, commits, options, unreadable)

  const head = options.asOf === null || newest === null ? newest : headAt(commits, newest, options.asOf)
  const { tree, components, generated } = await (filesRead ?? readFiles(repository, head, signal))
  const history = buildHistory(commits, head, tree)
  const asOf = options.asOf ?? history.committedAt[history.length - 1] ?? 0
  const blobs = filesChangedInYear(history, tree, asOf)
  options.onProgress?.({ phase: 'contents', done: 0, of: blobs.length })
  const [contents, lines] = await Promise.all([
    readContents(repository, blobs, undefined, signal ? { signal } : {}),
    options.lines
      ? readLines(repository, commits, history, {
          asOf,
          weeks: options.weeks,
          exclude: generatedPatterns(generated, history.files),
          ...(signal ? { signal } : {}),
          onProgress: (done, of) => options.onProgress?.({ phase: 'lines', done, of }),
        })
      : null,
  ])
  return assembleEvidence({
    repository: repository.name,
    asOf,
    history,
    tree,
    releases: await releasesRead,
    ...(options.asOf === null ? { releasesUpTo: Number.POSITIVE_INFINITY } : {}),
    components,
    generated,
    boundaryCommits: (await readBoundary(repository)).length,
    contents,
    lines,
  })
}

async function readFiles(repository: GitRepository, head: string | null, signal?: AbortSignal) {
  const tree: readonly TreeFile[] = head === null ? [] : await readTree(repository, head, signal)
  return { tree, ...(await readLayout(repository, tree, signal)) }
}

async function readHistory(
  repository: GitRepository,
  head: string,
  commits: CommitStore,
  { signal, onProgress, countAhead }: ScanOptions,
  unreadable: Set<string>,
): Promise<void> {
  let of: number | null = null
  if (countAhead) {
    gitText(repository, ['rev-list', '--count', head], signal ? { signal } : {}).then(
      (count) => (of = Number(count)),
      ignore,
    )
  }
  // Addresses stay in this process and end with it.
  const identityKey = (canonical: string) => canonical
  const reading = readCommits(repository, { head, known: [], identityKey, ...(signal ? { signal } : {}) })
  for await (const fact of reading) {
    commits.add(fact)
    onProgress?.({ phase: 'history', done: commits.length, of })
  }
  onProgress?.({ phase: 'history', done: commits.length, of: commits.length })
  for (const { commit } of reading.report.unreadable) unreadable.add(commit)
}

// Told by the promise itself when its turn comes; until then a failure must not end the process.
function ignore() {}
