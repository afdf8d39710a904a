import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { changeRecord } from '#kernel/record/write-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { readPattern } from '#evidence/git/path-pattern.ts'
import { bet } from '../bet.record.ts'
import { rowsOf } from '../plan/read-bet.ts'
import { findOfType } from '../find-of-type.ts'

/** Adds a path rule to a bet, so that changes there belong to it from then on without anybody saying so. */
export const addPath = defineOperation({
  name: 'bet.add-path',
  summary: {
    en: 'Add a path rule to a bet: changes to these files belong to it while it is under way, without anybody saying so.',
    de: 'Einer Wette eine Pfadregel geben: Änderungen an diesen Dateien gehören zu ihr, solange sie läuft, ohne dass es jemand sagt.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    version: z.coerce.number().int().min(1),
    repository: z.string().min(1).max(200).nullable().default(null),
    pattern: z.string().min(1).max(300),
  }),
  access: bet.writers,
  writes: true,
  async run(context, { key, version, repository, pattern }): Promise<RecordShape> {
    const { shape } = await findOfType(context, key, 'bet')
    if (readPattern(pattern) === null) throw matchesNothing(pattern)
    const paths = rowsOf(shape.fields['paths'])
    const isThere = paths.some(
      (row) => row['pattern'] === pattern && (row['repository'] ?? null) === repository,
    )
    return changeRecord(
      context,
      shape.key,
      version,
      isThere ? {} : { paths: [...paths, { repository, pattern }] },
    )
  },
})

function matchesNothing(pattern: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The pattern ${pattern} can mean no file.`,
      de: `Das Muster ${pattern} kann keine Datei meinen.`,
    },
    {
      en: 'Write a folder as in src/pay/**, or a file.',
      de: 'Schreib einen Ordner wie src/pay/** oder eine Datei.',
    },
    [{ path: 'pattern', message: { en: 'It can mean no file.', de: 'Es kann keine Datei meinen.' } }],
  )
}
