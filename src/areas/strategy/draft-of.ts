import { holdsRole, type OperationContext } from '#kernel'
import type { FoundRecord } from '#kernel/record/find-record.ts'
import { changesOfVersions } from '#kernel/record/record-history.ts'
import type { FieldChange, Language } from '#kernel/shape.ts'
import type { DraftShape, EditionLine } from './edition-shape.ts'

/** What was written since the newest edition, told to those who could publish it; null where that is nothing. */
export async function draftOf(
  context: OperationContext,
  found: FoundRecord,
  newest: EditionLine | undefined,
  language: Language,
): Promise<DraftShape | null> {
  if (!holdsRole(context.actor, found.definition.writers)) return null
  const { version } = found.shape
  if (!newest) return { version, changes: [] }
  const changes = await textChanges(context, found, [newest.version, version], language)
  return changes.length === 0 ? null : { version, changes }
}

/** What is otherwise in one version than in another; which edition of it is which is left out. */
export async function textChanges(
  context: OperationContext,
  found: FoundRecord,
  versions: readonly [before: number, after: number],
  language: Language,
): Promise<FieldChange[]> {
  const all = await changesOfVersions(context, found, versions, language)
  return all.filter(({ field }) => field !== 'editions')
}
