import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLinkOperation, perform, recordOperations, type Actor, type Kernel, type Role } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import {
  acceptInvitation,
  actorOfInvitation,
  createInvitation,
  createOwner,
  examineWorkspace,
  linkPerson,
  privacyOperations,
} from '#workspace'
import { listAttention } from './attention-operations.ts'
import { publishStrategy, publishVision } from './strategy/publish.ts'
import { listVisionReaders, markVisionRead } from './strategy/reading.ts'
import { showVisionEdition } from './strategy/show-edition.ts'
import { goal } from './strategy/goal.record.ts'
import { strategy } from './strategy/strategy.record.ts'
import { vision } from './strategy/vision.record.ts'
import { person } from './team/person.record.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

const local: Actor = { kind: 'local' }
const visions = recordOperations(vision)
const strategies = recordOperations(strategy)

describe.each(engines)('an edition of a vision on %s', (engine) => {
  let kernel: Kernel
  let now = '2026-03-02T09:00:00Z'
  beforeAll(async () => {
    kernel = await anAreasKernel(engine, () => new Date(now))
  })
  afterAll(() => kernel.store.close())

  const publish = (key: string, note = '') => perform(kernel, publishVision, local, { key, note })
  const edition = (key: string, actor: Actor = local, more: object = {}) =>
    perform(kernel, showVisionEdition, actor, { key, ...more })
  const change = async (key: string, fields: object) => {
    const { version } = await perform(kernel, visions.show, local, { key })
    return perform(kernel, visions.change, local, { key, version, fields })
  }

  test('tells those who publish what was written since, whose record is open to members like any other', async () => {
    const { key } = await perform(kernel, visions.create, local, { fields: { title: 'Near', text: 'One.' } })
    await publish(key)
    await change(key, { text: 'Two.' })
    const member: Actor = { kind: 'user', id: 'm', roles: ['member'] }
    expect((await edition(key)).draft?.changes.map(({ after }) => after)).toEqual(['Two.'])
    expect(await edition(key, member)).toMatchObject({ text: 'One.', draft: null, readers: null })
    const { fields } = await perform(kernel, visions.show, member, { key })
    expect(fields['text']).toBe('Two.')
    // Whoever writes reads that where the text is written.
    for (const { help } of [vision.fields.text, strategy.fields.diagnosis]) {
      expect(help.en).toContain('Members can read the draft')
      expect(help.de).toContain('Mitglieder können den Entwurf lesen')
    }
  })

  test('stays what it was, whatever is done to its record, and says what changed since an earlier one', async () => {
    const { key } = await perform(kernel, visions.create, local, { fields: { title: 'Near', text: 'One.' } })
    await expect(edition(key)).rejects.toThrow(`Nothing of ${key} was published yet.`)
    await publish(key)
    const first = await edition(key)
    expect(first).toMatchObject({ edition: 1, title: 'Near', text: 'One.', draft: null, since: null })
    await change(key, { title: 'Far', text: 'Two.' })
    const { version } = await perform(kernel, visions.show, local, { key })
    await perform(kernel, visions.archive, local, { key, version })
    await perform(kernel, visions.restore, local, { key, version: version + 1 })
    const drafted = await edition(key)
    expect(drafted).toMatchObject({ edition: 1, title: 'Near', text: 'One.' })
    expect(drafted.draft?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['title', 'Far'],
      ['text', 'Two.'],
    ])
    await expect(change(key, { editions: [] })).rejects.toThrow('Publish it with the verb publish.')
    await publish(key, 'Farther')
    const second = await edition(key, local, { since: 1 })
    expect(second).toMatchObject({ edition: 2, note: 'Farther', title: 'Far', draft: null })
    expect(second.since?.changes.map(({ field }) => field)).toEqual(['title', 'text'])
    expect(await edition(key, local, { edition: 1 })).toMatchObject({ title: 'Near', text: 'One.' })
    await expect(edition(key, local, { edition: 3 })).rejects.toThrow(`${key} has no edition 3.`)
    // What is put away and taken back says nothing new.
    const again = await perform(kernel, visions.show, local, { key })
    await perform(kernel, visions.archive, local, { key, version: again.version })
    await perform(kernel, visions.restore, local, { key, version: again.version + 1 })
    await expect(publish(key)).rejects.toThrow(`${key} has not changed since edition 2.`)
  })

  test('comes with the strategy that stood then and with the goals that serve it', async () => {
    const { key } = await perform(kernel, visions.create, local, { fields: { title: 'Whole' } })
    const { key: how } = await perform(kernel, strategies.create, local, {
      fields: { title: 'By foot', vision: key, policies: [{ policy: 'Walk' }] },
    })
    const goals = recordOperations(goal)
    const create = async (fields: object) => {
      const made = await perform(kernel, goals.create, local, { fields })
      const state = { state: 'active' }
      return perform(kernel, goals.change, local, { key: made.key, version: 1, fields: state })
    }
    const top = await create({ title: 'Arrive', baseline: 0, target: 10 })
    await create({ title: 'Leave', parent: top.key, checkIns: [{ day: '2026-03-01', value: 2 }] })
    await create({ title: 'Elsewhere' })
    await perform(kernel, addLinkOperation, local, { from: top.key, relation: 'serves', to: how })
    await publish(key)
    expect((await edition(key)).strategies).toMatchObject([
      { key: how, edition: null, policies: [], draft: { version: 1, changes: [] } },
    ])
    await perform(kernel, publishStrategy, local, { key: how })
    const { version } = await perform(kernel, strategies.show, local, { key: how })
    await perform(kernel, strategies.change, local, { key: how, version, fields: { title: 'By train' } })
    const shown = await edition(key)
    expect(shown.strategies).toMatchObject([
      {
        key: how,
        title: 'By foot',
        edition: 1,
        policies: [{ what: 'Walk', why: null }],
        draft: { changes: [{ field: 'title', before: 'By foot', after: 'By train' }] },
      },
    ])
    expect(shown.goals.map(({ title, parent, value }) => [title, parent, value])).toEqual([
      ['Arrive', null, null],
      ['Leave', top.key, 2],
    ])
  })

  test('is read by those who say so, seen by those who lead, and forgotten with the person', async () => {
    const account = { name: 'Olga Owner', email: 'olga@example.com', passwordHash: 'hash' }
    const { key } = await perform(kernel, visions.create, local, { fields: { title: 'Read me' } })
    await publish(key)
    await expect(perform(kernel, markVisionRead, local, { key })).rejects.toThrow('There is no account')
    const owner = as('owner', (await perform(kernel, createOwner, local, account)).id)
    const leader = await join('leader', 'Lea Leader')
    const member = await join('member', 'Mika Member')
    const guest = await join('guest', 'Gus Guest')
    const read = (actor: Actor, more: object = {}) => perform(kernel, markVisionRead, actor, { key, ...more })
    expect(await read(member)).toEqual({ key, edition: 1, read: '2026-03-02' })
    now = '2026-03-05T17:31:00Z'
    await read(member)
    await read(leader)
    for (const other of [guest, { kind: 'agent', id: 'a', roles: ['owner'] }] as const)
      await expect(read(other)).rejects.toMatchObject({ code: 'forbidden' })
    const readers = (actor: Actor) => perform(kernel, listVisionReaders, actor, { key })
    expect(await readers(leader)).toMatchObject({
      edition: 1,
      read: 2,
      members: 3,
      readers: [
        { name: 'Lea Leader', read: '2026-03-05' },
        // It was read on the first of the days on which that was said.
        { name: 'Mika Member', read: '2026-03-02' },
        { name: 'Olga Owner', read: null },
      ],
    })
    await expect(readers(member)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await edition(key, member)).toMatchObject({ read: '2026-03-02', readers: null, draft: null })
    expect(await edition(key, owner)).toMatchObject({ read: null, readers: { read: 2, members: 3 } })
    await expect(edition(key, guest)).rejects.toMatchObject({ code: 'forbidden' })
    await read(leader, { read: 'no' })
    expect(await readers(owner)).toMatchObject({ read: 1 })

    const attention = async (actor: Actor) => (await perform(kernel, listAttention, actor, {})).items
    expect(await attention(owner)).toEqual([])
    now = '2026-03-16T09:00:00Z'
    const own = (items: Awaited<ReturnType<typeof attention>>) =>
      items.filter((item) => item.key.includes(key))
    expect(own(await attention(owner))).toMatchObject([
      {
        key: `edition-unread ${key} 1`,
        since: '2026-03-16',
        reason: { en: '1 of 3 have read “Read me” since 2026-03-02.' },
        leadsTo: `/direction/vision?of=${key}&readers=1`,
      },
    ])
    expect(own(await attention(member))).toEqual([])
    await read(owner)
    expect(own(await attention(owner))).toEqual([])
    // A newer edition is to be read anew.
    await change(key, { text: 'More.' })
    await publish(key)
    expect(await readers(owner)).toMatchObject({ edition: 2, read: 0 })

    const people = privacyOperations(person)
    const { key: mika } = await perform(kernel, recordOperations(person).create, owner, {
      fields: { name: 'Mika Member' },
    })
    await perform(kernel, linkPerson, owner, { member: member.id, person: mika })
    const told = await perform(kernel, people.export, owner, { key: mika })
    expect(told.account?.read).toEqual([{ key, edition: 1, day: '2026-03-02' }])
    expect(told.text).toContain(`- Has read: ${key} 1 (2026-03-02)`)
    await perform(kernel, people.erase, owner, { key: mika })
    expect((await everythingIn(kernel.store)).get('reading_receipt')).not.toContain(member.id)
    expect(await perform(kernel, listVisionReaders, owner, { key, edition: 1 })).toMatchObject({
      read: 1,
      members: 2,
    })
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true })

    function as(role: Role, id: string): Actor & { readonly kind: 'user' } {
      return { kind: 'user', id, roles: [role] }
    }
    async function join(role: Role, name: string) {
      const { token } = await perform(kernel, createInvitation, owner, { role })
      const holder = await actorOfInvitation(kernel.store, token)
      if (!holder) throw new Error('There is no such invitation.')
      const email = `${name.split(' ')[0]}@example.com`
      const { id } = await perform(kernel, acceptInvitation, holder, { name, email, passwordHash: 'hash' })
      return as(role, id)
    }
  })
})
