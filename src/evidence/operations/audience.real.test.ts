import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, type Actor, type Operation } from '#kernel'
import { aGathering } from '../facts/testing/a-gathering.ts'
import { aRepository } from '../git/testing/a-repository.ts'
import { addRepository } from './add-repository.ts'
import { listFacts } from './list-facts.ts'
import { listRepositories } from './list-repositories.ts'
import { listRows } from './list-rows.ts'
import { removeRepository } from './remove-repository.ts'
import { scanRepository } from './scan-repository.ts'
import { showFigure, showFigures } from './show-figures.ts'

const someone = (role: 'owner' | 'leader' | 'member' | 'guest'): Actor => ({
  kind: 'user',
  id: role,
  roles: [role],
})
const [owner, leader, member, guest] = (['owner', 'leader', 'member', 'guest'] as const).map(someone)
const link: Actor = { kind: 'share-link', id: 's' }
const agent: Actor = { kind: 'agent', id: 'a', roles: ['owner'] }

describe('who may see and do what with evidence', () => {
  let gathering: Awaited<ReturnType<typeof aGathering>>
  let repository: string
  beforeAll(async () => {
    gathering = await aGathering()
    repository = await gathering.add(
      aRepository()
        .commit({ files: { 'a/x.ts': 'x\n' } })
        .write().path,
    )
    await gathering.until(repository, ({ scan }) => scan.phase === 'done')
  })
  afterAll(async () => gathering.close())

  const may = async <Input, Output>(
    actor: Actor | undefined,
    operation: Operation<Input, Output>,
    input: object,
  ) => {
    if (!actor) throw new Error('The test names no actor.')
    try {
      await perform(gathering.kernel, operation, actor, input)
      return true
    } catch (error) {
      if (error instanceof Error && Reflect.get(error, 'code') === 'forbidden') return false
      throw error
    }
  }

  test('leadership sees who-knows-what, a member does not, and a guest sees nothing', async () => {
    const truckFactor = { repository, measure: 'knowledge.truck-factor' }
    for (const [actor, expected] of [
      [owner, true],
      [leader, true],
      [member, false],
      [guest, false],
      [link, false],
    ] as const) {
      expect(await may(actor, showFigure, truckFactor), actor?.kind).toBe(expected)
      expect(await may(actor, listRows, { repository, table: 'components' })).toBe(expected)
      expect(await may(actor, listRows, { repository, table: 'component-names' })).toBe(
        actor === member || expected,
      )
      expect(await may(actor, listRows, { repository, table: 'silent-files' })).toBe(expected)
      expect(await may(actor, listFacts, { repository, measure: 'delivery.batch-size' })).toBe(
        actor === member || expected,
      )
    }
  })

  test('the list of figures leaves out for a member what is for leadership', async () => {
    const { figures } = await perform(gathering.kernel, showFigures, member ?? link, { repository })
    expect(figures.map((figure) => figure.id)).toContain('delivery.batch-size')
    expect(figures.filter((figure) => figure.audience === 'leadership')).toEqual([])
  })

  test('only an owner in person adds and removes repositories', async () => {
    const add = { kind: 'path', source: '/nowhere' }
    for (const actor of [leader, member, guest, link, agent]) {
      expect(await may(actor, addRepository, add)).toBe(false)
      expect(await may(actor, removeRepository, { repository })).toBe(false)
    }
  })

  test('a member reads the list and may not ask for scans', async () => {
    expect(await may(member, listRepositories, {})).toBe(true)
    expect(await may(member, scanRepository, { repository })).toBe(false)
    expect(await may(guest, listRepositories, {})).toBe(false)
  })
})
