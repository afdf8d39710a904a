import type { History } from '#evidence/history/history.ts'
import type { Release } from '#evidence/measures/evidence.ts'
import type { GitRepository } from './open-repository.ts'
import { readRecordedTime } from './recorded-time.ts'
import { compareVersions, parseVersion } from './release-version.ts'
import { gitBytes, gitText } from './run-git.ts'

/** A tag whose name holds a version, and the commit it peels to. */
export interface RawRelease {
  readonly tag: string
  readonly commit: string
  /** The tagger's instant, null for a light tag and one without a readable date. */
  readonly taggedAt: number | null
}

/** Tags that name a version and peel to a commit; broken tags and those on trees or blobs are passed over. */
export async function readReleases(repository: GitRepository): Promise<RawRelease[]> {
  const refs = await gitText(repository, ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags'])
  const tags = refs.split('\n').flatMap((line) => {
    const cut = line.indexOf(' ')
    const tag = line.slice(cut + 1).replace(/^refs\/tags\//, '')
    return cut !== -1 && parseVersion(tag) ? [{ tag, object: line.slice(0, cut) }] : []
  })
  if (tags.length === 0) return []
  // The references are listed without their objects, because one missing object would end the listing of them all.
  const [commits, dates] = await Promise.all([
    peel(
      repository,
      tags.map((tag) => tag.object),
    ),
    readTaggers(
      repository,
      tags.map((tag) => tag.object),
    ),
  ])
  return tags.flatMap(({ tag, object }, at) => {
    const commit = commits[at]
    return commit ? [{ tag, commit, taggedAt: dates.get(object) ?? null }] : []
  })
}

/** The commit each object leads to through any number of tags, or null. */
async function peel(repository: GitRepository, objects: readonly string[]): Promise<(string | null)[]> {
  const input = objects.map((object) => `${object}^{}\n`).join('')
  const text = await gitText(repository, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], { input })
  return text.split('\n').map((answer) => /^commit ([0-9a-f]+)$/.exec(answer)?.[1] ?? null)
}

/** Instants by tag object. */
async function readTaggers(
  repository: GitRepository,
  objects: readonly string[],
): Promise<Map<string, number>> {
  const check = '--batch-check=%(objecttype) %(objectname)'
  const types = await gitText(repository, ['cat-file', check], {
    input: objects.map((object) => `${object}\n`).join(''),
  })
  const annotated = types.split('\n').filter((line) => line.startsWith('tag '))
  const instants = new Map<string, number>()
  if (annotated.length === 0) return instants
  const input = annotated.map((line) => `${line.slice(4)}\n`).join('')
  const bytes = await gitBytes(repository, ['cat-file', '--batch'], { input })
  for (let from = 0; from < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, from)
    const [hash = '', , size] = bytes.toString('latin1', from, lineEnd).split(' ')
    const header = bytes.toString('latin1', lineEnd + 1, lineEnd + 1 + Number(size)).split('\n\n', 1)[0] ?? ''
    const tagger = readRecordedTime(/^tagger .*> (\d+ [+-]\d+)$/m.exec(header)?.[1] ?? '')
    if (tagger) instants.set(hash, tagger.instant)
    from = lineEnd + 2 + Number(size)
  }
  return instants
}

/** The releases of a history up to an instant, oldest first; of several tags on one commit the highest version stays. */
export function joinReleases(raw: readonly RawRelease[], history: History, asOf: number): Release[] {
  const indexByHash = new Map(history.hashes.map((hash, index) => [hash, index]))
  const byCommit = new Map<number, Release>()
  for (const { tag, commit: hash, taggedAt } of raw) {
    const commit = indexByHash.get(hash)
    const version = parseVersion(tag)
    if (commit === undefined || !version) continue
    const at = taggedAt ?? history.committedAt[commit] ?? 0
    const { parts, prefix, prerelease } = version
    const release = { tag, commit, at, prerelease: prerelease !== null, version: parts, prefix }
    const other = byCommit.get(commit)
    if (at <= asOf && (!other || isHigher(release, other))) byCommit.set(commit, release)
  }
  return [...byCommit.values()].sort((a, b) => a.at - b.at || a.commit - b.commit)
}

/** A final version stands before a pre-release; equal versions go by the tag's name. */
function isHigher(release: Release, other: Release): boolean {
  if (release.prerelease !== other.prerelease) return other.prerelease
  const difference = compareVersions(release.version, other.version)
  return difference === 0 ? release.tag < other.tag : difference > 0
}
