import type { Evidence, Release } from './evidence.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'
import { firstContaining } from './release-containment.ts'
import { day } from './windows.ts'

/** A release is held to be repaired by one that follows within this time and differs in the patch part only. */
const patchWindow = 7 * day
/** A release is held to have failed when one of its changes is reverted within this time. */
export const revertWindow = 14 * day

/** One sign, from git alone, that a release failed. Positions are those of the releases that are no pre-releases. */
export interface Repair {
  readonly failed: number
  /** The release that repaired it, or -1 while none has. */
  readonly by: number
}

/**
 * Every repair that tags and reverts tell of: a release of the same prefix that comes later, within seven days, with the
 * same first two parts and a higher rest; and the first release to contain a revert, made within fourteen days, of
 * something that the failed release was the first to contain.
 */
export function repairs(evidence: Evidence): readonly Repair[] {
  const releases = allReleases(evidence).filter((release) => release.at <= evidence.asOf)
  // In order, so that as many up to another as-of are the same ones.
  const latest = remembered(evidence)
  if (latest.answer?.releases !== releases.length) {
    const found = [...patchRepairs(releases), ...revertRepairs(evidence, releases)]
    latest.answer = { releases: releases.length, found }
  }
  return latest.answer.found
}

const allReleases = oncePerParts(['releases'], ({ releases }): readonly Release[] =>
  releases
    .filter((release) => !release.prerelease)
    .sort((a, b) => a.at - b.at || a.commit - b.commit || (a.tag < b.tag ? -1 : 1)),
)

interface Remembered {
  answer?: { readonly releases: number; readonly found: readonly Repair[] }
}
const remembered = oncePerParts(['releases'], (): Remembered => ({}))

function* patchRepairs(releases: readonly Release[]): Generator<Repair> {
  for (const [failed, release] of releases.entries()) {
    for (let by = failed + 1; by < releases.length; by++) {
      const later = releases[by]
      if (later === undefined || later.at - release.at > patchWindow) break
      if (later.at === release.at || !isPatchOf(later, release)) continue
      yield { failed, by }
      break
    }
  }
}

function isPatchOf(later: Release, earlier: Release): boolean {
  if (later.prefix !== earlier.prefix) return false
  for (let part = 0; part < 4; part++) {
    const difference = (later.version[part] ?? 0) - (earlier.version[part] ?? 0)
    if (difference !== 0) return part >= 2 && difference > 0
  }
  return false
}

function* revertRepairs(evidence: Parts<never>, releases: readonly Release[]): Generator<Repair> {
  const { history } = evidence
  const firstOf = firstContaining(
    history,
    releases.map((release) => release.commit),
  )
  for (const [revert, reverted] of history.reverts) {
    const by = firstOf[revert] ?? -1
    for (const commit of reverted) {
      const failed = firstOf[commit] ?? -1
      const release = releases[failed]
      if (release === undefined || (by !== -1 && by <= failed)) continue
      const after = (history.committedAt[revert] ?? Number.NaN) - release.at
      if (after >= 0 && after <= revertWindow) yield { failed, by }
    }
  }
}
