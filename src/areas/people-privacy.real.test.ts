import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createKernel,
  perform,
  recordOperations,
  addLinkOperation,
  startJobs,
  verifyChain,
  type Actor,
  type Kernel,
  type Store,
} from '#kernel'
import {
  examineWorkspace,
  forgetDue,
  forgetPersonalJob,
  listDue,
  listErasures,
  privacyOperations,
  repeatErasures,
} from '#workspace'
import { aStore, engines } from '#kernel/store/testing/a-store.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import { allMigrations } from './migrations.ts'
import { linkRules, records } from './records.ts'
import { goal } from './strategy/goal.record.ts'
import { person } from './team/person.record.ts'

const owner: Actor = { kind: 'user', id: 'u1', roles: ['owner'] }
const people = recordOperations(person)
const goals = recordOperations(goal)
const { erase, export: giveOut } = privacyOperations(person)

// Words that nothing else in a database can hold by chance.
const secrets = ['Zyxwia', 'zyxwia@quorl.example', 'Quorlmeisterin', 'zyxgit']
const values = {
  name: 'Zyxwia Quorl',
  email: 'zyxwia@quorl.example',
  role: 'Quorlmeisterin',
  zone: 'Pacific/Chatham',
  start: '2024-01-01',
  identities: [{ source: 'git', identity: 'zyxgit' }],
}

