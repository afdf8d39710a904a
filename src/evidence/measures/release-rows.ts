import type { ReleaseShape } from '../shape.ts'
import type { Evidence } from './evidence.ts'
import { iso } from './figure-shape.ts'
import { releaseContents } from './release-contents.ts'

/** The releases as they leave the engine, newest first, each with what it brought. */
export function releaseRows(evidence: Evidence): ReleaseShape[] {
  const contents = releaseContents(evidence)
  return evidence.releases
    .map(({ tag, commit, at, prerelease }, position): ReleaseShape => {
      const { changes = 0, leadTimeP50Hours = null } = contents[position] ?? {}
      const hash = evidence.history.hashes[commit] ?? ''
      return { tag, commit: hash, at: iso(at), prerelease, changes, leadTimeP50Hours }
    })
    .reverse()
}
