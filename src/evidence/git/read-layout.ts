import { deriveComponents } from './components.ts'
import { readGeneratedRules, type GeneratedRules } from './generated.ts'
import type { GitRepository } from './open-repository.ts'
import { readTexts } from './read-texts.ts'
import type { TreeFile } from '#evidence/history/history.ts'
import type { Component } from '#evidence/measures/evidence.ts'

/** What the files at the head say about themselves. */
export interface Layout {
  readonly components: readonly Component[]
  readonly generated: GeneratedRules
}

/** Reads manifests and attributes at the head. */
export async function readLayout(
  repository: GitRepository,
  tree: readonly TreeFile[],
  signal?: AbortSignal,
): Promise<Layout> {
  const [components, generated] = await Promise.all([
    deriveComponents(tree, (blobs) => readTexts(repository, blobs, signal)),
    readGeneratedRules(repository, tree, signal),
  ])
  return { components, generated }
}
