import { actorId } from '#kernel/operation/actor.ts'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import { canonicalValues } from './canonical-values.ts'
import type { FiledVersion } from './history-file.ts'
import type { ReadRecord } from './read-export.ts'
import { sortedJson } from './sorted-json.ts'

type Importing = Pick<OperationContext, 'actor' | 'surface' | 'operation'>

/** The history of the file; where the record says something else than its latest version, that is one version more. */
export function versionsToKeep(context: Importing, record: ReadRecord, now: Date): FiledVersion[] {
  const { definition, history, values } = record
  const versions = (history ?? []).map((version) => ({
    ...version,
    fields: wholeValues(definition, version.fields),
  }))
  const latest = versions.at(-1)
  const fields = wholeValues(definition, values)
  if (latest && sortedJson(latest.fields) === sortedJson(fields)) return versions
  const { actor, surface, operation } = context
  return [
    ...versions,
    {
      version: versions.length + 1,
      at: now.toISOString(),
      by: { kind: actor.kind, id: actorId(actor) },
      surface,
      operation,
      archived: latest?.archived ?? false,
      fields,
    },
  ]
}

/** The values as a version keeps them: every field, null where it has none. */
function wholeValues(definition: RecordDefinition, values: RecordValues): RecordValues {
  const none = Object.fromEntries(Object.keys(definition.fields).map((name) => [name, null]))
  return { ...none, ...canonicalValues(definition, values) }
}
