import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { GitRepository } from './open-repository.ts'
import { readBoundary } from './read-boundary.ts'
import { gitBytes, gitText, runGit } from './run-git.ts'

/** What a rescan compares with the scan before. */
export interface RepositoryState {
  /** Full hash of the commit that HEAD names, null in an empty repository. */
  readonly head: string | null
  /** Short name of the branch that HEAD names, null when it names a commit outright. */
  readonly branch: string | null
  /** Hashes of the commits whose parents a shallow clone left out. */
  readonly boundary: readonly string[]
  /** Changes when commits that were read already would be read differently: replaced or grafted ones, another mailmap. */
  readonly rereadKey: string
  /** Changes when a tag was made, moved or removed. */
  readonly refsKey: string
}

/** Is raised when commits are read differently than before, so that those read already are read again. */
const readerVersion = '5'

/** Reads the state in a few milliseconds. Refuses when HEAD names what is missing or is no commit. */
export async function readState(repository: GitRepository): Promise<RepositoryState> {
  const [branch, { head, mailmap }, boundary, refs, grafts] = await Promise.all([
    readBranch(repository),
    readHeadAndMailmap(repository),
    readBoundary(repository),
    gitBytes(repository, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/replace', 'refs/tags']),
    readFile(join(repository.commonDir, 'info', 'grafts'), 'latin1').catch(() => ''),
  ])
  const lines = refs.toString('latin1').split('\n')
  const [replaced, tags] = ['refs/replace/', 'refs/tags/'].map((folder) =>
    lines.filter((line) => line.startsWith(folder)).join('\n'),
  )
  return {
    head,
    branch,
    boundary,
    rereadKey: digest(
      readerVersion,
      replaced ?? '',
      grafts,
      boundary.join(' '),
      mailmap,
      String(repository.partial),
    ),
    refsKey: digest(tags ?? ''),
  }
}

/** The commit and the mailmap's blob in one go; a mailmap that is not there, or missing from the clone, is ''. */
async function readHeadAndMailmap(
  repository: GitRepository,
): Promise<{ head: string | null; mailmap: string }> {
  // The mailmap last: git stops at it in a partial clone that lacks it.
  const answer = await gitText(repository, ['cat-file', '--batch-check'], {
    input: 'HEAD^{commit}\nHEAD:.mailmap\n',
    accepted: [128],
  })
  const [head, mailmap] = answer.split('\n').map((line) => /^[0-9a-f]{40,64}(?= )/.exec(line)?.[0])
  return { head: head ?? (await readHead(repository)), mailmap: mailmap ?? '' }
}

/** Short name of the branch that HEAD names, null when it names a commit outright. */
export async function readBranch(repository: GitRepository): Promise<string | null> {
  const name = await gitText(repository, ['symbolic-ref', '--quiet', 'HEAD'], { accepted: [1, 128] })
  return name === '' ? null : name.replace(/^refs\/heads\//, '').replace(/\n$/, '')
}

/** Full hash of the commit that HEAD names, null in an empty repository. Refuses what is missing or no commit. */
export async function readHead(repository: GitRepository): Promise<string | null> {
  const run = runGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { input: '' })
  let hash = ''
  for await (const piece of run.stdout) hash += piece.toString('latin1')
  const { code } = await run.done
  if (code === 0) return hash.trim()
  // A branch without a commit has no reference at all; one whose commit is missing has.
  const named = await gitText(repository, ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    accepted: [1, 128],
  })
  if (named === '') return null
  throw new Refusal(
    'invalid',
    {
      en: `HEAD of ${repository.path} names ${named.trim()}, which is missing or no commit.`,
      de: `HEAD von ${repository.path} nennt ${named.trim()}, was fehlt oder kein Commit ist.`,
    },
    {
      en: 'Repair the clone, or check out a branch that is whole.',
      de: 'Repariere den Klon, oder wechsle auf einen Branch, der vollständig ist.',
    },
  )
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
