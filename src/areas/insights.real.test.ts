import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, recordOperations, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace } from '#workspace'
import { insight } from './customers/insight.record.ts'
import { showInbox } from './customers/inbox/show-inbox.ts'
import { newBet } from './customers/new-bet.ts'
import { proposeBets } from './customers/propose/propose-bets.ts'
import { listInsightsOfBet, showWeight } from './customers/weight/show-weight.ts'
import { bet } from './roadmap/bet.record.ts'
import { goal } from './strategy/goal.record.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

const owner: Actor = { kind: 'local' }
const as = (role: 'leader' | 'member' | 'guest'): Actor => ({ kind: 'user', id: role, roles: [role] })
const [insights, bets, goals] = [recordOperations(insight), recordOperations(bet), recordOperations(goal)]

describe.each(engines)('insights on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine, () => new Date('2026-03-02T09:00:00Z'))
    await perform(kernel, goals.create, owner, { fields: { title: 'Landlords sign alone' } })
    await perform(kernel, bets.create, owner, { fields: { title: 'The signature comes last' } })
    await perform(kernel, bets.create, owner, {
      fields: { title: 'Uploads from a list', goals: ['GOAL-1'], labels: ['paper'] },
    })
    await perform(kernel, bets.create, owner, { fields: { title: 'Old signature' } })
    await perform(kernel, bets.change, owner, { key: 'BET-3', version: 1, fields: { state: 'stopped' } })
  })
  afterAll(() => kernel.store.close())

  const hear = async (fields: object) =>
    (await perform(kernel, insights.create, as('member'), { fields: { ...fields } })).key
  const change = async (key: string, fields: object, version = 1) =>
    perform(kernel, insights.change, as('member'), { key, version, fields })
  const inbox = async (view: string) => {
    const { insights: shown, counts } = await perform(kernel, showInbox, as('member'), { view })
    return [shown.map(({ title }) => title), counts]
  }

  test('each waits in the view that says what it waits for, and in no other', async () => {
    await hear({ title: 'First' })
    await hear({ title: 'Second' })
    await change(await hear({ title: 'Kept' }), { state: 'kept' })
    await change(await hear({ title: 'Has a bet' }), { state: 'kept', bets: ['BET-1'] })
    const acted = await hear({ title: 'Acted' })
    await change(acted, { state: 'kept', bets: ['BET-1'] })
    await change(acted, { state: 'acted' }, 2)
    const gone = await hear({ title: 'Gone' })
    await change(gone, { state: 'let-go' })
    const consent = { state: 'kept', bets: ['BET-1'] }
    const said = async (title: string, fields: object) => {
      await change(await hear({ title, ...fields }), consent)
    }
    await said('No consent', { text: 'Words' })
    await said('Asked', { contact: 'Somebody', consent: 'asked' })
    await said('Ends soon', { text: 'Words', consent: 'given', consentUntil: '2026-04-01' })
    await said('No end', { text: 'Words', consent: 'given' })
    await said('Fine', { text: 'Words', consent: 'given', consentUntil: '2026-04-02' })
    await said('Not personal', { text: 'Words', consent: 'not-needed' })
    const counts = { new: 2, 'without-bet': 1, untold: 1, consent: 4 }
    expect(await inbox('new')).toEqual([['Second', 'First'], counts])
    expect(await inbox('without-bet')).toEqual([['Kept'], counts])
    expect(await inbox('untold')).toEqual([['Acted'], counts])
    expect((await inbox('consent'))[0]).toEqual(['No consent', 'Asked', 'No end', 'Ends soon'])
    const { insights: first, more } = await perform(kernel, showInbox, owner, { limit: '1' })
    expect([first.length, more]).toEqual([1, true])
  })

  test('says what speaks for each bet, and which have nothing, heaviest first', async () => {
    await change(
      await hear({ title: 'Dear', customer: 'Neuland', revenue: { amount: 500, currency: 'EUR' } }),
      {
        state: 'kept',
        bets: ['BET-2'],
      },
    )
    const all = await perform(kernel, showWeight, as('member'), {})
    expect(all.bets.map(({ key, insights: count }) => [key, count])).toEqual([
      ['BET-1', 8],
      ['BET-2', 1],
    ])
    await change(await hear({ title: 'Let go' }), { state: 'let-go', bets: ['BET-2'] })
    await change(await hear({ title: 'Of a stopped one' }), { state: 'kept', bets: ['BET-3'] })
    const ended = await perform(kernel, showWeight, owner, { ended: 'yes' })
    expect(ended.bets.map(({ key }) => key)).toEqual(['BET-1', 'BET-2', 'BET-3'])
    expect(await perform(kernel, listInsightsOfBet, as('member'), { key: 'bet-2' })).toMatchObject({
      key: 'BET-2',
      insights: 1,
      customers: 1,
      revenue: [{ amount: 500, currency: 'EUR' }],
      list: [
        { title: 'Dear', counts: true },
        { title: 'Let go', counts: false },
      ],
    })
    for (const key of ['BET-99', 'GOAL-1'])
      await expect(perform(kernel, listInsightsOfBet, owner, { key })).rejects.toMatchObject({
        code: 'not-found',
      })
  })

  test('proposes bets by shared words, in whatever form, and none that has ended or is named already', async () => {
    const key = await hear({ title: 'Half of them stop at signatures', text: 'The landlord had the papers.' })
    const { proposals } = await perform(kernel, proposeBets, as('member'), { key })
    expect(proposals).toEqual([
      {
        key: 'BET-1',
        title: 'The signature comes last',
        state: 'idea',
        because: [{ word: 'signatures', in: 'title', goal: null }],
      },
      {
        key: 'BET-2',
        title: 'Uploads from a list',
        state: 'idea',
        because: [
          { word: 'landlord', in: 'goal', goal: 'GOAL-1' },
          { word: 'papers', in: 'text', goal: null },
        ],
      },
    ])
    await change(key, { bets: ['BET-1'] })
    const after = await perform(kernel, proposeBets, as('member'), { key })
    expect(after.proposals.map((each) => each.key)).toEqual(['BET-2'])
    const empty = await hear({ title: '… !' })
    expect(await perform(kernel, proposeBets, owner, { key: empty })).toEqual({ proposals: [] })
    await expect(perform(kernel, proposeBets, owner, { key: 'BET-1' })).rejects.toThrow(
      'BET-1 is no insight.',
    )
  })

  test('becomes a bet and its evidence at once, or neither', async () => {
    const key = await hear({ title: 'They type it twice' })
    const given = { key, title: 'An interface for bills', version: 1 }
    await expect(perform(kernel, newBet, as('member'), given)).rejects.toMatchObject({ code: 'forbidden' })
    const made = await perform(kernel, newBet, as('leader'), given)
    expect(made.bet).toMatchObject({ title: 'An interface for bills', fields: { state: 'idea' } })
    expect(made.insight.fields).toMatchObject({ state: 'kept', bets: [made.bet.key] })
    const count = async () => (await perform(kernel, bets.list, owner, {})).total
    const before = await count()
    await expect(perform(kernel, newBet, owner, given)).rejects.toMatchObject({ code: 'conflict' })
    expect(await count()).toBe(before)
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
  })

  test('of two who sort at once the second is refused with both versions, and nothing is lost', async () => {
    const key = await hear({ title: 'Two look at it' })
    await change(key, { state: 'let-go' })
    const second = perform(kernel, insights.change, as('leader'), {
      key,
      version: 1,
      fields: { state: 'kept', bets: ['BET-2'] },
    })
    await expect(second).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { version: 2, fields: { state: 'let-go' } }, given: { bets: ['BET-2'] } },
    })
  })

  test('guests see and do nothing of it', async () => {
    for (const [operation, input] of [
      [showInbox, {}],
      [showWeight, {}],
      [listInsightsOfBet, { key: 'BET-1' }],
      [proposeBets, { key: 'INS-1' }],
      [newBet, { key: 'INS-1', title: 'Mine' }],
      [insights.create, { fields: { title: 'From outside' } }],
    ] as const)
      await expect(
        perform<unknown, unknown>(kernel, operation as never, as('guest'), input),
      ).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})
