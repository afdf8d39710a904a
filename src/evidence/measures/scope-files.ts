import type { Evidence } from './evidence.ts'
import type { Scope } from './measure.ts'
import { oncePerParts } from './once-per-parts.ts'
import { componentIndex } from './scope-changes.ts'

/** The scope's files at the head, as indexes into `History.files`, by path. */
export function headFilesIn(evidence: Evidence, scope: Scope): Int32Array {
  if (scope.kind !== 'component') return evidence.history.filesAtHead
  return filesByComponent(evidence)[componentIndex(evidence, scope)] ?? new Int32Array(0)
}

const filesByComponent = oncePerParts(
  ['components', 'componentOf'],
  ({ history, components, componentOf }): Int32Array[] => {
    const files = components.map((): number[] => [])
    for (const file of history.filesAtHead) files[componentOf[file] ?? -1]?.push(file)
    return files.map((each) => Int32Array.from(each))
  },
)

/** Tells whether a file, at the head or gone, belongs to the scope. */
export function isFileIn(evidence: Evidence, scope: Scope): (file: number) => boolean {
  if (scope.kind !== 'component') return () => true
  const component = componentIndex(evidence, scope)
  return (file) => evidence.componentOf[file] === component
}
