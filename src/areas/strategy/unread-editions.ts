import { dayOf } from '#evidence/facts/day-of.ts'
import { readAllRecords, type AttentionItem, type AttentionSource, type OperationContext } from '#kernel'
import { findRecord } from '#kernel/record/find-record.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { readersOf } from '#workspace'
import { editionsOf } from './editions.ts'
import { vision } from './vision.record.ts'

const day = 86_400_000

/** Days that people are left to read what was published. */
const daysToRead = 14

/** Visions whose newest edition has been there for two weeks and was read by less than half of those whom it is for. */
export const unreadEditions: AttentionSource = {
  access: vision.writers,
  async find(context) {
    const items: AttentionItem[] = []
    for (const record of await readAllRecords(context, vision.type)) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction answers one question after the other
      const item = await itemOf(context, record)
      if (item) items.push(item)
    }
    return items
  },
}

async function itemOf(
  context: OperationContext,
  { key, title, fields }: RecordShape,
): Promise<AttentionItem | null> {
  const last = editionsOf({ fields }).at(-1)
  if (!last) return null
  const since = dayOf(Date.parse(last.day) + daysToRead * day)
  if (since > dayOf(context.clock().getTime())) return null
  const { id } = await findRecord(context, key)
  const readers = await readersOf(context, { record: id, edition: last.edition })
  const read = readers.filter((each) => each.read !== null).length
  if (read * 2 >= readers.length) return null
  return {
    key: `edition-unread ${key} ${last.edition}`,
    title: {
      en: `Edition ${last.edition} of ${key} got through to few`,
      de: `Ausgabe ${last.edition} von ${key} kam bei wenigen an`,
    },
    reason: {
      en: `${read} of ${readers.length} have read “${title}” since ${last.day}.`,
      de: `${read} von ${readers.length} haben „${title}“ seit ${last.day} gelesen.`,
    },
    since,
    leadsTo: `/direction/vision?of=${key}&readers=${last.edition}`,
    action: { en: 'See who has not read it', de: 'Ansehen, wer sie nicht gelesen hat' },
  }
}
