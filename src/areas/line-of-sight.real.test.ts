import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addLinkOperation,
  listLinks,
  perform,
  recordOperations,
  removeLinkOperation,
  type Actor,
  type Kernel,
} from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { insight } from './customers/insight.record.ts'
import { examineWorkspace } from '#workspace'
import { anAreasKernel } from './testing/an-areas-kernel.ts'
import { goal } from './strategy/goal.record.ts'
import { bet } from './roadmap/bet.record.ts'

const owner: Actor = { kind: 'local' }
const [bets, goals, insights] = [recordOperations(bet), recordOperations(goal), recordOperations(insight)]

describe.each(engines)('bets among other records on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine)
  })
  afterAll(() => kernel.store.close())

  const aBet = (fields: object) =>
    perform(kernel, bets.create, owner, { fields: { title: 'Bet', ...fields } })
  const linksOf = async (key: string) =>
    (await perform(kernel, listLinks, owner, { key })).links.map((each) => `${each.relation} ${each.key}`)

  test('insights speak for bets, bets serve goals and depend on bets, each seen from both ends', async () => {
    const aim = (await perform(kernel, goals.create, owner, { fields: { title: 'Goal' } })).key
    const first = (await aBet({ goals: [aim] })).key
    const second = (await aBet({ after: [first] })).key
    const said = await perform(kernel, insights.create, owner, {
      fields: { title: 'Too slow', bets: [first] },
    })
    expect(await linksOf(first)).toEqual([`needed-by ${second}`, `evidenced-by ${said.key}`, `serves ${aim}`])
    expect(await linksOf(aim)).toEqual([`served-by ${first}`])
    await expect(
      perform(kernel, bets.change, owner, { key: first, version: 1, fields: { after: [second] } }),
    ).rejects.toThrow('Depends on would lead back to this record itself')
  })

  test('a link that a field keeps is added and removed on either way, and the doctor follows', async () => {
    const aim = (await perform(kernel, goals.create, owner, { fields: { title: 'Another' } })).key
    const { key } = await aBet({})
    const link = { from: key, relation: 'serves', to: aim }
    const served = async () => (await perform(kernel, bets.show, owner, { key })).fields['goals']
    await perform(kernel, addLinkOperation, owner, link)
    expect(await served()).toEqual([aim])
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, found: 0 })
    await perform(kernel, removeLinkOperation, owner, link)
    expect(await served()).toBe(null)
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, found: 0 })
  })

  test('what does not hold together is refused at its field, and nothing is written', async () => {
    const { key } = await aBet({ low: 3, high: 8 })
    await expect(
      perform(kernel, bets.change, owner, { key, version: 1, fields: { low: 9 } }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'high' }] })
    await expect(aBet({ wanted: '2026-04-01' })).rejects.toMatchObject({ fields: [{ path: 'wantedReason' }] })
    expect((await perform(kernel, bets.show, owner, { key })).version).toBe(1)
  })

  test('agreements are not written by hand', async () => {
    const agreements = [{ side: 'product', day: '2026-03-01', version: 1 }]
    const { key } = await aBet({})
    await expect(aBet({ agreements })).rejects.toThrow('Agreements is not written by hand.')
    await expect(
      perform(kernel, bets.change, owner, { key, version: 1, fields: { agreements } }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'agreements' }] })
  })
})
