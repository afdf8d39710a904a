import { deriveComponents } from '../git/components.ts'
import { readGeneratedRules, type GeneratedRules } from '../git/generated.ts'
import type { GitRepository } from '../git/open-repository.ts'
import { readTexts } from '../git/read-texts.ts'
import type { TreeFile } from '../history/history.ts'
import type { Component } from '../measures/evidence.ts'

/** What the files at the head say about themselves. */
export interface Layout {
  readonly components: readonly Component[]
  readonly generated: GeneratedRules
}

/** Reads manifests and attributes at the head. */
export async function layoutOf(source: GitRepository, tree: readonly TreeFile[]): Promise<Layout> {
  const [components, generated] = await Promise.all([
    deriveComponents(tree, (blobs) => readTexts(source, blobs)),
    readGeneratedRules(source, tree),
  ])
  return { components, generated }
}
