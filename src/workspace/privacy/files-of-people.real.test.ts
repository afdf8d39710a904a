import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAttachment } from '#kernel/attachments/read-attachment.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { createKernel, type Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { recordOperations } from '#kernel/record/record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from '#kernel/record/testing/a-thing.ts'
import { aStore, engines } from '#kernel/store/testing/a-store.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import { privacyOperations } from './privacy-operations.ts'

const personal = { purpose: { en: 'To know who.', de: 'Um zu wissen, wer.' }, deleteAfterDays: 30 }
/** A type that is about people and takes files. */
const human = {
  ...thing,
  fields: {
    ...thing.fields,
    name: { ...thing.fields.name, personal },
    documents: { ...thing.fields.documents, personal },
  },
} as const
const owner: Actor = { kind: 'user', id: 'o', roles: ['owner'] }
const people = recordOperations(human)
const { erase, export: giveOut } = privacyOperations(human)

describe.each(engines)('the files of a person on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    const store = await aStore(engine, thingMigrations)
    kernel = createKernel({
      store,
      records: [human, secret],
      links: thingLinks,
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())

  const upload = (name: string, text: string) =>
    perform(kernel, uploadAttachment, owner, { name, content: Buffer.from(text).toString('base64') })
  const read = (id: string) => perform(kernel, readAttachment, owner, { id })

  test('are given out and erased with the person, also those of earlier versions; what others name stays', async () => {
    const [earlier, own, shared] = [
      await upload('Zyxwia-früher.txt', 'quorl earlier'),
      await upload('Zyxwia.txt', 'quorl now'),
      await upload('Zyxwia-shared.txt', 'shared'),
    ]
    const { key } = await perform(kernel, people.create, owner, {
      fields: { name: 'Zyxwia Quorl', documents: [earlier] },
    })
    await perform(kernel, people.change, owner, { key, version: 1, fields: { documents: [own, shared] } })
    await perform(kernel, people.create, owner, {
      fields: { name: 'Other', documents: [{ ...shared, name: 'ours.txt' }] },
    })
    const told = await perform(kernel, giveOut, owner, { key, language: 'de' })
    expect(told.files.map(({ name, content }) => [name, Buffer.from(content, 'base64').toString()])).toEqual([
      ['Zyxwia-früher.txt', 'quorl earlier'],
      ['Zyxwia.txt', 'quorl now'],
      ['Zyxwia-shared.txt', 'shared'],
    ])
    expect(told.text).toContain(`- Zyxwia.txt, 9 B, SHA-256 ${own.id}`)

    await perform(kernel, erase, owner, { key })

    for (const { id } of [earlier, own]) await expect(read(id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await read(shared.id)).name).toBe('ours.txt')
    const everything = await everythingIn(kernel.store)
    for (const word of ['Zyxwia', own.id, earlier.id, Buffer.from('quorl').toString('hex')])
      expect([...everything].flatMap(([table, text]) => (text.includes(word) ? [table] : []))).toEqual([])
    const { rows } = await sql`select id from attachment`.execute(kernel.store.database)
    expect(rows).toEqual([{ id: shared.id }])
    expect((await perform(kernel, giveOut, owner, { key })).files).toEqual([])
  })
})
