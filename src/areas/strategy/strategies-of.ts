import { readAllRecords, type OperationContext } from '#kernel'
import { findRecord } from '#kernel/record/find-record.ts'
import { readVersion } from '#kernel/record/record-history.ts'
import type { Language } from '#kernel/shape.ts'
import { draftOf } from './draft-of.ts'
import type { Point, StrategyText } from './edition-shape.ts'
import { editionsOf } from './editions.ts'
import { strategy } from './strategy.record.ts'
import { rowsOf, textOf } from './text-of.ts'

/**
 * The strategies for a vision, each in the edition that stood before the day on which the next edition of the vision came;
 * in the newest where none did.
 */
export async function strategiesOf(
  context: OperationContext,
  vision: string,
  until: string | null,
  language: Language,
): Promise<StrategyText[]> {
  const all = await readAllRecords(context, strategy.type)
  const texts: StrategyText[] = []
  for (const { key, title } of all.filter(({ fields }) => fields['vision'] === vision)) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction answers one question after the other
    const found = await findRecord(context, key)
    const editions = editionsOf(found.shape)
    const edition = editions.findLast(({ day }) => until === null || day < until)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const text = edition ? await readVersion(context, found, edition.version) : {}
    texts.push({
      key,
      title: textOf(text['title']) ?? title,
      edition: edition?.edition ?? null,
      day: edition?.day ?? null,
      diagnosis: textOf(text['diagnosis']),
      policies: pointsOf(text['policies'], 'policy'),
      refusals: pointsOf(text['refusals'], 'refusal'),
      // oxlint-disable-next-line no-await-in-loop -- likewise
      draft: until === null ? await draftOf(context, found, editions.at(-1), language) : null,
    })
  }
  return texts
}

function pointsOf(value: unknown, name: 'policy' | 'refusal'): Point[] {
  return rowsOf(value).map((row) => ({ what: String(row[name]), why: textOf(row['why']) }))
}
