import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditedVersions } from '../files/audited-versions.ts'
import { exportWorkspace, type Export } from '../files/export-workspace.ts'
import { importWorkspace } from '../files/import-workspace.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { addLinkOperation, removeLinkOperation } from '#kernel/links/link-operations.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { aThingKernel, things } from '../files/testing/a-thing-kernel.ts'
import { genesisHash } from '#kernel/audit/chain.ts'
import { thing } from '#kernel/record/testing/a-thing.ts'
import { privacyOperations } from '../privacy/privacy-operations.ts'
import { repeatErasures } from '../privacy/repeat-erasures.ts'
import { examineWorkspace } from './examine-workspace.ts'

const owner: Actor = { kind: 'local' }

/** The import as a version wrote it to the audit that kept no links and hashed without salt. */
const olderImport = defineOperation({
  ...importWorkspace,
  async run(context, input) {
    const imported = await importWorkspace.run(context, input)
    const rows = await context.transaction.selectFrom('record').select(['id', 'number']).execute()
    const records = rows.map(({ id, number }) => ({ id, key: `THING-${number}` }))
    context.audit({
      payload: { links: imported.links, attachments: 1, records: await auditedVersions(context, records) },
    })
    return imported
  },
})

const tables = 'record, record_number, record_version, link, thing, secret_plan, audit, attachment, erasure'

