import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { changeRecord } from '#kernel/record/write-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { askedDay } from '../asked-time.ts'
import { findOfType } from '../find-of-type.ts'
import { rowsOf } from '../plan/read-bet.ts'

type Row = Readonly<Record<string, unknown>>

/** Puts somebody on the list of those who must be told, or changes what stands there; two who tell at once keep both. */
export const tellOfPivot = defineOperation({
  name: 'pivot.tell',
  summary: {
    en: 'Note who must be told of a pivot, what it means for them, by when, and when they were told.',
    de: 'Festhalten, wer von einem Kurswechsel erfahren muss, was er für sie bedeutet, bis wann, und wann sie es erfahren haben.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    whom: z.string().trim().min(1).max(120),
    what: z.string().trim().max(200).nullable().optional(),
    due: askedDay.nullable().optional(),
    told: askedDay.nullable().optional(),
    remove: z.boolean().default(false),
  }),
  access: ['owner', 'leader'],
  writes: true,
  async run(context, { key, whom, remove, ...given }): Promise<RecordShape> {
    const { shape } = await findOfType(context, key, 'pivot', 'lock')
    if (shape.fields['state'] === 'discarded') throw isDiscarded(shape)
    const rows = rowsOf(shape.fields['telling'])
    const at = rows.findIndex((row) => row['whom'] === whom)
    if (remove && at === -1) throw notListed(shape, whom)
    const after = remove ? rows.toSpliced(at, 1) : written(rows, at, { whom, ...given })
    return changeRecord(context, shape.key, shape.version, { telling: after.length === 0 ? null : after })
  },
})

/** What is not given stays as it was. */
function written(rows: readonly Row[], at: number, { what, ...given }: Row & { readonly what?: unknown }) {
  const told = Object.entries({ ...given, ...(what !== undefined && { what: what === '' ? null : what }) })
  const row = Object.fromEntries(told.filter(([, value]) => value !== undefined))
  return at === -1 ? [...rows, row] : rows.with(at, { ...rows[at], ...row })
}

function notListed({ key }: RecordShape, whom: string): Refusal {
  return new Refusal(
    'not-found',
    {
      en: `${whom} is not on the list of ${key}.`,
      de: `${whom} steht nicht auf der Liste von ${key}.`,
    },
    { en: 'Look at the list anew.', de: 'Sieh Dir die Liste neu an.' },
  )
}

function isDiscarded({ key }: RecordShape): Refusal {
  return new Refusal(
    'conflict',
    { en: `${key} is discarded.`, de: `${key} ist verworfen.` },
    { en: 'Consider it again first.', de: 'Erwäge ihn zuerst wieder.' },
  )
}
