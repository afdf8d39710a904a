import { z } from 'zod'
import { showLineOfSight } from '#evidence/operations/show-line-of-sight.ts'
import { relations } from '#kernel/shape.ts'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { key, mention, placeOf, verbsOfKey } from './arguments.ts'

const relation = z
  .enum(relations.map(({ name }) => name))
  .describe('What the one record is to the other. describe says which types each relation joins.')
const ends = z.strictObject({
  from: key.describe('Key of the record that the sentence begins with, as BET-12 in "BET-12 serves GOAL-3".'),
  relation,
  to: key.describe('Key of the record that the sentence ends with.'),
})
const link = z.object({ from: z.string(), relation: z.string(), to: z.string() })
const linked = { input: ends, output: z.object({ link }), isForeign: true, idempotent: true } as const

export const linkTool = defineTool({
  ...linked,
  name: 'link',
  title: 'Link two records',
  description:
    'Links two records by a relation, read as a sentence: from, relation, to. Which types a relation joins is told by describe.',
  reach: 'add',
  async run(session, input) {
    const place = placeOf(verbsOfKey(session, input.from), input.from)
    await performForAgent(session, session.links.add, input, place)
    return { said: 'The link is there.', data: { link: input } }
  },
})

export const unlinkTool = defineTool({
  ...linked,
  name: 'unlink',
  title: 'Take a link away',
  description:
    'Takes a link between two records away, named as links shows it in the direction "out". What a field refers to is no link: change the field.',
  reach: 'replace',
  async run(session, input) {
    const place = placeOf(verbsOfKey(session, input.from), input.from)
    await performForAgent(session, session.links.remove, input, place)
    return { said: 'The link is gone.', data: { link: input } }
  },
})

export const linksTool = defineTool({
  name: 'links',
  title: 'Show what a record is linked to',
  description:
    'Shows everything that a record is linked to, in both directions, with the relation as seen from the record asked about; `field:owner` is what the field owner refers to.',
  input: z.strictObject({ key }),
  output: z.object({
    links: z.array(mention.extend({ relation: z.string(), direction: z.enum(['out', 'in']) })),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const place = placeOf(verbsOfKey(session, input.key), input.key)
    const { links } = await performForAgent(session, session.links.list, input, place)
    return { said: `${links.length} links.`, data: { links } }
  },
})

export const lineOfSightTool = defineTool({
  name: 'line-of-sight',
  title: 'Show what a record is for and what is done for it',
  description:
    'Follows a record up to what it is for and down to what is done for it, over any number of steps, down to the commits that name one of them. Use it to answer why something is done, or what stands behind a goal.',
  input: z.strictObject({ key }),
  output: z.looseObject({
    records: z.array(
      mention.extend({
        distance: z
          .int()
          .describe('Steps from the record asked about: above it positive, below it negative.'),
      }),
    ),
    steps: z
      .array(z.looseObject({ from: z.string(), relation: z.string(), to: z.string() }))
      .describe('`from` is done for `to`.'),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const place = placeOf(verbsOfKey(session, input.key), input.key)
    const sight = await performForAgent(session, showLineOfSight, { subject: input.key }, place)
    return { said: `${sight.records.length} records in sight.`, data: { ...sight } }
  },
})
