import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAttachment } from '#kernel/attachments/read-attachment.ts'
import { aPicture } from '#kernel/attachments/testing/a-file.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { verifyChain } from '#kernel/audit/verify-chain.ts'
import { addLinkOperation, listLinks } from '#kernel/links/link-operations.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import type { RecordShape } from '#kernel/record/record-shape.ts'
import { searchOperation } from '#kernel/search/search-operation.ts'
import { engines } from '#kernel/store/testing/a-store.ts'
import { exportWorkspace, type Export } from './export-workspace.ts'
import { importWorkspace } from './import-workspace.ts'
import { aThingKernel, emptyWorkspace, everythingIn, plans, things } from './testing/a-thing-kernel.ts'
import { thingFiles, thingValues } from './testing/a-workspace.ts'
import type { AttachedFile, TextFile } from './text-file.ts'

const owner: Actor = { kind: 'local' }
const member: Actor = { kind: 'user', id: 'm1', roles: ['member'] }

const exported = (kernel: Kernel, actor: Actor = owner): Promise<Export> =>
  perform(kernel, exportWorkspace, actor, {})
const imported = (kernel: Kernel, files: readonly TextFile[], attachments: readonly AttachedFile[] = []) =>
  perform(kernel, importWorkspace, owner, { files, attachments }, 'cli')

