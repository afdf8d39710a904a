import { expect, onTestFinished, test } from 'vitest'
import { createKernel, perform, recordOperations, searchOperation, type Actor } from '#kernel'
import { aStore, engines } from '#kernel/store/testing/a-store.ts'
import { exportWorkspace } from '#workspace'
import { allMigrations } from './migrations.ts'
import { linkRules, records } from './records.ts'
import { person } from './team/person.record.ts'

const as = (role: 'owner' | 'leader' | 'member'): Actor => ({ kind: 'user', id: role, roles: [role] })
const [owner, leader, member] = [as('owner'), as('leader'), as('member')]
const people = recordOperations(person)

test.each(engines)('what is for leadership alone is nowhere for anybody else, on %s', async (engine) => {
  const store = await aStore(engine, allMigrations)
  onTestFinished(() => store.close())
  const log = ({ error }: { readonly error: unknown }) => {
    throw error
  }
  const kernel = createKernel({ store, records, links: linkRules, log })
  const { key } = await perform(kernel, people.create, owner, {
    fields: {
      name: 'Zyxwia Quorl',
      email: 'zyxwia@quorl.example',
      role: 'Quorlmeisterin',
      identities: [{ source: 'git', identity: 'zyxgit' }],
    },
  })
  await perform(kernel, people.change, owner, {
    key,
    version: 1,
    fields: { email: 'other@quorl.example', role: 'Engineer' },
  })
  const asked = async (actor: Actor) =>
    JSON.stringify([
      await perform(kernel, people.show, actor, { key }),
      await perform(kernel, people.list, actor, { archived: 'with' }),
      await perform(kernel, people.history, actor, { key }),
      await perform(kernel, searchOperation, actor, { q: 'zyxgit' }),
      await perform(kernel, searchOperation, actor, { q: 'zyxwia' }),
      await perform(kernel, exportWorkspace, actor, {}),
    ])
  expect(await asked(leader)).toMatch(/zyxwia@quorl\.example[^]*zyxgit/)
  const told = await asked(member)
  expect(told).toContain('Quorlmeisterin')
  expect(told).not.toMatch(/@quorl|zyxgit/)
  const byAddress = { where: [{ field: 'email', is: 'equal', value: 'other@quorl.example' }] }
  await expect(perform(kernel, people.list, member, byAddress)).rejects.toThrow('has no field email')
  await expect(perform(kernel, people.list, member, { sort: 'email' })).rejects.toThrow('has no field email')
})
