import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createKernel, type Kernel } from '../operation/kernel.ts'
import type { Actor } from '../operation/actor.ts'
import { perform } from '../operation/perform.ts'
import type { Attachment } from '../record/fields/attachments.ts'
import { recordOperations } from '../record/record-operations.ts'
import { secret, thing, thingLinks, thingMigrations } from '../record/testing/a-thing.ts'
import { searchOperation } from '../search/search-operation.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { aStore, engines } from '../store/testing/a-store.ts'
import { readAttachment } from './read-attachment.ts'
import { removeUnnamedAttachments, removeUnnamedJob } from './remove-unnamed-job.ts'
import { aPicture, anOfficeFile } from './testing/a-file.ts'
import { uploadAttachment } from './upload-attachment.ts'

const user = (id: string, role: 'owner' | 'leader' | 'member' | 'guest'): Actor => ({
  kind: 'user',
  id,
  roles: [role],
})
const [owner, leader, member] = [user('o', 'owner'), user('l', 'leader'), user('m', 'member')]
/** What only leaders may see, with files. */
const plan = { ...secret, fields: { ...secret.fields, documents: thing.fields.documents } }
const things = recordOperations(thing)
const plans = recordOperations(plan)

describe.each(engines)('files beside records on %s', (engine) => {
  let kernel: Kernel
  let now = new Date('2026-03-01T10:00:00Z')
  beforeAll(async () => {
    const store = await aStore(engine, {
      ...thingMigrations,
      '0901-plans': {
        up: async (database) =>
          void (await sql`alter table secret_plan add documents jsonb`.execute(database)),
      },
    })
    kernel = createKernel({
      store,
      records: [thing, plan],
      links: thingLinks,
      clock: () => now,
      log: ({ error }) => {
        throw error
      },
    })
  })
  afterAll(() => kernel.store.close())
  beforeEach(async () => {
    now = new Date('2026-03-01T10:00:00Z')
    await kernel.store.run('truncate record, record_number, thing, secret_plan, attachment cascade')
  })

  const upload = (name: string, bytes: Buffer | string, actor = owner): Promise<Attachment> =>
    perform(kernel, uploadAttachment, actor, { name, content: Buffer.from(bytes).toString('base64') })
  const read = (id: string, actor = owner, name?: string) =>
    perform(kernel, readAttachment, actor, { id, name })
  const create = (documents: readonly Attachment[], actor = owner) =>
    perform(kernel, things.create, actor, { fields: { name: 'One', documents } })
  const left = async () =>
    (
      await sql<{ id: string }>`select id from attachment order by id`.execute(kernel.store.database)
    ).rows.map(({ id }) => id)

  test('are uploaded, named in a record and given out byte for byte to whoever may read it', async () => {
    const bytes = Buffer.concat([aPicture, Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 256))])
    const file = await upload('Über uns.png', bytes, leader)
    expect(file).toEqual({
      id: createHash('sha256').update(bytes).digest('hex'),
      name: 'Über uns.png',
      size: bytes.length,
      type: 'image/png',
    })
    await expect(read(file.id, member)).rejects.toMatchObject({ code: 'not-found' })
    const made = await create([file], leader)
    expect(made.fields['documents']).toEqual([file])
    const given = await read(file.id, member)
    expect(Buffer.from(given.content, 'base64').equals(bytes)).toBe(true)
    expect(given).toMatchObject(file)
    await expect(read(file.id, user('g', 'guest'))).rejects.toMatchObject({ code: 'forbidden' })
    const { hits } = await perform(kernel, searchOperation, member, { q: 'über uns', types: [] })
    expect(hits.map(({ key }) => key)).toEqual([made.key])
  })

  test('stay for as long as a version names them, so that taking one away can be undone', async () => {
    const file = await upload('plan.md', '# Plan')
    const { key } = await create([file])
    await perform(kernel, things.change, owner, { key, version: 1, fields: { documents: null } })
    now = new Date('2026-03-05T10:00:00Z')
    await perform(kernel, removeUnnamedAttachments, owner, {})
    expect((await read(file.id, member)).name).toBe('plan.md')
    const back = await perform(kernel, things.change, owner, {
      key,
      version: 2,
      fields: { documents: [file] },
    })
    expect(back.fields['documents']).toEqual([file])
    const { versions } = await perform(kernel, things.history, owner, { key, language: 'de' })
    expect(versions[1]?.changes).toEqual([{ field: 'documents', before: 'plan.md (6 B)', after: null }])
  })

  test('a record that changes nothing about its files writes nothing', async () => {
    const file = await upload('plan.md', '# Plan')
    const { key } = await create([file])
    const same = await perform(kernel, things.change, owner, {
      key,
      version: 1,
      fields: { documents: [file] },
    })
    expect(same.version).toBe(1)
  })

  test('of what only leaders may see nobody else gets a file, nor by naming its hash', async () => {
    const file = await upload('secret.txt', 'secret', leader)
    await perform(kernel, plans.create, leader, { fields: { name: 'Plan', documents: [file] } })
    await expect(read(file.id, member)).rejects.toMatchObject({ code: 'not-found' })
    const writer = { ...thing, writers: ['member'] } as const
    await expect(
      perform(kernel, recordOperations(writer).create, member, {
        fields: { name: 'One', documents: [file] },
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('“secret.txt” is not there'),
    })
    // Whoever has the file itself may attach it elsewhere, and is told nothing of where else it is.
    const own = await upload('mine.txt', 'secret', owner)
    expect(own).toMatchObject({ id: file.id, name: 'mine.txt' })
    await create([own])
    expect((await read(file.id, member)).name).toBe('mine.txt')
    await expect(read(file.id, member, 'secret.txt')).rejects.toMatchObject({ code: 'not-found' })
    expect((await read(file.id, leader, 'secret.txt')).name).toBe('secret.txt')
  })

  test('a value that says something else than what was uploaded is refused', async () => {
    const file = await upload('a.png', aPicture)
    for (const wrong of [
      { ...file, id: 'f'.repeat(64) },
      { ...file, size: file.size + 1 },
      { ...file, name: 'a.pdf', type: 'application/pdf' },
    ])
      await expect(create([wrong])).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'documents' }],
      })
    expect((await create([{ ...file, name: 'renamed.PNG' }])).version).toBe(1)
  })

  test('what no record names within a day goes, and what one names stays', async () => {
    const [named, waiting] = [await upload('a.txt', 'a'), await upload('b.txt', 'b')]
    await create([named])
    const jobs = startJobs(kernel, [removeUnnamedJob])
    const run = () =>
      removeUnnamedJob.run(
        {
          kernel,
          actor: { kind: 'system', job: 'x' },
          id: 'j',
          attempt: 1,
          signal: new AbortController().signal,
        },
        {},
      )
    try {
      now = new Date('2026-03-02T09:59:00Z')
      await run()
      expect((await left()).length).toBe(2)
      now = new Date('2026-03-02T10:00:01Z')
      await run()
      expect(await left()).toEqual([named.id])
    } finally {
      await jobs.stop()
    }
    await expect(create([waiting])).rejects.toMatchObject({ code: 'invalid' })
  })

  test('neither name nor content of a file is in the audit of its upload', async () => {
    await upload('Kündigung Meier.txt', 'gone')
    const { rows } = await sql<{ text: string }>`select payload::text as text from audit
      where operation = 'attachment.upload' order by seq desc limit 1`.execute(kernel.store.database)
    expect(JSON.parse(rows[0]?.text ?? '')).toEqual({ size: 4, type: 'text/plain', surface: 'system' })
  })

  test('more than a hundred megabytes of one person do not wait', async () => {
    await sql`insert into attachment (workspace_id, id, type, size, bytes)
      values (${kernel.store.workspaceId}, 'x', 'text/plain', ${100 * 2 ** 20 - 2}, '\\x00')`.execute(
      kernel.store.database,
    )
    await sql`insert into attachment_upload values (${kernel.store.workspaceId}, 'x', 'o', 'x.txt', now())`.execute(
      kernel.store.database,
    )
    await expect(upload('b.txt', 'abc')).rejects.toMatchObject({ code: 'too-much' })
    await expect(upload('b.txt', 'ab')).resolves.toMatchObject({ size: 2 })
    await sql`update attachment set size = ${500 * 2 ** 20 - 3} where id = 'x'`.execute(kernel.store.database)
    await expect(upload('c.txt', 'cd', leader)).rejects.toMatchObject({
      message: 'This workspace keeps 500 MiB of files, and there is no more room.',
    })
  })

  test.each<[string, string, Buffer | string, string]>([
    [
      'a page called a picture',
      'cat.png',
      '<!doctype html><script>alert(1)</script>',
      'is not what its name says',
    ],
    ['a page', 'cat.html', '<p>', 'are not kept here'],
    ['a drawing with scripts', 'cat.svg', '<svg onload="alert(1)"/>', 'are not kept here'],
    ['a program', 'run.exe', 'MZ\x90\x00', 'are not kept here'],
    ['a text with zeros', 'a.txt', 'a\x00b', 'is not what its name says'],
    ['a text that is no UTF-8', 'a.csv', Buffer.from([0x41, 0xe4]), 'is not what its name says'],
    ['a picture called a text', 'a.txt', aPicture, 'is not what its name says'],
    ['a packed folder called a document', 'a.docx', 'PK\x03\x04 nothing of it', 'is not what its name says'],
    [
      'a document with macros',
      'a.docx',
      anOfficeFile('word/document.xml', 'word/vbaProject.bin'),
      'is not what',
    ],
    ['a table called a document', 'a.docx', anOfficeFile('xl/workbook.xml'), 'is not what its name says'],
    ['nothing', 'a.txt', '', 'is empty'],
    ['too much', 'a.txt', Buffer.alloc(10 * 2 ** 20 + 1, 'a'), 'is larger than 10 MiB'],
    ['no name', '..', 'a', 'are not kept here'],
  ])('%s is refused, and nothing is kept', async (_what, name, bytes, told) => {
    await expect(upload(name, bytes)).rejects.toMatchObject({ message: expect.stringContaining(told) })
    expect(await left()).toEqual([])
  })

  test.each<[string, Buffer | string, string]>([
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a.gif', 'GIF89a', 'image/gif'],
    ['a.webp', 'RIFF\x00\x00\x00\x00WEBP', 'image/webp'],
    ['a.PDF', '%PDF-1.7', 'application/pdf'],
    ['a.csv', 'a;b\r\nä;ö\r\n', 'text/csv'],
    [
      'a.docx',
      anOfficeFile('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a.xlsx',
      anOfficeFile('xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'a.odt',
      `PK\x03\x04${'\x00'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`,
      'application/vnd.oasis.opendocument.text',
    ],
  ])('%s is kept as what it is', async (name, bytes, type) => {
    expect(
      await upload(
        name,
        typeof bytes === 'string' && name !== 'a.csv' ? Buffer.from(bytes, 'latin1') : bytes,
      ),
    ).toMatchObject({ type })
  })

  test('content that is no base64 is refused', async () => {
    for (const content of ['a', 'YQ', 'YQ==\n', 'äääa'])
      await expect(
        perform(kernel, uploadAttachment, owner, { name: 'a.txt', content }),
      ).rejects.toMatchObject({
        message: 'The content is not base64.',
      })
  })

  test('whoever may write no record that takes files uploads none', async () => {
    await expect(upload('a.txt', 'a', member)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
