import { hasFlag } from '../history/history.ts'
import { oncePerParts, type Parts } from './once-per-parts.ts'
import { medianOf } from './percentiles.ts'
import { firstContaining } from './release-containment.ts'
import { hour } from './windows.ts'

/** What one release brought that no earlier one had. */
export interface ReleaseContents {
  readonly tag: string
  /** Changes (commits that are no merges) first contained in it. */
  readonly changes: number
  /** Median from author to release; null for the first release, without changes, and where all clocks were wrong. */
  readonly leadTimeP50Hours: number | null
}

/**
 * The contents of every release, in the order of `evidence.releases`. A release that is no pre-release is compared with
 * earlier ones of its kind, a pre-release with everything earlier.
 */
export const releaseContents = oncePerParts(['releases'], (evidence): readonly ReleaseContents[] => {
  const order = [...evidence.releases.entries()].sort(([, a], [, b]) => a.at - b.at || a.commit - b.commit)
  const among = (included: typeof order) => {
    const first = firstContaining(
      evidence.history,
      included.map(([, release]) => release.commit),
    )
    return { first, positions: included.map(([position]) => position) }
  }
  const all = hoursByRelease(evidence, among(order))
  const finals = hoursByRelease(evidence, among(order.filter(([, release]) => !release.prerelease)))
  return evidence.releases.map(({ tag, prerelease }, position) => {
    const hours = (prerelease ? all : finals).get(position)
    const positive = hours?.all.filter((value) => value >= 0) ?? []
    return {
      tag,
      changes: hours?.all.length ?? 0,
      leadTimeP50Hours: hours === undefined || hours.first ? null : medianOf(positive),
    }
  })
})

function hoursByRelease(
  evidence: Parts<'releases'>,
  among: { first: Int32Array; positions: readonly number[] },
) {
  const { history, releases } = evidence
  const hours = new Map<number, { readonly first: boolean; readonly all: number[] }>()
  for (let commit = 0; commit < history.length; commit++) {
    const arrived = among.first[commit] ?? -1
    const position = among.positions[arrived]
    const release = releases[position ?? -1]
    if (position === undefined || release === undefined || hasFlag(history, commit, 'merge')) continue
    const entry = hours.get(position) ?? { first: arrived === 0, all: [] }
    hours.set(position, entry)
    entry.all.push((release.at - (history.authoredAt[commit] ?? Number.NaN)) / hour)
  }
  return hours
}
