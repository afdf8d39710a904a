import type { History } from '#evidence/history/history.ts'
import type { Release } from '#evidence/measures/evidence.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { GitRepository } from './open-repository.ts'
import { pathText } from './path-text.ts'
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
  try {
    return await readAtOnce(repository)
  } catch (error) {
    // One damaged or missing object ends the listing of them all.
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    return readObjectByObject(repository)
  }
}

const atOnce = '--format=%(objectname) %(objecttype) %(*objectname) %(*objecttype)%00%(tagger)%00%(refname)'

async function readAtOnce(repository: GitRepository): Promise<RawRelease[]> {
  const tags = (await listTags(repository, atOnce)).map(({ tag, told }) => {
    const [object = '', type, inner = '', innerType] = (told[0] ?? '').split(' ')
    const isLight = type === 'commit'
    const commit = isLight ? object : innerType === 'commit' ? inner : null
    // Before 2.45 git looks through one tag only.
    const nested = innerType === 'tag' ? inner : null
    return { tag, commit, nested, taggedAt: isLight ? null : taggedAt(told[1] ?? '') }
  })
  const nested = tags.map((one) => one.nested).filter((object) => object !== null)
  const peeled = nested.length === 0 ? null : await peel(repository, [...new Set(nested)])
  return tags.flatMap(({ tag, commit: direct, nested, taggedAt }) => {
    const commit = direct ?? peeled?.get(nested ?? '') ?? null
    return commit === null ? [] : [{ tag, commit, taggedAt }]
  })
}

/** The tags whose names hold a version, each with the fields of the format before its name. */
async function listTags(
  repository: GitRepository,
  format: string,
): Promise<{ tag: string; told: string[] }[]> {
  const bytes = await gitBytes(repository, ['for-each-ref', format, 'refs/tags'])
  return bytes
    .toString('latin1')
    .split('\n')
    .flatMap((line) => {
      const told = line.split('\0')
      // Names may be any bytes: two that are different must not become the same text.
      const tag = pathText(Buffer.from(told.pop() ?? '', 'latin1')).replace(/^refs\/tags\//, '')
      return parseVersion(tag) ? [{ tag, told }] : []
    })
}

async function readObjectByObject(repository: GitRepository): Promise<RawRelease[]> {
  const tags = await listTags(repository, '--format=%(objectname)%00%(refname)')
  const targets = await readTargets(repository, [...new Set(tags.map(({ told }) => told[0] ?? ''))])
  return tags.flatMap(({ tag, told }) => {
    const target = targets.get(told[0] ?? '')
    return target ? [{ tag, ...target }] : []
  })
}

type Target = Omit<RawRelease, 'tag'>

/** What each object of a tag leads to. Git stops at a damaged one: then each half is asked for by itself. */
async function readTargets(
  repository: GitRepository,
  objects: readonly string[],
): Promise<Map<string, Target>> {
  if (objects.length === 0) return new Map()
  try {
    const [commits, taggers] = await Promise.all([
      peel(repository, objects),
      readTaggers(repository, objects),
    ])
    return new Map(
      [...commits].map(([object, commit]) => [object, { commit, taggedAt: taggers.get(object) ?? null }]),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    if (objects.length === 1) return new Map()
    const middle = objects.length >> 1
    const halves = [objects.slice(0, middle), objects.slice(middle)]
    return new Map(
      (await Promise.all(halves.map((half) => readTargets(repository, half)))).flatMap((half) => [...half]),
    )
  }
}

/** The commit each object leads to through any number of tags; what leads to none is left out. */
async function peel(repository: GitRepository, objects: readonly string[]): Promise<Map<string, string>> {
  const input = objects.map((object) => `${object}^{}\n`).join('')
  const answers = (await gitText(repository, [...check], { input })).split('\n')
  return new Map(
    objects.flatMap((object, at): [string, string][] => {
      const commit = /^commit ([0-9a-f]+)$/.exec(answers[at] ?? '')?.[1]
      return commit === undefined ? [] : [[object, commit]]
    }),
  )
}

/** Instants by tag object; light tags name a commit and have none. */
async function readTaggers(
  repository: GitRepository,
  objects: readonly string[],
): Promise<Map<string, number>> {
  const types = await gitText(repository, [...check], {
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
    const at = taggedAt(/^tagger (.*)$/m.exec(header)?.[1] ?? '')
    if (at !== null) instants.set(hash, at)
    from = lineEnd + 2 + Number(size)
  }
  return instants
}

/** The instant at the end of `Ada <ada@example.com> 1700000000 +0100`. */
function taggedAt(tagger: string): number | null {
  return readRecordedTime(/> (\d+ [+-]\d+)$/.exec(tagger)?.[1] ?? '')?.instant ?? null
}

const check = ['cat-file', '--batch-check=%(objecttype) %(objectname)'] as const

/** The releases of a history up to an instant, oldest first; of several tags on one commit the highest version stays. */
export function joinReleases(raw: readonly RawRelease[], history: History, asOf: number): Release[] {
  const tagged = new Set(raw.map(({ commit }) => commit))
  const indexByHash = new Map<string, number>()
  for (const [index, hash] of history.hashes.entries()) if (tagged.has(hash)) indexByHash.set(hash, index)
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
