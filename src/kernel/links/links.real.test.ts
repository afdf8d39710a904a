import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../operation/actor.ts'
import { defineOperation } from '../operation/define-operation.ts'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import { perform } from '../operation/perform.ts'
import { recordOperations } from '../record/record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from '../record/testing/a-thing.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { addLinkOperation, listLinks, removeLinkOperation } from './link-operations.ts'
import { lineOfSight } from './read-links.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }
const things = recordOperations(thing)
const secrets = recordOperations(secret)

describe.each(engines)('links on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, thingMigrations),
      records: [thing, secret],
      links: thingLinks,
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())

  const aThing = async (name: string, parent?: string) =>
    (await perform(kernel, things.create, owner, { fields: { name, parent } })).key
  const link = (from: string, relation: string, to: string, actor: Actor = owner) =>
    perform(kernel, addLinkOperation, actor, { from, relation, to })
  const linksOf = async (key: string, actor: Actor = owner) =>
    (await perform(kernel, listLinks, actor, { key })).links.map((each) => `${each.relation} ${each.title}`)
  const sight = (key: string, actor: Actor = owner) =>
    perform(
      kernel,
      defineOperation({
        name: 'test.sight',
        input: z.object({}),
        access: () => true,
        writes: false,
        run: (context) => lineOfSight(context, key),
      }),
      actor,
      {},
    )

  test('a link is seen from both ends in the words of each, once however often it is made', async () => {
    const [one, other] = [await aThing('One'), await aThing('Other')]
    await link(one, 'serves', other)
    await link(one.toLowerCase(), 'serves', other)
    expect(await linksOf(one)).toEqual(['serves Other'])
    expect(await linksOf(other)).toEqual(['served-by One'])
    await perform(kernel, removeLinkOperation, owner, { from: one, relation: 'serves', to: other })
    expect(await linksOf(other)).toEqual([])
    await expect(
      perform(kernel, removeLinkOperation, owner, { from: one, relation: 'serves', to: other }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what a field refers to is a neighbour, and follows the field', async () => {
    const [upper, other] = [await aThing('Upper'), await aThing('Another')]
    const child = await aThing('Child', upper)
    expect(await linksOf(upper)).toEqual(['field:parent Child'])
    await perform(kernel, things.change, owner, { key: child, version: 1, fields: { parent: other } })
    expect([await linksOf(upper), await linksOf(other)]).toEqual([[], ['field:parent Child']])
  })

  test('a link that a field keeps is made and taken away by changing the field', async () => {
    const [one, other, third] = [await aThing('One'), await aThing('Other'), await aThing('Third')]
    await link(one, 'depends', other)
    await link(one, 'depends', third)
    await link(one, 'depends', other)
    const fields = async () => (await perform(kernel, things.show, owner, { key: one })).fields['uses']
    expect(await fields()).toEqual([other, third])
    expect(await linksOf(other)).toEqual(['needed-by One'])
    await perform(kernel, removeLinkOperation, owner, { from: one, relation: 'depends', to: other })
    expect([await fields(), await linksOf(one)]).toEqual([[third], ['depends Third']])
    const { versions } = await perform(kernel, things.history, owner, { key: one })
    expect(versions.map(({ operation }) => operation)).toEqual([
      'link.remove',
      'link.add',
      'link.add',
      'thing.create',
    ])
    await expect(link(third, 'depends', one)).rejects.toThrow('would lead back to this record itself')
    await expect(
      perform(kernel, removeLinkOperation, owner, { from: one, relation: 'depends', to: other }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('ends that a relation does not join, unknown relations and circles are refused', async () => {
    const [a, b, c] = [await aThing('A'), await aThing('B'), await aThing('C')]
    const plan = (await perform(kernel, secrets.create, owner, { fields: { name: 'Plan' } })).key
    await expect(link(a, 'owns', b)).rejects.toThrow('does not join a thing to a thing')
    await expect(link(plan, 'blocks', a)).rejects.toMatchObject({ hint: 'It joins Thing → Thing.' })
    await expect(link(a, 'loves', b)).rejects.toThrow('There is no relation loves.')
    await link(a, 'blocks', b)
    await link(b, 'blocks', c)
    await expect(link(c, 'blocks', a)).rejects.toThrow('lead back to itself')
    await expect(link(a, 'blocks', a)).rejects.toThrow('lead back to itself')
    // Another relation is another matter.
    await link(c, 'serves', a)
  })

  test('a record is never above itself, directly or over others', async () => {
    const top = await aThing('Top')
    const middle = await aThing('Middle', top)
    const parent = (key: string) =>
      perform(kernel, things.change, owner, { key: top, version: 1, fields: { parent: key } })
    await expect(parent(top)).rejects.toThrow('would lead back to this record itself')
    await expect(parent(middle)).rejects.toThrow('would lead back to this record itself')
  })

  test('two links that would close a circle together cannot both be made at once', async () => {
    const [a, b] = [await aThing('Race A'), await aThing('Race B')]
    const outcomes = await Promise.allSettled([link(a, 'blocks', b), link(b, 'blocks', a)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a line of sight goes up to what it is for and down to what is done for it, and nowhere else', async () => {
    const goal = await aThing('Goal')
    const bet = await aThing('Bet', goal)
    const [first, second] = [await aThing('First'), await aThing('Second')]
    await link(first, 'serves', bet)
    await link(second, 'serves', bet)
    await link(await aThing('Beside'), 'blocks', bet)
    await aThing('Sister', goal)
    const seen = async (key: string) =>
      (await sight(key)).records.map(({ title, distance }) => `${distance} ${title}`)
    expect(await seen(bet)).toEqual(['1 Goal', '0 Bet', '-1 First', '-1 Second'])
    expect(await seen(first)).toEqual(['2 Goal', '1 Bet', '0 First'])
    expect((await sight(first)).steps).toEqual([
      { from: bet, relation: 'field:parent', to: goal },
      { from: first, relation: 'serves', to: bet },
    ])
  })

  test('nobody learns of a record that is not theirs to see, from links or from lines of sight', async () => {
    const seen = await aThing('Seen')
    const plan = (await perform(kernel, secrets.create, owner, { fields: { name: 'Merger', about: seen } }))
      .key
    await link(plan, 'affects', seen)
    await link(seen, 'serves', plan)
    expect(await linksOf(seen)).toEqual(['affected-by Merger', 'field:about Merger', 'serves Merger'])
    expect(await linksOf(seen, member)).toEqual([])
    expect(JSON.stringify(await sight(seen, member))).not.toContain('Merger')
    await expect(link(seen, 'serves', plan, member)).rejects.toThrow(`There is no record ${plan}.`)
    await expect(link(seen, 'serves', await aThing('X'), member)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
