import { aHistory, commitOf, fileOf, instant, type ACommit } from '../../history/testing/a-history.ts'
import type { History } from '../../history/history.ts'
import type { Deployment, Evidence, Incident, LineCounts, FileContent, Release, Review } from '../evidence.ts'
import type { Scope } from '../measure.ts'

type Instant = string | number

/** A tag of a test; its instant is its commit's unless given. */
export interface ARelease {
  readonly tag: string
  readonly commit: string
  readonly at?: Instant
}

export interface ADeployment {
  readonly id: string
  readonly at: Instant
  /** Id of the deployed commit; none in this history unless given. */
  readonly commit?: string
  readonly component?: string
  readonly rolledBack?: boolean
  readonly planned?: boolean
}

export interface AnIncident {
  readonly id: string
  readonly at: Instant
  readonly resolved?: Instant
  readonly causedBy?: string
  readonly component?: string
}

export interface AReview {
  readonly id: string
  readonly opened: Instant
  readonly answered?: Instant
  readonly approved?: Instant
  readonly merged?: Instant
  readonly commit?: string
  readonly component?: string
}

export interface EvidenceParts {
  readonly commits?: readonly ACommit[]
  /** In place of `commits`. */
  readonly history?: History
  /** The last committer instant of the history unless given. */
  readonly asOf?: Instant
  readonly releases?: readonly ARelease[]
  /** The beginnings of the paths that belong to each component, by its name. */
  readonly components?: Readonly<Record<string, readonly string[]>>
  readonly generated?: readonly string[]
  readonly content?: FileContent
  readonly lines?: LineCounts
  readonly deployments?: readonly ADeployment[]
  readonly incidents?: readonly AnIncident[]
  readonly reviews?: readonly AReview[]
  readonly boundaryCommits?: number
}

export const repositoryScope: Scope = { kind: 'repository', name: 'shop' }
export const componentScope = (name: string): Scope => ({ kind: 'component', name })

/** The evidence of a repository named `shop`, with only what the test is about. */
export function anEvidence(parts: EvidenceParts): Evidence {
  const history = parts.history ?? aHistory(parts.commits ?? [])
  const prefixes = Object.entries(parts.components ?? {})
  const generated = new Uint8Array(history.files.length)
  for (const path of parts.generated ?? []) generated[fileOf(history, path)] = 1
  return {
    repository: repositoryScope.name,
    asOf: instant(parts.asOf ?? history.committedAt.reduce((a, b) => Math.max(a, b), 0)),
    history,
    releases: (parts.releases ?? [])
      .map((release) => toRelease(history, release))
      .sort((a, b) => a.at - b.at || a.commit - b.commit),
    components: prefixes.map(([name, paths]) => ({ name, paths })),
    componentOf: Int32Array.from(history.files, (path) =>
      prefixes.findIndex(([, paths]) => paths.some((prefix) => path.startsWith(prefix))),
    ),
    generated,
    content: parts.content ?? null,
    lines: parts.lines ?? null,
    deployments: parts.deployments?.map((deployment) => toDeployment(history, deployment)) ?? null,
    incidents: parts.incidents?.map(toIncident) ?? null,
    reviews: parts.reviews?.map((review) => toReview(history, review)) ?? null,
    boundaryCommits: parts.boundaryCommits ?? 0,
  }
}

function toRelease(history: History, { tag, commit, at }: ARelease): Release {
  const [, prefix, version, prerelease] = /^(.*?)v?(\d+(?:\.\d+){1,3})(-.+)?$/.exec(tag) ?? []
  if (prefix === undefined || version === undefined) throw new Error(`${tag} holds no version.`)
  const index = commitOf(history, commit)
  return {
    tag,
    commit: index,
    at: instant(at ?? history.committedAt[index] ?? Number.NaN),
    prerelease: prerelease !== undefined,
    version: version.split('.').map(Number),
    prefix,
  }
}

function toDeployment(history: History, deployment: ADeployment): Deployment {
  return {
    id: deployment.id,
    at: instant(deployment.at),
    commit: deployment.commit === undefined ? -1 : commitOf(history, deployment.commit),
    component: deployment.component ?? null,
    rolledBack: deployment.rolledBack ?? false,
    planned: deployment.planned ?? null,
  }
}

function toIncident(incident: AnIncident): Incident {
  return {
    id: incident.id,
    startedAt: instant(incident.at),
    resolvedAt: incident.resolved === undefined ? null : instant(incident.resolved),
    causedBy: incident.causedBy ?? null,
    component: incident.component ?? null,
  }
}

function toReview(history: History, review: AReview): Review {
  const orNull = (at: Instant | undefined) => (at === undefined ? null : instant(at))
  return {
    id: review.id,
    openedAt: instant(review.opened),
    firstAnswerAt: orNull(review.answered),
    approvedAt: orNull(review.approved),
    mergedAt: orNull(review.merged),
    commit: review.commit === undefined ? -1 : commitOf(history, review.commit),
    component: review.component ?? null,
  }
}
