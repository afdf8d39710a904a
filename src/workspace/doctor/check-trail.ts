import type { FiledVersion } from '../files/history-file.ts'
import { sortedJson } from '../files/sorted-json.ts'
import { hashVersions, type AuditedVersions } from '../files/audited-versions.ts'
import type { Findings } from './findings.ts'
import type { ImportTrail, TrailRow } from './read-trail.ts'

/** Checks that the versions of a record are those that the audit saw being written, or those that an erasure left. */
export function checkTrail(
  key: string,
  versions: readonly FiledVersion[],
  { own, imports }: { readonly own: readonly TrailRow[]; readonly imports: ImportTrail },
  findings: Findings,
): void {
  const imported = imports.byKey.get(key)
  const brought = versions.slice(0, imported?.versions ?? 0)
  if (imported && !isWhatCameIn(imported, brought, imports.salts.get(key)))
    findings.add(
      'history',
      key,
      imports.erased.has(key)
        ? 'What was left of it when something was erased is not what the audit knows.'
        : 'What was imported of it is not what the audit knows.',
      imports.erased.has(key)
        ? 'Was davon nach einer Löschung übrig blieb, kennt der Audit anders.'
        : 'Was davon importiert wurde, kennt der Audit anders.',
    )
  if (!imports.erased.has(key) && own.some(({ payload }) => payload === null))
    return findings.add(
      'history',
      key,
      'What the audit knew of it was taken away, and nothing says that it was erased.',
      'Was der Audit davon wusste, wurde entfernt, und nichts sagt, dass es gelöscht wurde.',
    )
  for (const version of versions.slice(brought.length)) {
    const row = own.find(({ payload }) => payload?.version === version.version)
    if (row && isSame(row, version)) continue
    findings.add(
      'history',
      key,
      row
        ? `Version ${version.version} is not what the audit knows.`
        : `The audit knows nothing of version ${version.version}.`,
      row
        ? `Version ${version.version} kennt der Audit anders.`
        : `Von Version ${version.version} weiß der Audit nichts.`,
    )
  }
}

function isSame({ at, actorKind, actorId, operation, payload }: TrailRow, version: FiledVersion): boolean {
  return (
    at.toISOString() === version.at &&
    actorKind === version.by.kind &&
    actorId === version.by.id &&
    operation === version.operation &&
    sortedJson(payload?.fields ?? {}) === sortedJson(version.fields)
  )
}

function isWhatCameIn(
  imported: AuditedVersions[string],
  brought: readonly FiledVersion[],
  salt: string | undefined,
): boolean {
  if ('hash' in imported) return imported.hash === hashVersions(brought)
  return salt !== undefined && imported.saltedHash === hashVersions(brought, salt)
}
