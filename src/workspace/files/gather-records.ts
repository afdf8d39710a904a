import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { loadRecords } from '#kernel/record/load-records.ts'
import { readableKeys } from '#kernel/record/readable-keys.ts'
import type { RecordValues } from '#kernel/record/read-values.ts'
import type { RecordShape } from '#kernel/record/record-shape.ts'
import { referredIn, referredType, rowReferences } from '#kernel/record/referred.ts'
import { canonicalValues } from './canonical-values.ts'
import type { FiledVersion } from './history-file.ts'
import { readVersions } from './read-versions.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

const page = 500

/** A record with all its versions, values canonical, and what was left out of them as in `PLAN-2 about`. */
export interface GatheredRecord {
  readonly key: string
  readonly values: RecordValues
  readonly versions: readonly FiledVersion[]
  readonly leftOut: readonly string[]
}

/** Every record of a type in the order of the numbers; references to what the actor may not see are left out. */
export async function gatherRecords(
  context: Reader,
  definition: RecordDefinition,
): Promise<GatheredRecord[]> {
  const gathered: GatheredRecord[] = []
  for (let after = 0; ;) {
    const loaded = await loadRecords(
      context,
      definition,
      sql`where record.workspace_id = ${context.workspaceId} and record.type = ${definition.type}
        and record.number > ${after} order by record.number limit ${page}`,
    )
    const versions = await readVersions(
      context,
      loaded.map(({ id }) => id),
    )
    const named = loaded.flatMap(({ id, shape }) =>
      [shape, ...(versions.get(id) ?? [])].flatMap(({ fields }) => keysIn(definition, fields)),
    )
    const readable = await readableKeys(context, named)
    for (const { id, shape } of loaded)
      gathered.push(toGathered(definition, shape, versions.get(id) ?? [], readable))
    const last = loaded.at(-1)
    if (loaded.length < page || !last) return gathered
    after = Number(last.shape.key.slice(definition.prefix.length + 1))
  }
}

/** The keys of records that the values refer to. */
function keysIn({ fields }: RecordDefinition, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return []
    return referredType(field) !== null
      ? referredIn(value)
      : rowReferences(field, value).map(({ key }) => key)
  })
}

function toGathered(
  definition: RecordDefinition,
  shape: RecordShape,
  versions: readonly FiledVersion[],
  readable: ReadonlySet<string>,
): GatheredRecord {
  const leftOut = new Set<string>()
  const visible = (values: Readonly<Record<string, unknown>>) => {
    const gone = Object.keys(values).filter(
      (name) =>
        (values[name] ?? null) !== null &&
        (!Object.hasOwn(definition.fields, name) ||
          keysIn(definition, { [name]: values[name] }).some((key) => !readable.has(key))),
    )
    for (const name of gone) leftOut.add(`${shape.key} ${name}`)
    return canonicalValues(definition, {
      ...values,
      ...Object.fromEntries(gone.map((name) => [name, null])),
    })
  }
  return {
    key: shape.key,
    values: visible(shape.fields),
    versions: versions.map((version) => ({ ...version, fields: visible(version.fields) })),
    leftOut: [...leftOut].sort(),
  }
}
