import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { samples } from '#areas/samples.ts'
import { aRepository } from '#evidence/git/testing/a-repository.ts'
import { aGathering } from '#evidence/facts/testing/a-gathering.ts'
import { addRepository } from '#evidence/operations/add-repository.ts'
import { replaceBots } from '#evidence/operations/bots.ts'
import { addLinkOperation, perform, recordOperations, type Actor } from '#kernel'
import type { RecordDefinition, RecordShape } from '#kernel/shape.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace, importWorkspace } from '#workspace'
import { assertRestorable, beginSample, removeSample, showStart } from './sample-operations.ts'

const owner: Actor = { kind: 'local' }
const day = 86_400_000
type Room = Awaited<ReturnType<typeof aGathering>>

describe.each(engines)('the sample company on %s', (engine) => {
  let room: Room
  const [goals, teams] = ['goal', 'team'].map((type) => recordOperations(definitionOf(type)))
  const act = <Input, Output>(operation: Parameters<typeof perform<Input, Output>>[1], input: unknown) =>
    perform(room.kernel, operation, owner, input)
  const all = async (definition: RecordDefinition): Promise<readonly RecordShape[]> =>
    (await act(recordOperations(definition).list, { archived: 'with', limit: 200 })).records

  beforeAll(async () => {
    room = await aGathering(engine, { records, links: linkRules, migrations: allMigrations })
  })
  afterAll(() => room.close())

  // Beginning takes seconds, so the tests go on with what those before left behind.
  let before = new Map<string, string>()

  test('begins in an empty workspace, where every reference, field and version of it holds', async () => {
    before = await rest(room)
    expect((await act(showStart, {})).holds).toBe('nothing')
    await act(beginSample, { language: 'en' })
    const found = new Map<string, readonly RecordShape[]>()
    for (const definition of records) found.set(definition.type, await all(definition))
    const working = found.get('person')?.filter(isHere) ?? []
    expect(working).toHaveLength(24)
    expect(found.get('team')?.filter(isHere)).toHaveLength(4)
    expect(new Set(working.map(({ fields }) => fields['team'])).size).toBe(4)
    for (const [type, records] of found) {
      expect(
        records.some(({ version }) => version > 1),
        `${type} with a history`,
      ).toBe(true)
      const first = Math.min(...records.map(({ createdAt }) => Date.parse(createdAt)))
      const last = Math.max(...records.map(({ updatedAt }) => Date.parse(updatedAt)))
      // Nobody thought of a turn in the beginning.
      if (type !== 'scenario' && type !== 'pivot')
        expect((Date.now() - first) / day, type).toBeGreaterThan(540)
      expect(last).toBeLessThan(Date.now())
    }
    expect([...found.values()].flat().filter((record) => !isHere(record)).length).toBeGreaterThan(2)
    // Every state that a record can have is there, but for pivots, of which there is one.
    for (const [type, { fields }] of records.map((each) => [each.type, each] as const)) {
      const state = fields['state']
      if (state?.kind !== 'state' || type === 'pivot') continue
      const states = found.get(type)?.map(({ fields }) => fields['state'])
      expect(new Set(states), type).toEqual(new Set(Object.keys(state.choices)))
    }
    // Records, links and numbers fit to each other and to what the audit saw.
    const { holds, checked } = await act(examineWorkspace, {})
    expect(holds).toBe(true)
    expect(checked.records).toBe([...found.values()].flat().length)
    expect((await act(showStart, {})).sample?.added).toEqual({
      records: [],
      changed: [],
      links: 0,
      others: [],
    })
  })

  test('is kept apart from whatever is real', async () => {
    const repository = aRepository()
      .commit({ files: { 'a.ts': 'a\n' } })
      .write()
    const refused = { code: 'conflict', words: { en: expect.stringContaining('sample company') } }
    await expect(act(beginSample, {})).rejects.toMatchObject({ code: 'conflict' })
    await expect(act(addRepository, { kind: 'path', source: repository.path })).rejects.toMatchObject(refused)
    await expect(act(importWorkspace, { files: [] })).rejects.toMatchObject(refused)
    await expect(assertRestorable(room.kernel, owner)).rejects.toMatchObject({ code: 'conflict' })
    const leader: Actor = { kind: 'user', id: 'l', roles: ['leader'] }
    const key: Actor = { kind: 'api-key', id: 'k', roles: ['owner'] }
    for (const actor of [leader, key])
      for (const forbidden of [
        perform(room.kernel, removeSample, actor, {}),
        assertRestorable(room.kernel, actor),
      ])
        await expect(forbidden).rejects.toMatchObject({ code: 'forbidden' })
    const seen = await perform(room.kernel, showStart, leader, {})
    expect(seen).toMatchObject({ holds: 'sample', sample: { added: null } })
  })

  test('names what was added to it before it goes', async () => {
    const own = await act(goals!.create, { fields: { title: 'Our own' } })
    const team = await act(teams!.show, { key: 'TEAM-1' })
    await act(teams!.change, { key: 'TEAM-1', version: team.version, fields: { charter: 'Another' } })
    await act(addLinkOperation, { from: 'TEAM-1', relation: 'owns', to: own.key })
    await act(replaceBots, { own: ['robot@example.com'] })
    // A night passes.
    await room.kernel.store.run(
      `insert into kept_forecast (workspace_id, day, input, bets)
       values ('${room.kernel.store.workspaceId}', '2026-01-01', '{}', '[]')`,
    )
    expect((await act(showStart, {})).sample?.added).toEqual({
      records: [{ key: own.key, title: 'Our own' }],
      changed: [{ key: 'TEAM-1', title: 'Residents' }],
      links: 1,
      others: ['robot@example.com'],
    })
  })

  test('goes as it came: all tables are as before, but for what the audit keeps', async () => {
    await act(removeSample, {})
    expect(await rest(room)).toEqual(before)
    const audit = (await everythingIn(room.kernel.store)).get('audit') ?? ''
    expect(audit).toContain('sample.remove')
    expect(audit).not.toMatch(/Our own|Larkenfeld|Thornwald|robot@example/i)
    expect(await act(examineWorkspace, {})).toMatchObject({ holds: true, found: 0 })
    await expect(act(removeSample, {})).rejects.toMatchObject({ code: 'conflict' })
  })

  test('speaks the language of whoever asks for it', async () => {
    await act(beginSample, { language: 'de' })
    const titles = (await all(definitionOf('goal'))).map(({ key, title }) => `${key} ${title}`)
    expect(titles).toContain('GOAL-1 Zehntausend Haushalte teilen sich den Strom ihres Dachs')
    await act(removeSample, {})
  })

  test('leaves GOAL-1 to the first real goal, and does not come where there is one', async () => {
    expect((await act(goals!.create, { fields: { title: 'The first' } })).key).toBe('GOAL-1')
    await expect(act(beginSample, {})).rejects.toMatchObject({ code: 'conflict' })
    await expect(assertRestorable(room.kernel, owner)).rejects.toMatchObject({ code: 'conflict' })
    expect(await act(examineWorkspace, {})).toMatchObject({ holds: true, found: 0 })
  })
})

test('every type of record is in the sample company, and no address of it leads anywhere', () => {
  const told = samples.flatMap((sample) => sample.records)
  expect(new Set(told.map(({ type }) => type))).toEqual(new Set(records.map(({ type }) => type)))
  const addresses = JSON.stringify(told).match(/[^"\s]+@[^"\s]+/g) ?? []
  expect(addresses.length).toBeGreaterThan(20)
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
})

function definitionOf(type: string): RecordDefinition {
  const found = records.find((each) => each.type === type)
  if (!found) throw new Error(`There is no ${type}.`)
  return found
}

const isHere = ({ archivedAt }: RecordShape) => archivedAt === null

/** All that is not audit and not of jobs. */
async function rest({ kernel }: Room): Promise<Map<string, string>> {
  const tables = await everythingIn(kernel.store)
  return new Map([...tables].filter(([name]) => !name.startsWith('audit') && !name.startsWith('pgboss.')))
}
