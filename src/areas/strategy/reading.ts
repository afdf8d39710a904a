import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation } from '#kernel'
import { noteReading, readersOf, userIdOf } from '#workspace'
import { findEdition } from './find-edition.ts'
import { vision } from './vision.record.ts'

const edition = z.coerce.number().int().min(1).optional()

/** Somebody says to have read an edition. It is of their own account alone, and can be taken back. */
export const markVisionRead = defineOperation({
  name: 'vision.mark-read',
  summary: {
    en: 'Say that you have read an edition of a vision, or take it back.',
    de: 'Sagen, dass Du eine Ausgabe einer Vision gelesen hast, oder es zurücknehmen.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    edition,
    read: z.enum(['yes', 'no']).default('yes'),
  }),
  access: ['owner', 'leader', 'member'],
  by: 'person',
  writes: true,
  async run(context, { key, edition: asked, read }) {
    const found = await findEdition(context, key, { type: vision.type, edition: asked })
    const place = { record: found.id, edition: found.edition.edition }
    const day = read === 'yes' ? dayOf(context.clock().getTime()) : null
    await noteReading(context, place, userIdOf(context.actor), day)
    context.audit({
      subject: { type: vision.type, id: found.id },
      payload: { key: found.shape.key, edition: place.edition, read },
    })
    return { key: found.shape.key, edition: place.edition, read: day }
  },
})

/** Who has read an edition and who has not, by name: for those who have to see that it got through. */
export const listVisionReaders = defineOperation({
  name: 'vision.readers',
  summary: {
    en: 'List who has read an edition of a vision and who has not.',
    de: 'Auflisten, wer eine Ausgabe einer Vision gelesen hat und wer nicht.',
  },
  input: z.strictObject({ key: z.string().max(40), edition }),
  access: vision.writers,
  writes: false,
  async run(context, { key, edition: asked }) {
    const found = await findEdition(context, key, { type: vision.type, edition: asked })
    const readers = await readersOf(context, { record: found.id, edition: found.edition.edition })
    return {
      key: found.shape.key,
      edition: found.edition.edition,
      day: found.edition.day,
      read: readers.filter(({ read }) => read !== null).length,
      members: readers.length,
      readers,
    }
  },
})
