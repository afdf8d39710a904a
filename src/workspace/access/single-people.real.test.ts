import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAttachment } from '#kernel/attachments/read-attachment.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { addLinkOperation, listLinks, removeLinkOperation } from '#kernel/links/link-operations.ts'
import { lineOfSight } from '#kernel/links/read-links.ts'
import type { Actor, Role } from '#kernel/operation/actor.ts'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import { createKernel, type Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import { readableKeys } from '#kernel/record/readable-keys.ts'
import { recordChanges } from '#kernel/record/record-changes.ts'
import { recordOperations } from '#kernel/record/record-operations.ts'
import {
  linksForSinglePeople,
  migrationsForSinglePeople,
  recordsForSinglePeople,
} from '#kernel/record/testing/for-single-people.ts'
import { searchOperation } from '#kernel/search/search-operation.ts'
import { aStore, engines } from '#kernel/store/testing/a-store.ts'
import { z } from 'zod'
import { examineWorkspace } from '../doctor/examine-workspace.ts'
import { exportWorkspace } from '../files/export-workspace.ts'
import { acceptInvitation, createInvitation } from './invitation-operations.ts'
import { createKey } from './key-operations.ts'
import { createOwner } from './owner-operations.ts'
import { linkPerson } from './person-of-member.ts'
import { actorOfInvitation, actorOfKey, actorOfUser } from './read-access.ts'

const local: Actor = { kind: 'local' }
const operationsOf = new Map(recordsForSinglePeople.map((each) => [each.type, recordOperations(each)]))
const sightOperation = defineOperation({
  name: 'test.sight',
  input: z.string(),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: async (context, key) => ({
    ...(await lineOfSight(context, key)),
    keys: [...(await readableKeys(context, ['NOTE-1', 'TALK-1', 'VIEW-1', 'NOTE-2']))],
  }),
})

/** Each hidden record, a word that only it holds, and who may see it; nobody else may. */
const hidden = [
  { type: 'note', key: 'NOTE-1', word: 'zyxnote', readers: ['mia', 'mia’s key', 'mia’s agent'] },
  { type: 'talk', key: 'TALK-1', word: 'zyxtalk', readers: ['mia', 'mia’s key', 'mia’s agent', 'max'] },
  { type: 'interview', key: 'VIEW-1', word: 'zyxview', readers: ['olga', 'lea', 'max', 'local'] },
  { type: 'note', key: 'NOTE-2', word: 'zyxlocal', readers: ['olga', 'local'] },
] as const
const names = ['olga', 'lea', 'mia', 'max', 'gus', 'mia’s key', 'mia’s agent', 'local', 'nobody'] as const

describe.each(engines)('what is for single people on %s', (engine) => {
  let kernel: Kernel
  let actors: Record<(typeof names)[number], Actor>
  let before = 0
  const files = new Map<string, string>()

  beforeAll(async () => {
    kernel = createKernel({
      store: await aStore(engine, migrationsForSinglePeople),
      records: recordsForSinglePeople,
      links: linksForSinglePeople,
      log: ({ error }) => {
        throw error
      },
    })
    await create(local, 'thing', { name: 'Known to all' })
    const early = await filled(local, 'zyxlocal')
    const account = { name: 'Olga', email: 'olga@example.com', passwordHash: 'x' }
    const owner = await perform(kernel, createOwner, local, account)
    const olga = await signedIn(owner.id)
    const users: Record<string, string> = { olga: owner.id }
    for (const [name, role] of [
      ['lea', 'leader'],
      ['mia', 'member'],
      ['max', 'member'],
      ['gus', 'guest'],
    ] as const)
      users[name] = await join(olga, role, name)
    for (const name of ['olga', 'lea', 'mia', 'max']) {
      const { key } = await create(olga, 'person', { name })
      await perform(kernel, linkPerson, olga, { member: users[name], person: key })
    }
    const as = (name: string) => signedIn(users[name] ?? '')
    const made = await perform(kernel, createKey, await as('mia'), { name: 'key', scope: 'write' })
    const mia = await as('mia')
    const key = await actorOfKey(kernel.store, kernel.clock, made.token)
    if (key?.kind !== 'api-key' || mia.kind !== 'user') throw new Error('There is no key.')
    const agent: Actor = { ...mia, kind: 'agent' }
    actors = {
      olga: await as('olga'),
      lea: await as('lea'),
      mia,
      max: await as('max'),
      gus: await as('gus'),
      'mia’s key': key,
      'mia’s agent': agent,
      local,
      nobody: { kind: 'share-link', id: 'link' },
    }
    before = await endOfChanges(actors.mia)
    // By her key: what somebody writes with a key is theirs.
    await create(key, 'note', await filled(key, 'zyxnote'))
    await create(actors.mia, 'talk', {
      ...(await filled(actors.mia, 'zyxtalk')),
      one: 'PERSON-3',
      other: 'PERSON-4',
    })
    await create(actors.lea, 'interview', { ...(await filled(actors.lea, 'zyxview')), asks: 'PERSON-4' })
    await create(local, 'note', early)
    for (const [actor, key] of [
      [actors.mia, 'NOTE-1'],
      [actors.max, 'TALK-1'],
      [actors.lea, 'VIEW-1'],
    ] as const)
      await perform(kernel, addLinkOperation, actor, { from: key, relation: 'relates', to: 'THING-1' })
  })
  afterAll(() => kernel.store.close())

  async function signedIn(id: string): Promise<Actor> {
    const actor = await actorOfUser(kernel.store, id)
    if (actor) return actor
    throw new Error('Somebody is not a member.')
  }

  async function join(owner: Actor, role: Role, name: string): Promise<string> {
    const { token } = await perform(kernel, createInvitation, owner, { role })
    const holder = await actorOfInvitation(kernel.store, token)
    if (!holder) throw new Error('There is no such invitation.')
    const account = { name, email: `${name}@example.com`, passwordHash: 'x' }
    return (await perform(kernel, acceptInvitation, holder, account)).id
  }

  function operations(type: string) {
    const found = operationsOf.get(type)
    if (found) return found
    throw new Error(`There is no type ${type}.`)
  }

  const create = (actor: Actor, type: string, fields: object) =>
    perform(kernel, operations(type).create, actor, { fields })

  /** Fields that hold a word in every way there is. */
  async function filled(actor: Actor, word: string) {
    const file = { name: `${word}.txt`, content: Buffer.from(`${word} inside`).toString('base64') }
    const uploaded = await perform(kernel, uploadAttachment, actor, file)
    files.set(word, uploaded.id)
    return { name: `${word} title`, text: `${word} text`, about: 'THING-1', documents: [uploaded] }
  }

  const endOfChanges = async (actor: Actor) =>
    (await perform(kernel, recordChanges, actor, { after: null })).seq

  /** What the actor is answered, or told why not. */
  const answer = async (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      const { code, words, hintWords, fields, details } = error
      return { code, words, hintWords, fields, details }
    })

  /** Everything that anybody can ask for, each as text; the key that a question names stands in it for none. */
  async function* everythingAskedBy(actor: Actor): AsyncGenerator<[string, string]> {
    const ask = async (
      what: string,
      work: Promise<unknown>,
      ...known: string[]
    ): Promise<[string, string]> => {
      const text = JSON.stringify(await answer(work))
      return [what, known.reduce((rest, word) => rest.replaceAll(word, '…'), text)]
    }
    for (const { type, key, word } of [...hidden, { type: 'thing', key: 'THING-1', word: 'zyxthing' }]) {
      const of = operations(type)
      yield ask(`show ${key}`, perform(kernel, of.show, actor, { key }), key)
      yield ask(`history of ${key}`, perform(kernel, of.history, actor, { key }), key)
      for (const archived of ['with', 'without', 'only'])
        yield ask(`list ${type} ${archived}`, perform(kernel, of.list, actor, { archived, title: '' }))
      const where = [{ field: 'about', is: 'equal', value: 'THING-1' }]
      if (type !== 'thing') yield ask(`list ${type} where`, perform(kernel, of.list, actor, { where }))
      yield ask(`sorted ${type}`, perform(kernel, of.list, actor, { sort: 'title', limit: 1 }))
      yield ask(`links of ${key}`, perform(kernel, listLinks, actor, { key }), key)
      yield ask(`sight of ${key}`, perform(kernel, sightOperation, actor, key), key)
      for (const q of [key, word, word.slice(0, 6), `${word.slice(0, 4)}q${word.slice(4)}`])
        yield ask(`search ${q}`, perform(kernel, searchOperation, actor, { q }), q)
      const id = files.get(word)
      if (id !== undefined) {
        yield ask(`file of ${key}`, perform(kernel, readAttachment, actor, { id }))
        const documents = [
          { id, name: 'taken.txt', size: Buffer.byteLength(`${word} inside`), type: 'text/plain' },
        ]
        const stolen = perform(kernel, operations('note').create, actor, {
          fields: { name: 'Thief', documents },
        })
        const told = await ask(`take the file of ${key}`, stolen)
        if (!told[1].includes('"code"')) yield [`${told[0]} ${word}`, word]
      }
    }
    yield ask('export', perform(kernel, exportWorkspace, actor, {}))
    yield ask('changes', perform(kernel, recordChanges, actor, { after: before }))
  }

  test.each(names)('%s sees their own and nothing of what is others’', async (name) => {
    const actor = actors[name]
    const seen = new Set<string>()
    for await (const [what, text] of everythingAskedBy(actor))
      for (const { key, word, readers } of hidden) {
        const isFound = text.includes(word) || new RegExp(`\\b${key}\\b`).test(text)
        const may = (readers as readonly string[]).includes(name)
        if (isFound && !may) expect.fail(`${name} was told of ${key} by ${what}: ${text}`)
        if (isFound) seen.add(key)
      }
    const own = hidden.filter(({ readers }) => (readers as readonly string[]).includes(name))
    expect([...seen].sort()).toEqual(own.map(({ key }) => key).sort())
  })

  test.each(names)(
    '%s can do nothing to what they may not see, and is told what is told of nothing',
    async (name) => {
      const actor = actors[name]
      for (const { type, key, readers } of hidden) {
        if ((readers as readonly string[]).includes(name)) continue
        const of = operations(type)
        const nothing = key.replace(/\d+$/, '777')
        const tries = (one: string): Promise<unknown>[] => [
          perform(kernel, of.show, actor, { key: one }),
          perform(kernel, of.history, actor, { key: one }),
          perform(kernel, of.change, actor, { key: one, version: 9, fields: { name: 'Mine' } }),
          perform(kernel, of.archive, actor, { key: one, version: 9 }),
          perform(kernel, of.restore, actor, { key: one, version: 9 }),
          perform(kernel, listLinks, actor, { key: one }),
          perform(kernel, sightOperation, actor, one),
          perform(kernel, addLinkOperation, actor, { from: one, relation: 'relates', to: 'THING-1' }),
          perform(kernel, addLinkOperation, actor, { from: 'THING-1', relation: 'serves', to: one }),
          perform(kernel, removeLinkOperation, actor, { from: one, relation: 'relates', to: 'THING-1' }),
        ]
        const answers = async (one: string) =>
          JSON.stringify(await Promise.all(tries(one).map(async (work) => answer(work)))).replaceAll(
            one,
            'KEY',
          )
        const told = await answers(key)
        expect(told).toBe(await answers(nothing))
        expect(told.match(/"code":"(not-found|forbidden)"/g)).toHaveLength(10)
      }
    },
  )

  test('an export says of which types there may be more', async () => {
    const { leftOut } = await perform(kernel, exportWorkspace, actors.olga, {})
    expect(leftOut.types).toEqual(['note', 'talk'])
    expect((await perform(kernel, exportWorkspace, actors.mia, {})).leftOut.types).toEqual([
      'note',
      'talk',
      'interview',
    ])
  })

  test('the doctor looks at what its owner may not see', async () => {
    const { checked, findings } = await perform(kernel, examineWorkspace, actors.olga, {})
    const all = await kernel.store.database.selectFrom('record').select('id').execute()
    expect({ records: checked.records, findings }).toEqual({ records: all.length, findings: [] })
  })

  test('what is written to a hidden record is news to those who may see it alone, and so at what it leads to', async () => {
    const after = await endOfChanges(actors.mia)
    const { version } = await perform(kernel, operations('note').show, actors.mia, { key: 'NOTE-1' })
    const written = { key: 'NOTE-1', version, fields: { text: 'zyxnote again' } }
    await perform(kernel, operations('note').change, actors.mia, written)
    const keysTold = async (actor: Actor) =>
      (await perform(kernel, recordChanges, actor, { after })).changes.map(({ key }) => key)
    expect(await keysTold(actors.mia)).toEqual(['NOTE-1', 'THING-1'])
    for (const name of ['olga', 'lea', 'max', 'local'] as const)
      expect(await keysTold(actors[name])).toEqual([])
  })

  test('of a hidden record that a field refers to only the key is there, which leaves with no export', async () => {
    const { key } = await create(actors.lea, 'note', { name: 'zyxbasis' })
    const made = await create(actors.lea, 'interview', { name: 'Second', asks: 'PERSON-4', basis: key })
    const title = async (actor: Actor) =>
      (await perform(kernel, operations('interview').show, actor, { key: made.key })).references[key]?.title
    expect([await title(actors.lea), await title(actors.max)]).toEqual(['zyxbasis', ''])
    const taken = async (actor: Actor) => JSON.stringify(await perform(kernel, exportWorkspace, actor, {}))
    expect(await taken(actors.lea)).toContain(`basis: ${key}`)
    const byMax = await taken(actors.max)
    expect([byMax.includes('basis: '), byMax.includes(`${made.key} basis`)]).toEqual([false, true])
    const where = [{ field: 'basis', is: 'equal', value: key }]
    const asked = perform(kernel, operations('interview').list, actors.max, { where })
    await expect(asked).rejects.toThrow(`there is no note ${key}`)
  })

  test('nobody writes what they would not see, and a pair stays the two people that it was', async () => {
    const alone = create(actors.lea, 'talk', { name: 'Of others', one: 'PERSON-3', other: 'PERSON-4' })
    await expect(alone).rejects.toThrow('You would not see this talk yourself')
    const version = 1
    const other = { key: 'TALK-1', version, fields: { other: 'PERSON-2' } }
    await expect(perform(kernel, operations('talk').change, actors.mia, other)).rejects.toThrow(
      'stays as it is',
    )
    const changed = { key: 'TALK-1', version, fields: { text: 'zyxtalk more' } }
    expect(await perform(kernel, operations('talk').change, actors.max, changed)).toMatchObject({
      version: 2,
    })
  })

  test('whose record somebody no longer is sees nothing of it any more', async () => {
    const max = actors.max.kind === 'user' ? actors.max.id : ''
    await perform(kernel, linkPerson, actors.olga, { member: max, person: null })
    const show = perform(kernel, operations('talk').show, await signedIn(max), { key: 'TALK-1' })
    await expect(show).rejects.toThrow('There is no record TALK-1')
  })
})
