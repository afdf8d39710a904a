import { holdsRole, Refusal, type OperationContext } from '#kernel'
import type { RecordDefinition } from '#kernel/shape.ts'
import { readSource } from '#engines/source-files/read-source.ts'
import type { SourceFile } from '#engines/source-files/source-shape.ts'
import type { GivenFile } from './bring-in-input.ts'
import type { Counts, Fate } from './bring-in-shape.ts'
import { trackerNames } from './format-names.ts'
import { knownRecords } from './known-records.ts'
import { planRows, type PlannedRow } from './plan-rows.ts'
import { readRows } from './read-rows.ts'
import { rowIdentity } from './row-identity.ts'
import { noColumn, settleMapping, type Settled } from './settle-mapping.ts'
import { targetsOf } from './targets.ts'

/** A file, how it is taken, and what becomes of each of its rows. */
export interface LookedThrough {
  readonly definition: RecordDefinition
  readonly file: SourceFile
  readonly mapping: readonly Settled[]
  readonly identity: string | null
  readonly source: string
  readonly rows: readonly PlannedRow[]
  readonly counts: Counts
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor' | 'clock'>

/** Reads a file and plans what becomes of its rows, for the dry run and for bringing it in alike. */
export async function lookThrough(context: Reader, given: GivenFile): Promise<LookedThrough> {
  const definition = context.records.ofType(given.as)
  refuseWhoMayNotWrite(context, definition)
  const file = readSource(Buffer.from(given.content, 'base64'))
  const mapping = settleMapping(file, targetsOf(definition, given.as), given.as, given)
  const identity = given.identity === undefined ? file.identity : given.identity
  if (identity !== null && !file.columns.includes(identity)) throw noColumn(identity, file.columns)
  const said = given.source ?? ''
  const source = said === '' ? file.format : said
  const untitled = given.as === 'insight' ? given.name : null
  const read = readRows(definition, file, mapping, { source: nameOf(source), untitled })
  const identityOf = rowIdentity(file, { column: identity, source })
  const named = read.map((row, at) => {
    const own = file.rows[at]
    if (!own) throw new Error('A row was read that the file does not have.')
    return { ...row, identity: identityOf(own, row.knownBy) }
  })
  const known = await knownRecords(
    context,
    definition,
    named.map((row) => row.identity),
  )
  const rows = planRows(
    definition,
    named.map((row) => ({ ...row, known: known.get(row.identity) ?? null })),
    said !== '',
  )
  return { definition, file, mapping, identity, source, rows, counts: countsOf(rows) }
}

/** Why a day is wanted where nothing else says it: because it stood there so. */
const nameOf = (source: string) => trackerNames[source] ?? (source === 'table' ? 'CSV' : source)

function countsOf(rows: readonly PlannedRow[]): Counts {
  const counts: Record<Fate, number> = { new: 0, changed: 0, same: 0, kept: 0, refused: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

/** Who may not write such records is told so before anything of the file is. */
function refuseWhoMayNotWrite({ actor }: Reader, { names, writers }: RecordDefinition): void {
  if (holdsRole(actor, writers)) return
  throw new Refusal(
    'forbidden',
    {
      en: `You may not write ${names.many.en.toLowerCase()}.`,
      de: `${names.many.de} darfst Du nicht schreiben.`,
    },
    {
      en: 'Ask an owner of this workspace for the right.',
      de: 'Bitte jemanden, dem dieser Arbeitsbereich gehört, um das Recht dazu.',
    },
  )
}