describe.each(engines)('what is stored about a person on %s', (engine) => {
  let store: Store
  let kernel: Kernel
  let now = new Date('2026-03-01T10:00:00Z')
  beforeAll(async () => {
    store = await aStore(engine, allMigrations)
    kernel = aKernel(store)
  })
  afterAll(() => store.close())

  function aKernel(over: Store): Kernel {
    return createKernel({
      store: over,
      records,
      links: linkRules,
      clock: () => now,
      log: ({ error }) => {
        throw error
      },
    })
  }

  async function add(fields: Record<string, unknown>) {
    return perform(kernel, people.create, owner, { fields })
  }

  async function tablesHolding(words: readonly string[], over = store): Promise<string[]> {
    const everything = await everythingIn(over)
    expect(everything.get('record_version')?.length).toBeGreaterThan(100)
    return [...everything].flatMap(([table, text]) =>
      words.some((word) => text.includes(word)) ? [table] : [],
    )
  }

  test('an erased person is in no table any more, and what refers to them holds', async () => {
    const made = await add(values)
    const { key } = made
    await perform(kernel, people.change, owner, { key, version: 1, fields: { role: 'Quorlmeisterin II' } })
    const report = await add({ name: 'Mbrqo Tesk', manager: key })
    const aim = await perform(kernel, goals.create, owner, { fields: { title: 'Ship it', owner: key } })
    await perform(kernel, addLinkOperation, owner, { from: key, relation: 'relates', to: aim.key })
    const before = await verifyChain(store.database, store.workspaceId)
    expect(await tablesHolding(secrets)).toEqual(
      expect.arrayContaining(['audit', 'person', 'record', 'record_version']),
    )

    expect(await perform(kernel, erase, owner, { key })).toEqual({ key, mentions: [] })

    expect(await tablesHolding(secrets)).toEqual([])
    const shell = await perform(kernel, people.show, owner, { key })
    expect(shell).toMatchObject({ key, title: 'Erased · gelöscht', version: 3 })
    expect(Object.values(shell.fields).filter((value) => value !== null)).toEqual(['Erased · gelöscht'])
    expect(shell.archivedAt).not.toBeNull()
    const { versions } = await perform(kernel, people.history, owner, { key })
    expect(versions.map(({ operation }) => operation)).toEqual([
      'person.erase',
      'person.change',
      'person.create',
    ])
    expect(versions.flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual([
      'Erased · gelöscht',
    ])
    expect((await perform(kernel, people.show, owner, { key: report.key })).references[key]).toEqual({
      type: 'person',
      title: 'Erased · gelöscht',
      archived: true,
    })
    expect((await perform(kernel, goals.show, owner, { key: aim.key })).fields['owner']).toBe(key)

    const after = await verifyChain(store.database, store.workspaceId, before.holds ? before.head : undefined)
    expect(after).toMatchObject({ holds: true, erased: 3 })
    const last = await store.database
      .selectFrom('audit')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(last).toMatchObject({
      operation: 'person.erase',
      actor_id: 'u1',
      payload: { key, surface: 'system' },
    })
  })

  test('a shell takes no new values, and its number is not given again', async () => {
    const { key } = await add(values)
    await perform(kernel, erase, owner, { key })
    await expect(
      perform(kernel, people.change, owner, { key, version: 2, fields: { name: 'Zyxwia' } }),
    ).rejects.toMatchObject({ code: 'conflict', message: `${key} was erased and stays empty.` })
    await expect(perform(kernel, people.restore, owner, { key, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await add({ name: 'Next' })).key).toBe(`PERSON-${Number(key.slice(7)) + 1}`)
  })

  test('erasing twice changes nothing the second time', async () => {
    const { key } = await add(values)
    await perform(kernel, erase, owner, { key })
    const once = await perform(kernel, people.show, owner, { key })
    expect(await perform(kernel, erase, owner, { key })).toEqual({ key, mentions: [] })
    expect(await perform(kernel, people.show, owner, { key })).toEqual(once)
  })

  test('texts of others that hold the name are named, because only they can correct them', async () => {
    const { key } = await add(values)
    const aim = await perform(kernel, goals.create, owner, {
      fields: { title: 'With “Zyxwia Quorl” in it' },
    })
    expect((await perform(kernel, erase, owner, { key })).mentions).toEqual([aim.key])
    await perform(kernel, goals.change, owner, { key: aim.key, version: 1, fields: { title: 'Ship' } })
  })

  test.each<[string, Actor]>([
    ['a leader', { kind: 'user', id: 'u2', roles: ['leader'] }],
    ['a key of an owner', { kind: 'api-key', id: 'k1', roles: ['owner'] }],
    ['an agent of an owner', { kind: 'agent', id: 'a1', roles: ['owner'] }],
  ])('%s may not erase anybody', async (_, actor) => {
    const { key } = await add({ name: 'Stays' })
    await expect(perform(kernel, erase, actor, { key })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await perform(kernel, people.show, owner, { key })).title).toBe('Stays')
  })

  test('what is no person is not erased, and one that is not there is refused', async () => {
    const aim = await perform(kernel, goals.create, owner, { fields: { title: 'Not a person' } })
    for (const key of [aim.key, 'PERSON-9999', 'nobody'])
      await expect(perform(kernel, erase, owner, { key })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('everything about a person is given out, as data and as a page in either language', async () => {
    const { key } = await add({ ...values, name: 'Zyxwia *Quorl*' })
    await perform(kernel, people.change, owner, { key, version: 1, fields: { role: 'Former' } })
    const aim = await perform(kernel, goals.create, owner, { fields: { title: 'Ship', owner: key } })
    const told = await perform(kernel, giveOut, owner, { key, language: 'de' })
    expect(told).toMatchObject({
      key,
      erased: false,
      record: { fields: { email: values.email, role: 'Former' } },
      versions: [{ fields: { role: values.role } }, { fields: { role: 'Former' } }],
      links: [{ key: aim.key, relation: 'field:owner', direction: 'in' }],
      audit: [{ operation: 'person.create' }, { operation: 'person.change' }],
      account: null,
    })
    for (const secret of [values.email, values.role, values.zone, 'zyxgit', String.raw`Zyxwia \*Quorl\*`])
      expect(told.text).toContain(secret)
    expect(told.text).toContain(`# Was über ${key} gespeichert ist`)
    const english = await perform(kernel, giveOut, owner, { key })
    expect(english.text).toContain('## Versions')
    await perform(kernel, erase, owner, { key })
    const after = JSON.stringify(await perform(kernel, giveOut, owner, { key }))
    expect(secrets.filter((secret) => after.includes(secret))).toEqual([])
  })

  test('personal fields go when their time is over, counted from archiving or from the last day', async () => {
    now = new Date('2026-03-01T10:00:00Z')
    const archived = await add(values)
    await perform(kernel, people.archive, owner, { key: archived.key, version: 1 })
    const left = await add({ ...values, end: '2026-03-01' })
    const stays = await add({ ...values, name: 'Stays' })
    const due = async () => (await perform(kernel, listDue, owner, {})).due

    now = new Date('2026-05-30T09:59:59Z')
    expect(await due()).toEqual([])
    now = new Date('2026-05-30T10:00:00Z')
    expect(await due()).toEqual([archived.key])
    now = new Date('2026-05-31T00:00:00Z')
    expect(await due()).toEqual([archived.key, left.key])

    const jobs = startJobs(kernel, [forgetPersonalJob])
    try {
      const context = {
        kernel,
        actor: { kind: 'system', job: 'privacy-forget' },
        id: 'j',
        attempt: 1,
      } as const
      await forgetPersonalJob.run({ ...context, signal: new AbortController().signal }, {})
      expect(await due()).toEqual([])
      const shown = await perform(kernel, people.show, owner, { key: left.key })
      expect(shown).toMatchObject({ version: 2, title: values.name, fields: { role: values.role } })
      expect(shown.fields).toMatchObject({ email: null, identities: null })
      const told = JSON.stringify(await perform(kernel, giveOut, owner, { key: left.key }))
      expect(told).not.toContain(values.email)
      expect(told).not.toContain('zyxgit')
      const rows = await store.database
        .selectFrom('audit')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(2)
        .execute()
      expect(rows.map(({ operation, actor_kind: kind, payload }) => [operation, kind, payload])).toEqual([
        [
          'privacy.forget',
          'system',
          { key: left.key, forgotten: ['email', 'identities'], ...whatIsLeft(left.key) },
        ],
        [
          'privacy.forget',
          'system',
          { key: archived.key, forgotten: ['email', 'identities'], ...whatIsLeft(archived.key) },
        ],
      ])

      // Once more finds nothing to do.
      await forgetPersonalJob.run({ ...context, signal: new AbortController().signal }, {})
      expect((await perform(kernel, people.show, owner, { key: left.key })).version).toBe(2)

      now = new Date('2028-03-01T00:00:00Z')
      await forgetPersonalJob.run({ ...context, signal: new AbortController().signal }, {})
      expect(await perform(kernel, people.show, owner, { key: archived.key })).toMatchObject({
        title: 'Erased · gelöscht',
        fields: { role: null, start: null },
      })
      expect((await perform(kernel, people.show, owner, { key: stays.key })).fields).toMatchObject({
        email: values.email,
        role: values.role,
      })
    } finally {
      await jobs.stop()
      now = new Date('2026-03-01T10:00:00Z')
    }
    expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
  })

  function whatIsLeft(key: string) {
    return {
      records: { [key]: { versions: expect.any(Number), hash: expect.any(String) } },
      linksLeft: { [key]: [] },
    }
  }

  test('forgetting by hand forgets nothing before its time', async () => {
    const { key } = await add({ ...values, end: '2026-02-28' })
    expect(await perform(kernel, forgetDue, owner, { key })).toEqual({ key, forgotten: [] })
  })

  test('what was erased since an older state is erased again after that state came back', async () => {
    const { erasures } = await perform(kernel, listErasures, owner, {})
    expect(erasures.length).toBeGreaterThan(2)
    const restored = await aStore(engine, allMigrations)
    try {
      const older = aKernel(restored)
      for (let count = 0; count < 3; count++) await perform(older, people.create, owner, { fields: values })
      const made = await restored.database.selectFrom('record').select('id').orderBy('number').execute()
      const again = [
        { record: made[0]?.id, type: 'person', number: 1 },
        // Whatever number it had: by now that may be somebody else's.
        { record: made[2]?.id, type: 'person', number: 2 },
        { record: randomUUID(), type: 'person', number: 77 },
      ]
      const restore = () =>
        perform(older, repeatErasures, { kind: 'system', job: 'restore' }, { erasures: again })
      expect(await restore()).toEqual({ repeated: again.map(({ record }) => record) })
      expect(await restore()).toEqual({ repeated: [] })
      const { records: found } = await perform(older, people.list, owner, { archived: 'with', sort: 'key' })
      expect(found.map(({ title }) => title)).toEqual(['Erased · gelöscht', values.name, 'Erased · gelöscht'])
    } finally {
      await restored.close()
    }
  })
})
