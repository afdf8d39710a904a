import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, Refusal, type OperationContext } from '#kernel'
import { findRecord } from '#kernel/record/find-record.ts'
import { noSuchRecord } from '#kernel/record/record-registry.ts'
import { readVersion } from '#kernel/record/record-history.ts'
import { changeRecord } from '#kernel/record/write-record.ts'
import type { RecordDefinition, RecordShape, Words } from '#kernel/shape.ts'
import { editionsOf } from './editions.ts'
import { strategy } from './strategy.record.ts'
import { vision } from './vision.record.ts'

export const publishVision = publishing(vision, {
  en: 'Publish a vision as it stands: the next edition, whose version stays as it is.',
  de: 'Eine Vision veröffentlichen, wie sie dasteht: die nächste Ausgabe, deren Version bleibt, wie sie ist.',
})

export const publishStrategy = publishing(strategy, {
  en: 'Publish a strategy as it stands: the next edition, whose version stays as it is.',
  de: 'Eine Strategie veröffentlichen, wie sie dasteht: die nächste Ausgabe, deren Version bleibt, wie sie ist.',
})

/** Notes which version is the next edition; every version is kept whole, so that what was published cannot change. */
function publishing({ type, writers }: RecordDefinition, summary: Words) {
  return defineOperation({
    name: `${type}.publish`,
    summary,
    input: z.strictObject({
      key: z.string().max(40),
      /** The version that was read before; without it the newest. */
      version: z.coerce.number().int().min(1).optional(),
      note: z.string().trim().max(200).optional(),
    }),
    access: writers,
    by: 'person',
    writes: true,
    async run(context: OperationContext, { key, version, note }): Promise<RecordShape> {
      const { id, definition, shape } = await findRecord(context, key, 'lock')
      if (shape.type !== type) throw noSuchRecord(key)
      const editions = editionsOf(shape)
      const last = editions.at(-1)
      if (last && isSame(shape.fields, await readVersion(context, { id, definition }, last.version)))
        throw nothingNew(shape, editions.length)
      const next = {
        edition: editions.length + 1,
        version: shape.version,
        day: dayOf(context.clock().getTime()),
        note: note === undefined || note === '' ? null : note,
      }
      return changeRecord(context, shape.key, version ?? shape.version, { editions: [...editions, next] })
    },
  })
}

/** Whether two versions say the same; which edition each is does not count. */
function isSame(
  fields: Readonly<Record<string, unknown>>,
  published: Readonly<Record<string, unknown>>,
): boolean {
  const names = new Set([...Object.keys(fields), ...Object.keys(published)])
  names.delete('editions')
  return [...names].every((name) => isDeepStrictEqual(fields[name] ?? null, published[name] ?? null))
}

function nothingNew({ key }: RecordShape, edition: number): Refusal {
  return new Refusal(
    'conflict',
    {
      en: `${key} has not changed since edition ${edition}.`,
      de: `${key} hat sich seit Ausgabe ${edition} nicht geändert.`,
    },
    { en: 'Change it first, then publish it.', de: 'Ändere zuerst etwas, dann veröffentliche.' },
  )
}
