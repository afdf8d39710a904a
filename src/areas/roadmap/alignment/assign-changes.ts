import { z } from 'zod'
import { defineOperation, Refusal } from '#kernel'
import { subjectsOf } from '#evidence/facts/subjects-of.ts'
import { writeAssignments } from './assignments.ts'
import { findOfType } from '../find-of-type.ts'
import { repositoryNamed } from './repository-named.ts'

/** Says of delivered changes to which bet they belong, where nothing in them says so; without a bet it takes that back. */
export const assignChanges = defineOperation({
  name: 'roadmap.assign',
  summary: {
    en: 'Say to which bet delivered changes belong that name none; without a bet, take that back.',
    de: 'Sagen, zu welcher Wette gelieferte Änderungen gehören, die keine nennen; ohne Wette es zurücknehmen.',
  },
  input: z.strictObject({
    /** Its id, or its name where no other has the same. */
    repository: z.string().min(1).max(200),
    hashes: z
      .array(z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/))
      .min(1)
      .max(2000),
    bet: z.string().max(40).nullable().default(null),
  }),
  access: ['owner', 'leader'],
  writes: true,
  async run(context, { repository: named, hashes, bet }) {
    const repository = await repositoryNamed(context, named)
    const id = bet === null ? null : (await findOfType(context, bet, 'bet')).id
    const known = await subjectsOf(
      context,
      hashes.map((hash) => ({ repository, hash })),
    )
    const unknown = hashes.find((hash) => !known.has(`${repository} ${hash}`))
    if (unknown !== undefined) throw noSuchChange(unknown)
    await writeAssignments(context, repository, hashes, id)
    context.audit({ payload: { repository, hashes, bet } })
    return { bet, assigned: hashes.length }
  },
})

function noSuchChange(hash: string): Refusal {
  return new Refusal(
    'not-found',
    {
      en: `There is no commit ${hash} in this repository.`,
      de: `In diesem Repository gibt es keinen Commit ${hash}.`,
    },
    { en: 'Nothing was assigned. Load the list anew.', de: 'Nichts wurde zugeordnet. Lade die Liste neu.' },
  )
}