describe.each(engines)('a workspace as files on %s', (engine) => {
  let from: Kernel
  let to: Kernel
  beforeAll(async () => {
    ;[from, to] = [await aThingKernel(engine), await aThingKernel(engine)]
  })
  afterAll(async () => {
    for (const kernel of [from, to]) await kernel.store.close()
  })

  const create = (fields: object): Promise<RecordShape> =>
    perform(from, things.create, owner, { fields }, 'web')
  const upload = (name: string, bytes: Uint8Array) =>
    perform(from, uploadAttachment, owner, { name, content: Buffer.from(bytes).toString('base64') })

  test(
    'comes back equal from its files, with keys, history and links, and gives the same files again',
    { timeout: 60_000 },
    async () => {
      const step = fc.record({
        values: thingValues,
        changed: fc.option(thingValues, { nil: null }),
        files: fc.option(thingFiles, { nil: [] }),
        taken: fc.boolean(),
        parent: fc.option(fc.nat(), { nil: null }),
        uses: fc.array(fc.nat(), { maxLength: 3 }),
        link: fc.option(fc.nat(), { nil: null }),
        archived: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          await emptyWorkspace(from)
          await emptyWorkspace(to)
          const keys: string[] = []
          for (const { values, changed, files, taken, parent, uses, link, archived } of steps) {
            const documents = []
            for (const { name, bytes } of files) documents.push(await upload(name, bytes))
            const made = await create({
              ...values,
              documents,
              uses: keys.length === 0 ? null : uses.map((one) => keys[one % keys.length]),
              parent: parent === null ? null : (keys[parent % (keys.length || 1)] ?? null),
            })
            const { key } = made
            let { version } = made
            const linked = link === null ? undefined : keys[link % (keys.length || 1)]
            if (linked)
              await perform(from, addLinkOperation, owner, { from: key, relation: 'serves', to: linked })
            if (changed) {
              const fields = { ...changed, state: 'doing', ...(taken && { documents: null }) }
              version = (await perform(from, things.change, owner, { key, version, fields }, 'api')).version
            }
            if (archived) await perform(from, things.archive, owner, { key, version })
            keys.push(key)
          }
          const first = await exported(from)
          await imported(to, first.files, first.attachments)
          const second = await exported(to)
          expect(second.files).toEqual(first.files)
          expect(second.attachments).toEqual(first.attachments)
          expect(await everythingIn(to)).toEqual(await everythingIn(from))
        }),
        { endOnFailure: true, numRuns: engine === 'pglite' ? 15 : 5 },
      )
      expect(await verifyChain(to.store.database, to.store.workspaceId)).toMatchObject({ holds: true })
    },
  )

  test('takes attached files along, byte for byte, with the rights to them', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    const [picture, text] = [await upload('Bild.png', aPicture), await upload('a.txt', Buffer.from('a'))]
    const { key } = await create({ name: 'One', documents: [picture, text] })
    await perform(from, things.change, owner, { key, version: 1, fields: { documents: [picture] } })
    const { files, attachments } = await exported(from)
    expect(attachments.map(({ path }) => path)).toEqual(
      [`attachments/${picture.id}.png`, `attachments/${text.id}.txt`].sort(),
    )
    expect(files.find(({ path }) => path === 'things/THING-1.md')?.text).toContain('name: Bild.png')
    await imported(to, files, attachments)
    const given = await perform(to, readAttachment, member, { id: picture.id })
    expect(Buffer.from(given.content, 'base64').equals(aPicture)).toBe(true)
    expect((await perform(to, readAttachment, member, { id: text.id })).name).toBe('a.txt')
  })

  test('is searched like what was written there', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    await create({ name: 'Lighthouse' })
    await imported(to, (await exported(from)).files)
    const found = await perform(to, searchOperation, owner, { q: 'lighthouse' })
    expect(found.hits.map(({ key }) => key)).toEqual(['THING-1'])
  })

  test('keeps references forth and back, and gives no number again that was given before', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    const first = await create({ name: 'First' })
    await create({ name: 'Second' })
    const third = await create({ name: 'Third' })
    await perform(from, things.change, owner, { key: first.key, version: 1, fields: { parent: third.key } })
    await perform(from, addLinkOperation, owner, { from: third.key, relation: 'blocks', to: 'THING-2' })
    await from.store.database.deleteFrom('record').where('number', '=', 2).execute()
    await create({ name: 'Fourth' })
    await from.store.database.deleteFrom('record').where('number', '=', 4).execute()
    const { files } = await exported(from)
    await imported(to, files)
    const parent = await perform(to, things.show, member, { key: 'THING-1' })
    expect(parent.fields['parent']).toBe('THING-3')
    expect((await perform(to, listLinks, member, { key: 'THING-3' })).links).toEqual([
      expect.objectContaining({ relation: 'field:parent', direction: 'in', key: 'THING-1' }),
    ])
    const next = await perform(to, things.create, owner, { fields: { name: 'Next' } })
    expect(next.key).toBe('THING-5')
  })

  test('is refused where its keys were given before, and leaves everything as it was', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    await create({ name: 'One' })
    await create({ name: 'Two' })
    const { files } = await exported(from)
    await perform(to, things.create, owner, { fields: { name: 'Other' } })
    const before = await everythingIn(to)
    await expect(imported(to, files)).rejects.toMatchObject({
      code: 'conflict',
      details: { taken: ['THING-1'] },
    })
    expect(await everythingIn(to)).toEqual(before)
    await emptyWorkspace(to)
    await imported(to, files)
    await expect(imported(to, files)).rejects.toMatchObject({ details: { taken: ['THING-1', 'THING-2'] } })
  })

  test('leaves out what somebody may not see, says so, and is whole without it', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    const { key } = await create({ name: 'Open' })
    await perform(from, plans.create, owner, { fields: { name: 'Secret', about: key } })
    await perform(from, addLinkOperation, owner, { from: key, relation: 'serves', to: 'PLAN-1' })
    const all = await exported(from)
    expect(all.leftOut).toEqual({ types: [], fields: [] })
    const some = await exported(from, member)
    expect(some.leftOut).toEqual({ types: ['secret-plan'], fields: [] })
    expect(JSON.stringify(some.files)).not.toMatch(/Secret|PLAN/)
    await imported(to, some.files)
    expect((await exported(to, member)).files).toEqual(some.files)
    await expect(
      perform(from, exportWorkspace, { kind: 'user', id: 'g', roles: ['guest'] }, {}),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(to, importWorkspace, member, { files: [] })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('takes a changed file as one version more, and a file without history as a new record', async () => {
    await emptyWorkspace(from)
    await emptyWorkspace(to)
    await create({ name: 'One', size: 1 })
    const { files } = await exported(from)
    const edited = files.map((file) =>
      file.path === 'leitstand.yaml'
        ? { ...file, text: file.text.replace('things: 1', 'things: 2') }
        : { ...file, text: file.path.endsWith('.md') ? file.text.replace('size: 1', 'size: 2') : file.text },
    )
    const added = { path: 'things/THING-9.md', text: '---\nkey: THING-9\nname: By hand\nstate: done\n---\n' }
    await imported(to, [...edited, added])
    const { versions } = await perform(to, things.history, owner, { key: 'THING-1' })
    expect(versions.map(({ version, operation }) => [version, operation])).toEqual([
      [2, 'workspace.import'],
      [1, 'thing.create'],
    ])
    expect(await perform(to, things.show, owner, { key: 'THING-9' })).toMatchObject({
      version: 1,
      fields: { name: 'By hand', state: 'done' },
    })
  })
})
