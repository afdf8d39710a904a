import { commitColumns } from '#evidence/history/commit-columns.ts'
import type { CommitFact } from '#evidence/history/commit-fact.ts'
import { buildHistory } from '#evidence/history/build-history.ts'
import { openRepository } from '../open-repository.ts'
import { readCommits } from '../read-commits.ts'
import { readReleases } from '../read-releases.ts'
import { readState } from '../read-state.ts'
import { readTree } from '../read-tree.ts'

/** Everything that reading a repository yields, for a test; people stay legible. */
export async function readAll(path: string) {
  const repository = await openRepository(path)
  const state = await readState(repository)
  const { head } = state
  const facts: CommitFact[] = []
  const store = commitColumns()
  const reading =
    head === null ? null : readCommits(repository, { head, known: [], identityKey: (text) => text })
  for await (const fact of reading ?? []) {
    facts.push(fact)
    store.add(fact)
  }
  const tree = head === null ? [] : await readTree(repository, head)
  return {
    repository,
    state,
    facts,
    report: reading?.report,
    tree,
    releases: await readReleases(repository),
    history: buildHistory(store, head, tree),
  }
}