describe('the doctor', () => {
  let kernel: Kernel
  let files: Export

  beforeAll(async () => {
    kernel = await aThingKernel()
    await fill()
    files = await perform(kernel, exportWorkspace, owner, {})
  })
  beforeEach(async () => {
    await empty()
    await fill()
  })
  afterAll(async () => kernel.store.close())

  const run = (statement: string) => kernel.store.run(statement)
  const examined = (since?: string) => perform(kernel, examineWorkspace, owner, { since })

  async function empty() {
    await run(`truncate ${tables} cascade`)
    await run(`update audit_head set seq = 0, hash = '${genesisHash(kernel.store.workspaceId)}'`)
  }

  async function fill() {
    const content = Buffer.from('a').toString('base64')
    const documents = [await perform(kernel, uploadAttachment, owner, { name: 'a.txt', content })]
    for (const name of ['One', 'Two'])
      await perform(kernel, things.create, owner, { fields: { name, ...(name === 'One' && { documents }) } })
    await perform(kernel, things.create, owner, { fields: { name: 'Three', parent: 'THING-1', size: 4 } })
    await perform(kernel, things.change, owner, { key: 'THING-3', version: 1, fields: { text: 'more' } })
    await perform(kernel, things.archive, owner, { key: 'THING-2', version: 1 })
    await perform(kernel, addLinkOperation, owner, { from: 'THING-3', relation: 'serves', to: 'THING-2' })
  }

  const bring = () =>
    perform(kernel, importWorkspace, owner, { files: files.files, attachments: files.attachments })

  const withoutForeignKeys = (statement: string) =>
    `set session_replication_role = replica; ${statement}; set session_replication_role = default`
  const three = `(select id from record where number = 3)`

  test('finds nothing where operations alone were at work', async () => {
    expect(await examined()).toMatchObject({
      holds: true,
      found: 0,
      checked: { records: 3, links: 2, files: 1 },
    })
  })

  test.each([
    [
      'the content of a file',
      `update attachment set bytes = 'b'`,
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      'Its content is not the one that was uploaded.',
    ],
    ['a file that is gone', 'truncate attachment cascade', 'THING-1', 'The file “a.txt” is missing.'],
    [
      'a value of a record',
      `update thing set size = 5 where id = ${three}`,
      'THING-3',
      'something else than its latest version: size',
    ],
    [
      'only the white space of a value',
      `update thing set text = 'more ' where id = ${three}`,
      'THING-3',
      'latest version: text',
    ],
    [
      'the title alone',
      `update record set title = 'Four' where number = 3`,
      'THING-3',
      'Its title is not the one',
    ],
    [
      'a record put away unseen',
      `update record set archived_at = now() where number = 3`,
      'THING-3',
      'When and by whom',
    ],
    [
      'who made a record',
      `update record set created_by = 'eve' where number = 3`,
      'THING-3',
      'When and by whom',
    ],
    [
      'the version a record stands at',
      `update record set version = 1 where number = 3`,
      'THING-3',
      'stands at version 1',
    ],
    [
      'an old version',
      `update record_version set fields = fields || '{"size": 9}' where record_id = ${three} and version = 1`,
      'THING-3',
      'Version 1 is not what the audit knows',
    ],
    [
      'who wrote a version',
      `update record_version set actor_id = 'eve' where record_id = ${three} and version = 1`,
      'THING-3',
      'Version 1 is not what the audit knows',
    ],
    [
      'a record together with its version',
      `update thing set size = 9 where id = ${three}; update record_version set fields = fields || '{"size": 9}' where record_id = ${three}`,
      'THING-3',
      'Version 2 is not what the audit knows',
    ],
    [
      'a version that is gone',
      `delete from record_version where record_id = ${three} and version = 1`,
      'THING-3',
      'Version 1 is missing',
    ],
    [
      'a history that is gone',
      `delete from record_version where record_id = ${three}`,
      'THING-3',
      'no history',
    ],
    [
      'a version that nobody wrote',
      `insert into record_version select workspace_id, record_id, 3, at, actor_kind, actor_id, surface, operation, archived, fields from record_version where record_id = ${three} and version = 2; update record set version = 3 where number = 3`,
      'THING-3',
      'knows nothing of version 3',
    ],
    ['fields that are gone', `delete from thing where id = ${three}`, 'THING-3', 'Its fields are missing'],
    [
      'fields without a record',
      withoutForeignKeys(
        "insert into thing (workspace_id, id, name, state) select id, gen_random_uuid(), 'x', 'idea' from workspace",
      ),
      '',
      'without a record',
    ],
    ['a record that is gone', `delete from record where number = 3`, 'THING-3', 'The record is gone'],
    [
      'a link without an end',
      withoutForeignKeys(`update link set to_id = gen_random_uuid() where relation = 'serves'`),
      'THING-3',
      'has an end that is not there',
    ],
    [
      'a link of a field that is gone',
      `delete from link where relation = 'field:parent'`,
      'THING-3',
      'The link THING-3 field:parent THING-1 is missing',
    ],
    [
      'a link of a field that says nothing',
      `insert into link select workspace_id, to_id, relation, from_id, created_at, created_by from link where relation = 'field:parent'`,
      'THING-1',
      'is nothing that could have been made',
    ],
    [
      'a relation that does not exist',
      `update link set relation = 'loves' where relation = 'serves'`,
      'THING-3',
      'is nothing that could have been made',
    ],
    [
      'a link that nobody made',
      `insert into link select workspace_id, to_id, relation, from_id, created_at, created_by from link where relation = 'serves'`,
      'THING-2',
      'The audit knows nothing of the link THING-2 serves THING-3',
    ],
    [
      'a link that nobody took away',
      `delete from link where relation = 'serves'`,
      'THING-3',
      'The link THING-3 serves THING-2 is missing',
    ],
    ['the last number', `update record_number set last = 2`, 'THING-3', 'would be given again'],
    [
      'a number that stands twice',
      `alter table record drop constraint if exists record_workspace_id_type_number_key; update record set number = 1 where number = 2`,
      'THING-1',
      'given twice',
    ],
  ])('finds %s', async (_what, statement, key, told) => {
    await run(statement)
    const { holds, findings, found, chain } = await examined()
    expect({ holds, chain: chain.holds }).toEqual({ holds: false, chain: true })
    expect(found).toBe(findings.length)
    const finding = findings.find(({ message }) => message.en.includes(told))
    expect(finding, JSON.stringify(findings)).toBeDefined()
    if (key !== '') expect(finding?.key).toBe(key)
  })

  test('finds a number that was given again after its record and the last number were taken away', async () => {
    await run(`delete from record where number = 3; update record_number set last = 2`)
    await perform(kernel, things.create, owner, { fields: { name: 'Other' } })
    const { findings } = await examined()
    expect(findings.map(({ about, key }) => [about, key])).toContainEqual(['number', 'THING-3'])
  })

  test('names the first broken row of the audit', async () => {
    await run(`update audit set actor_id = 'eve' where seq in (3, 5)`)
    expect(await examined()).toMatchObject({
      holds: false,
      chain: { holds: false, seq: 3, reason: 'the row was altered' },
    })
  })

  test('finds a chain that was built anew or cut since a head that was handed out', async () => {
    const { head } = await perform(kernel, exportWorkspace, owner, {})
    const since = `${head.seq}:${head.hash}`
    expect(await examined(since)).toMatchObject({ holds: true })
    await perform(kernel, things.create, owner, { fields: { name: 'Later' } })
    expect(await examined(since)).toMatchObject({ holds: true })
    await empty()
    await fill()
    expect(await examined()).toMatchObject({ holds: true })
    expect(await examined(since)).toMatchObject({ chain: { holds: false, seq: head.seq } })
    await empty()
    await perform(kernel, things.create, owner, { fields: { name: 'Alone' } })
    expect(await examined(since)).toMatchObject({ chain: { holds: false, seq: 2 } })
    expect(await examined(`0:${'0'.repeat(64)}`)).toMatchObject({ chain: { holds: false, seq: 0 } })
    await expect(examined('nonsense')).rejects.toMatchObject({
      code: 'invalid',
      words: { de: expect.stringContaining('muss ein Kopf sein, wie ihn ein Export nennt') },
    })
  })

  test('knows what was imported, and finds what of it was altered afterwards', async () => {
    await empty()
    await bring()
    await perform(kernel, things.change, owner, { key: 'THING-3', version: 2, fields: { size: 7 } })
    expect(await examined()).toMatchObject({ holds: true })
    await run(
      `update record_version set fields = fields || '{"size": 9}' where record_id = ${three} and version = 1`,
    )
    expect((await examined()).findings).toMatchObject([{ key: 'THING-3', about: 'history' }])
    await empty()
    await bring()
    await run('delete from record where number = 2')
    expect((await examined()).findings.map(({ key }) => key)).toContain('THING-2')
  })

  test('knows which links were taken away again, and those that an import brought', async () => {
    await empty()
    await bring()
    const one = { from: 'THING-1', relation: 'serves', to: 'THING-2' }
    const two = { from: 'THING-3', relation: 'serves', to: 'THING-2' }
    await perform(kernel, addLinkOperation, owner, one)
    await perform(kernel, removeLinkOperation, owner, two)
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    await run(`update link set from_id = ${three} where relation = 'serves'`)
    expect((await examined()).findings.map(({ message }) => message.en)).toEqual([
      'The audit knows nothing of the link THING-3 serves THING-2.',
      'The link THING-1 serves THING-2 is missing.',
    ])
  })

  test('knows of what an older version imported as much as that version kept', async () => {
    await empty()
    await perform(kernel, olderImport, owner, { files: files.files, attachments: files.attachments })
    await run('truncate version_salt')
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    await perform(kernel, addLinkOperation, owner, { from: 'THING-1', relation: 'blocks', to: 'THING-2' })
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    await run(
      `insert into link select workspace_id, to_id, relation, from_id, created_at, created_by from link where relation = 'serves'`,
    )
    await run(
      `update record_version set fields = fields || '{"size": 9}' where record_id = ${three} and version = 1`,
    )
    expect((await examined()).findings.map(({ about }) => about)).toEqual(['history', 'link'])
  })

  test('keeps no hash of what was erased that a guess could be checked with', async () => {
    await empty()
    await bring()
    const salts = async () => (await run('select salt from version_salt')).rows.length
    expect(await salts()).toBe(3)
    const { rows } = await run(`select payload ->> 'records' as records from audit`)
    const { versions } = await perform(kernel, things.history, owner, { key: 'THING-3' })
    expect(versions).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('"hash"')
    await perform(kernel, privacyOperations(thing).erase, owner, { key: 'THING-3' })
    expect(await salts()).toBe(2)
    await run('truncate version_salt')
    expect((await examined()).findings.map(({ key }) => key)).toEqual(['THING-1', 'THING-2'])
  })

  test.each([
    ['written here', fill],
    ['imported', bring],
  ])(
    'knows of what was %s that it was erased, and finds what was altered of it afterwards',
    async (_how, begin) => {
      await empty()
      await begin()
      await perform(kernel, privacyOperations(thing).erase, owner, { key: 'THING-3' })
      await perform(kernel, addLinkOperation, owner, { from: 'THING-1', relation: 'blocks', to: 'THING-3' })
      const { rows } = await run('select id from record where number = 2')
      const erasures = [
        { record: (rows as { id: string }[])[0]?.id, type: 'thing', number: 2, account: null },
      ] // as selected
      await perform(kernel, repeatErasures, owner, { erasures })
      expect(await examined()).toMatchObject({ holds: true, findings: [] })
      await run(`delete from link where relation = 'serves'`)
      const { findings } = await examined()
      expect(findings.map(({ message }) => message.en)).toEqual([
        'The link THING-3 serves THING-2 is missing.',
      ])
      for (const number of [3, 2])
        await run(`update record_version set fields = fields || '{"size": 9}'
        where version = 1 and record_id = (select id from record where number = ${number})`)
      expect((await examined()).findings.map(({ key }) => key)).toEqual(['THING-2', 'THING-3', 'THING-3'])
    },
  )

  test('finds what the audit was made to forget without an erasure', async () => {
    await run(`update audit set payload = null, salt = null where seq = 4`)
    expect(await examined()).toMatchObject({
      holds: false,
      chain: { holds: true, erased: 1 },
      findings: [{ about: 'history', key: 'THING-3' }],
    })
  })

  test('refuses everybody but owners', async () => {
    const leader: Actor = { kind: 'user', id: 'l', roles: ['leader'] }
    await expect(perform(kernel, examineWorkspace, leader, {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
