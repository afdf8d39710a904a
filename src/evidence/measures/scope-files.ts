import type { Evidence } from './evidence.ts'
import type { Scope } from './measure.ts'
import { componentIndex } from './scope-changes.ts'

/** The scope's files at the head, as indexes into `History.files`, by path. */
export function headFilesIn(evidence: Evidence, scope: Scope): Int32Array {
  return evidence.history.filesAtHead.filter(isFileIn(evidence, scope))
}

/** Tells whether a file, at the head or gone, belongs to the scope. */
export function isFileIn(evidence: Evidence, scope: Scope): (file: number) => boolean {
  if (scope.kind !== 'component') return () => true
  const component = componentIndex(evidence, scope)
  return (file) => evidence.componentOf[file] === component
}
