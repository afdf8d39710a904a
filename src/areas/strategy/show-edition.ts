import { z } from 'zod'
import { defineOperation, holdsRole, type OperationContext } from '#kernel'
import { selfOf } from '#kernel/operation/actor.ts'
import { readVersion } from '#kernel/record/record-history.ts'
import { languages } from '#kernel/shape.ts'
import { readDayOf, readersOf } from '#workspace'
import type { ReadersCount, VisionEditionShape } from './edition-shape.ts'
import { draftOf, textChanges } from './draft-of.ts'
import { findEdition } from './find-edition.ts'
import { goalsServing } from './goals-serving.ts'
import { strategiesOf } from './strategies-of.ts'
import { rowsOf, textOf } from './text-of.ts'
import { vision } from './vision.record.ts'

/** A vision as it was published, whatever became of its draft since, with the strategy and the goals that lead there. */
export const showVisionEdition = defineOperation({
  name: 'vision.edition',
  summary: {
    en: 'Show a published edition of a vision as it was, with the strategy and the active goals that lead there.',
    de: 'Eine veröffentlichte Ausgabe einer Vision zeigen, wie sie war, mit der Strategie und den aktiven Zielen, die dorthin führen.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    /** The newest where it is left out. */
    edition: z.coerce.number().int().min(1).optional(),
    /** An earlier edition, to say what is otherwise since. */
    since: z.coerce.number().int().min(1).optional(),
    language: z.enum(languages).default('en'),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key, edition: asked, since, language }): Promise<VisionEditionShape> {
    const found = await findEdition(context, key, { type: vision.type, edition: asked })
    const { edition, editions, shape } = found
    const text = await readVersion(context, found, edition.version)
    const earlier =
      since === undefined ? null : await findEdition(context, key, { type: vision.type, edition: since })
    const next = editions.find((each) => each.edition === edition.edition + 1)
    const strategies = await strategiesOf(context, shape.key, next?.day ?? null, language)
    const place = { record: found.id, edition: edition.edition }
    return {
      ...edition,
      key: shape.key,
      title: textOf(text['title']) ?? shape.title,
      text: textOf(text['text']),
      audiences: audiencesOf(text['audiences']),
      editions: editions.toReversed(),
      since: earlier && {
        edition: earlier.edition.edition,
        changes: await textChanges(context, found, [earlier.edition.version, edition.version], language),
      },
      strategies,
      goals: next ? [] : await goalsServing(context, strategies),
      read: await ownDay(context, place),
      readers: holdsRole(context.actor, vision.writers) ? await countReaders(context, place) : null,
      draft: await draftOf(context, found, editions.at(-1), language),
    }
  },
})

async function ownDay(
  context: OperationContext,
  place: { readonly record: string; readonly edition: number },
): Promise<string | null> {
  for (const id of selfOf(context.actor).ids) {
    // oxlint-disable-next-line no-await-in-loop -- the few ids of one person, one transaction
    const day = await readDayOf(context, place, id)
    if (day !== null) return day
  }
  return null
}

async function countReaders(
  context: OperationContext,
  place: { readonly record: string; readonly edition: number },
): Promise<ReadersCount> {
  const readers = await readersOf(context, place)
  return { read: readers.filter(({ read }) => read !== null).length, members: readers.length }
}

function audiencesOf(value: unknown): VisionEditionShape['audiences'] {
  return rowsOf(value).map((row) => ({ audience: String(row['audience']), text: String(row['text']) }))
}
