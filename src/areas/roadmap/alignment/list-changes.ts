import { askedDay, askedQuarter } from '../asked-time.ts'
import { dayOf } from '#evidence/facts/day-of.ts'
import { z } from 'zod'
import { defineOperation, readAllRecords, type OperationContext } from '#kernel'
import { subjectsOf } from '#evidence/facts/subjects-of.ts'
import { investmentKinds } from '#evidence/measures/investment-kind.ts'
import type { ChangesShape } from '../allocation/allocation-shape.ts'
import { quarterOf, timeOf } from '../allocation/quarter.ts'
import { countedBets } from './counted-bets.ts'
import { findOfType } from '../find-of-type.ts'
import { goalsReached } from './goals-reached.ts'
import { joinWays, type JoinedChange } from './join-changes.ts'
import { loadAlignment, type Alignment } from './load-alignment.ts'
import { kindOf, reachesGoal } from './measure-alignment.ts'
import { readWindow, windowQuestion } from './window.ts'

const day = 86_400_000

/** How a part of a list of changes is asked for. */
const pageQuestion = {
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
type PageQuestion = { readonly cursor: number; readonly limit: number }

/** The changes behind a figure of an allocation: each with its bets and the way it came to them, without authors. */
export const listChanges = defineOperation({
  name: 'roadmap.changes',
  summary: {
    en: 'List what was delivered in a quarter, with the bets it belongs to and how it came to them.',
    de: 'Auflisten, was in einem Quartal geliefert wurde, mit den Wetten, zu denen es gehört, und wie es zu ihnen kam.',
  },
  input: z.strictObject({
    quarter: askedQuarter.optional(),
    team: z.string().max(40).optional(),
    kind: z.enum(investmentKinds).optional(),
    way: z.enum(joinWays).optional(),
    reaches: z.enum(['bet', 'goal', 'none']).optional(),
    ...pageQuestion,
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { quarter, team, kind, way, reaches, ...page }): Promise<ChangesShape> {
    const now = context.clock()
    const own = team === undefined ? null : (await findOfType(context, team, 'team')).shape.key
    const { from, to } = timeOf(quarter ?? quarterOf(now))
    const alignment = await loadAlignment(context, { from, to: Math.min(to, now.getTime()) })
    const counted = countedBets(alignment.bets)
    const meant = alignment.joined.filter((change, at) => {
      if (own !== null && !alignment.teams[at]?.includes(own)) return false
      if (kind !== undefined && kindOf(change, counted) !== kind) return false
      if (way !== undefined && change.way !== way) return false
      if (reaches === 'none') return change.way === null
      if (reaches === 'bet') return change.way !== null
      return reaches !== 'goal' || reachesGoal(change, counted)
    })
    return tell(context, alignment, meant, page)
  },
})

/** The changes that belong to a bet, since the beginning of its repositories, newest first. */
export const listBetChanges = defineOperation({
  name: 'bet.changes',
  summary: {
    en: 'List the delivered changes that belong to a bet, each with how it came to it.',
    de: 'Die gelieferten Änderungen auflisten, die zu einer Wette gehören, jede damit, wie sie zu ihr kam.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    /** Of one team alone; of none where what they touch belonged to nobody. */
    team: z.string().max(40).optional(),
    /** The last day, where not all until now are meant. */
    until: askedDay.optional(),
    ...pageQuestion,
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key, team, until, ...page }): Promise<ChangesShape> {
    const { shape } = await findOfType(context, key, 'bet')
    const isOf = await ownedBy(context, team)
    const now = context.clock().getTime()
    const end = until === undefined ? now : Math.min(now, Date.parse(until) + day)
    const alignment = await loadAlignment(context, { from: 0, to: end })
    const meant = alignment.joined.filter(
      ({ bets }, at) => bets.includes(shape.key) && isOf(alignment.teams[at] ?? []),
    )
    return tell(context, alignment, meant, page)
  },
})

/** The changes that reached a goal, by what they name or by a bet that serves it, newest first. */
export const listGoalChanges = defineOperation({
  name: 'goal.changes',
  summary: {
    en: 'List the delivered changes that reached a goal, each with how it came to it.',
    de: 'Die gelieferten Änderungen auflisten, die ein Ziel erreicht haben, jede damit, wie sie zu ihm kam.',
  },
  input: z.strictObject({
    key: z.string().max(40),
    weeks: windowQuestion.weeks,
    below: z.enum(['yes', 'no']).default('yes'),
    ...pageQuestion,
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { key, weeks, below, ...page }): Promise<ChangesShape> {
    const { shape } = await findOfType(context, key, 'goal')
    const goals = below === 'yes' ? await goalsBelow(context, shape.key) : new Set([shape.key])
    const alignment = await loadAlignment(context, readWindow({ weeks }, context.clock()))
    const counted = countedBets(alignment.bets)
    const meant = alignment.joined.filter((change) =>
      goalsReached(change, counted).some((goal) => goals.has(goal)),
    )
    return tell(context, alignment, meant, page)
  },
})

/** Keys of a goal and of all that are part of it, each once. */
async function goalsBelow(context: OperationContext, key: string): Promise<ReadonlySet<string>> {
  const all = await readAllRecords(context, 'goal')
  const found = new Set([key])
  // A set goes on over what is added to it meanwhile.
  for (const each of found)
    for (const { key: child, fields } of all) if (fields['parent'] === each) found.add(child)
  return found
}

async function ownedBy(
  context: OperationContext,
  team: string | undefined,
): Promise<(owners: readonly string[]) => boolean> {
  if (team === undefined) return () => true
  if (team === 'none') return (owners) => owners.length === 0
  const { key } = (await findOfType(context, team, 'team')).shape
  return (owners) => owners.includes(key)
}

async function tell(
  context: OperationContext,
  { bets }: Alignment,
  meant: readonly JoinedChange[],
  { cursor, limit }: PageQuestion,
): Promise<ChangesShape> {
  const counted = countedBets(bets)
  const page = meant.toReversed().slice(cursor, cursor + limit)
  const subjects = await subjectsOf(
    context,
    page.map(({ change: { repository, hash } }) => ({ repository: repository.id, hash })),
  )
  const next = cursor + page.length
  return {
    total: meant.length,
    changes: page.map((joined) => {
      const { repository, hash, at } = joined.change
      return {
        repository,
        hash,
        subject: subjects.get(`${repository.id} ${hash}`) ?? '',
        day: dayOf(at),
        kind: kindOf(joined, counted),
        bets: joined.bets,
        way: joined.way,
      }
    }),
    next: next < meant.length ? next : null,
  }
}
