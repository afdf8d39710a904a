import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportWorkspace } from '../files/export-workspace.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { aThingKernel, things } from '../files/testing/a-thing-kernel.ts'
import { examineWorkspace } from './examine-workspace.ts'
import { aFilledWorkspace, type FilledWorkspace } from './testing/a-filled-workspace.ts'

const owner: Actor = { kind: 'local' }

describe('the doctor', () => {
  let kernel: Kernel
  let workspace: FilledWorkspace
  beforeAll(async () => {
    kernel = await aThingKernel()
    workspace = await aFilledWorkspace(kernel)
  })
  beforeEach(async () => {
    await workspace.empty()
    await workspace.fill()
  })
  afterAll(async () => kernel.store.close())

  const run = (statement: string) => kernel.store.run(statement)
  const examined = (since?: string) => perform(kernel, examineWorkspace, owner, { since })

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
    await workspace.empty()
    await workspace.fill()
    expect(await examined()).toMatchObject({ holds: true })
    expect(await examined(since)).toMatchObject({ chain: { holds: false, seq: head.seq } })
    await workspace.empty()
    await perform(kernel, things.create, owner, { fields: { name: 'Alone' } })
    expect(await examined(since)).toMatchObject({ chain: { holds: false, seq: 2 } })
    expect(await examined(`0:${'0'.repeat(64)}`)).toMatchObject({ chain: { holds: false, seq: 0 } })
    await expect(examined('nonsense')).rejects.toMatchObject({
      code: 'invalid',
      words: { de: expect.stringContaining('muss ein Kopf sein, wie ihn ein Export nennt') },
    })
  })

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
