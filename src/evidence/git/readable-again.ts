import type { GitRepository } from './open-repository.ts'
import { gitText, runGit } from './run-git.ts'

/** Commits that are tried in earnest; what one missing object hid comes back together. */
const mostTried = 16

/**
 * True when the files of any of these commits, which a reading told as unreadable, can be told now because the missing
 * objects are back: then the history is worth reading again.
 */
export async function readableAgain(repository: GitRepository, commits: readonly string[]): Promise<boolean> {
  if (commits.length === 0) return false
  const answer = await gitText(repository, ['cat-file', '--batch-check=%(objecttype)'], {
    input: commits.map((commit) => `${commit}^{tree}\n`).join(''),
    accepted: [128],
  })
  const types = answer.split('\n')
  const whole = commits.filter((_commit, at) => types[at] === 'tree')
  for (const commit of whole.slice(0, mostTried)) if (await isReadable(repository, commit)) return true
  return false
}

/** The tree at the top may be there and one below it, or one of the parent's, still missing. */
async function isReadable(repository: GitRepository, commit: string): Promise<boolean> {
  const run = runGit(repository, ['diff-tree', '-r', '--root', '--raw', '--no-renames', commit], {
    input: '',
  })
  run.stdout.resume()
  return (await run.done).code === 0
}
