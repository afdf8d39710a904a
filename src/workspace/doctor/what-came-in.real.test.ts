import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addLinkOperation, removeLinkOperation } from '#kernel/links/link-operations.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { defineOperation } from '#kernel/operation/define-operation.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { thing } from '#kernel/record/testing/a-thing.ts'
import { auditedVersions } from '../files/audited-versions.ts'
import { importWorkspace } from '../files/import-workspace.ts'
import { aThingKernel, things } from '../files/testing/a-thing-kernel.ts'
import { privacyOperations } from '../privacy/privacy-operations.ts'
import { repeatErasures } from '../privacy/repeat-erasures.ts'
import { examineWorkspace } from './examine-workspace.ts'
import { aFilledWorkspace, type FilledWorkspace } from './testing/a-filled-workspace.ts'

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

describe('the doctor, of what came in or was erased', () => {
  let kernel: Kernel
  let workspace: FilledWorkspace
  beforeAll(async () => {
    kernel = await aThingKernel()
    workspace = await aFilledWorkspace(kernel)
  })
  beforeEach(() => workspace.empty())
  afterAll(async () => kernel.store.close())

  const run = (statement: string) => kernel.store.run(statement)
  const examined = () => perform(kernel, examineWorkspace, owner, {})
  const bring = () => perform(kernel, importWorkspace, owner, workspace.asFiles)
  const three = `(select id from record where number = 3)`

  test('knows what was imported, and finds what of it was altered afterwards', async () => {
    await workspace.empty()
    await bring()
    await perform(kernel, things.change, owner, { key: 'THING-3', version: 2, fields: { size: 7 } })
    expect(await examined()).toMatchObject({ holds: true })
    await run(
      `update record_version set fields = fields || '{"size": 9}' where record_id = ${three} and version = 1`,
    )
    expect((await examined()).findings).toMatchObject([{ key: 'THING-3', about: 'history' }])
    await workspace.empty()
    await bring()
    await run('delete from record where number = 2')
    expect((await examined()).findings.map(({ key }) => key)).toContain('THING-2')
  })

  test('knows which links were taken away again, and those that an import brought', async () => {
    await workspace.empty()
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
    await workspace.empty()
    await perform(kernel, olderImport, owner, workspace.asFiles)
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
    await workspace.empty()
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
    ['written here', () => workspace.fill()],
    ['imported', bring],
  ])(
    'knows of what was %s that it was erased, and finds what was altered of it afterwards',
    async (_how, begin) => {
      await workspace.empty()
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
})
