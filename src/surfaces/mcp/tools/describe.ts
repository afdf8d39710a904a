import { z } from 'zod'
import { holdsRole } from '#kernel'
import { relations, type Audience, type LinkRule, type RecordDefinition } from '#kernel/shape.ts'
import type { AgentSession } from '../agent-session.ts'
import { describeFields, requiredFields } from '../describe-fields.ts'
import { defineTool } from '../tool.ts'
import { type, verbsOf } from './arguments.ts'

export const describeTool = defineTool({
  name: 'describe',
  title: 'Describe what there is',
  description:
    'Begin here. Without a type: all types of records with what each is for, and the relations that link them. With a type: also the JSON schema of its fields, and the states it can go through. All of it is in the words of the product, none of it was written by users.',
  input: z.strictObject({ type: type.optional() }),
  output: z.looseObject({
    types: z.array(z.looseObject({ type: z.string(), key: z.string(), purpose: z.string() })),
    relations: z.array(
      z.looseObject({ relation: z.string(), inverse: z.string(), joins: z.array(z.string()) }),
    ),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: false,
  async run(session, input) {
    const among = input.type === undefined ? session.verbs : [verbsOf(session, input.type)]
    const types = among.map(({ definition }) => ({
      ...describeType(session, definition),
      ...(input.type === undefined ? {} : describeFields(definition)),
    }))
    const told = describeRelations(session, input.type)
    return {
      said: `${types.length} types and ${told.length} relations.`,
      data: { types, relations: told },
    }
  },
})

const readers: Readonly<Record<Audience, string>> = {
  company: 'everybody in the company, guests not among them',
  leadership: 'owners and leaders',
  self: 'who wrote it, alone',
  pair: 'the two people it names, alone',
  panel: 'who wrote it, the people it names, and owners',
}

function describeType({ actor, readOnly }: AgentSession, definition: RecordDefinition) {
  const { type, prefix, names, purpose, audience, writers } = definition
  return {
    type,
    key: `${prefix}-1, ${prefix}-2, …`,
    name: names.one.en,
    purpose: purpose.en,
    readers: readers[audience],
    youMayWrite: !readOnly && holdsRole(actor, writers),
    required: requiredFields(definition),
  }
}

function describeRelations({ kernel }: AgentSession, type: string | undefined) {
  const { links, all } = kernel.records
  return relations.flatMap(({ name, inverse, sight }) => {
    const own = links.filter(({ relation, from, to }) => {
      return relation === name && (type === undefined || from === type || to === type)
    })
    if (own.length === 0) return []
    const leads = sight === 'up' ? { lineOfSight: 'leads up, from what is done to what it is for' } : {}
    return [{ relation: name, inverse, joins: joinsOf(own, all.length), ...leads }]
  })
}

/** As in "team owns goal"; what joins every type is said in one word instead of one by one. */
function joinsOf(rules: readonly LinkRule[], types: number): string[] {
  const froms = [...new Set(rules.map(({ from }) => from))]
  const sentences = froms.map((from) => {
    const tos = rules.filter((rule) => rule.from === from).map(({ to }) => to)
    const ends = new Set(tos).size === types ? 'any type' : [...new Set(tos)].join(' or ')
    return { from, end: `${rules[0]?.relation ?? ''} ${ends}` }
  })
  const [first] = sentences
  const isAny = froms.length === types && sentences.every(({ end }) => end === first?.end)
  return isAny && first ? [`any type ${first.end}`] : sentences.map(({ from, end }) => `${from} ${end}`)
}
