/** The version that a tag's name holds. */
export interface Version {
  /** What stands before the version: `api-`, `@scope/pkg@`, '' for most. A leading `v` belongs to the version. */
  readonly prefix: string
  /** Two to four numbers. */
  readonly parts: readonly number[]
  /** As `rc.1`; null for a final version. */
  readonly prerelease: string | null
}

/** Prefix, `v`, two to four numbers, a pre-release or another suffix, build metadata. */
const form = /^(|.*?[^\d.])v?(\d+(?:\.\d+){1,3})([-_.]?[a-z][\da-z._-]*|-\d[\da-z._-]*)?(?:\+[\da-z._-]+)?$/i

/** Words in a prefix that say the tag marks something else than a version given to users. */
const otherPurpose = /(?:^|[^a-z])(?:backup|bak|archived?|nightly|snapshot|wip|te?mp|before|old)(?:[^a-z]|$)/i

/** Suffixes that leave a version final: by name, as a patch level, or as the letter of a patch (`1.0.2k`). */
const finalSuffix = /^(?:[-_.](?:final|ga|release|lts|stable|sp\d*|post[\d.]*|p\d+)|[a-z])$/i

/** Reads a tag's name; null when it holds no version. */
export function parseVersion(tag: string): Version | null {
  const [, prefix = '', numbers = '', suffix = ''] = (tag.length < 300 ? form.exec(tag) : null) ?? []
  const parts = numbers.split('.').map(Number)
  if (numbers === '' || otherPurpose.test(prefix) || !parts.every(Number.isSafeInteger)) return null
  const isFinal = suffix === '' || finalSuffix.test(suffix)
  return { prefix, parts, prerelease: isFinal ? null : suffix.replace(/^[-_.]/, '') }
}

/** Below, equal to or above zero, as the first version is lower, equal or higher; a part left out counts as zero. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
