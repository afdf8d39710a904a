import type { History, TreeFile } from '#evidence/history/history.ts'
import { inOneGo, isStep, type Steps } from '#evidence/history/steps.ts'
import type {
  Component,
  Deployment,
  Evidence,
  FileContent,
  Incident,
  LineCounts,
  Review,
} from '#evidence/measures/evidence.ts'
import { componentOfPath } from './components.ts'
import { type GeneratedRules, isGenerated } from './generated.ts'
import type { Indentation } from './indentation.ts'
import { joinReleases, type RawRelease } from './read-releases.ts'

/** What was read of one repository. What is left out is not known, which is something else than none. */
export interface EvidenceParts {
  readonly repository: string
  /** Milliseconds since 1970. The history and the tree are those of the head at this instant. */
  readonly asOf: number
  readonly history: History
  readonly tree: readonly TreeFile[]
  readonly releases: readonly RawRelease[]
  /** Instant up to which releases are known, where that is later than as-of: tags come a moment after their commit. */
  readonly releasesUpTo?: number
  readonly components: readonly Component[]
  readonly generated: GeneratedRules
  readonly boundaryCommits: number
  /** By blob. */
  readonly contents?: ReadonlyMap<string, Indentation> | null
  readonly lines?: LineCounts | null
  readonly deployments?: readonly Deployment[] | null
  readonly incidents?: readonly Incident[] | null
  readonly reviews?: readonly Review[] | null
}

/** Joins the parts to what measures look at. Pure: equal parts give equal evidence. */
export function assembleEvidence(parts: EvidenceParts): Evidence {
  return inOneGo(evidenceInSteps(parts))
}

/** The same in steps. */
export function* evidenceInSteps(parts: EvidenceParts): Steps<Evidence> {
  const { history } = parts
  const componentOf = componentOfPath(parts.components)
  const generated = isGenerated(parts.generated)
  const componentOfFile = new Int32Array(history.files.length)
  const generatedFiles = new Uint8Array(history.files.length)
  for (const [file, path] of history.files.entries()) {
    if (isStep(file)) yield
    componentOfFile[file] = componentOf(path)
    generatedFiles[file] = Number(generated(path))
  }
  return {
    repository: parts.repository,
    asOf: parts.asOf,
    history,
    releases: joinReleases(parts.releases, history, parts.releasesUpTo ?? parts.asOf),
    components: parts.components,
    componentOf: componentOfFile,
    generated: generatedFiles,
    content: parts.contents ? joinContents(history, parts.tree, parts.contents) : null,
    lines: parts.lines ?? null,
    deployments: parts.deployments ?? null,
    incidents: parts.incidents ?? null,
    reviews: parts.reviews ?? null,
    boundaryCommits: parts.boundaryCommits,
  }
}

/** Contents of the head's files by file index, -1 where a file was not read. */
function joinContents(
  history: History,
  tree: readonly TreeFile[],
  contents: ReadonlyMap<string, Indentation>,
): FileContent {
  const complexity = new Int32Array(history.files.length).fill(-1)
  const lines = new Int32Array(history.files.length).fill(-1)
  const blobByPath = new Map(tree.map(({ path, blob }) => [path, blob]))
  for (const file of history.filesAtHead) {
    const content = contents.get(blobByPath.get(history.files[file] ?? '') ?? '')
    if (!content) continue
    complexity[file] = content.complexity
    lines[file] = content.lines
  }
  return { complexity, lines }
}
