import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportWorkspace, importWorkspace } from '#workspace'
import { perform, recordOperations, type Actor, type Kernel } from '#kernel'
import { publishVision } from './strategy/publish.ts'
import { showVisionEdition } from './strategy/show-edition.ts'
import { vision } from './strategy/vision.record.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

const owner: Actor = { kind: 'local' }
const visions = recordOperations(vision)

let kernel: Kernel
let empty: Kernel
let files: readonly { readonly path: string; readonly text: string }[]
beforeAll(async () => {
  kernel = await anAreasKernel('postgresql')
  empty = await anAreasKernel('postgresql')
  const { key } = await perform(kernel, visions.create, owner, { fields: { title: 'Near', text: 'One.' } })
  await perform(kernel, publishVision, owner, { key })
  await perform(kernel, visions.change, owner, { key, version: 2, fields: { text: 'Two.' } })
  ;({ files } = await perform(kernel, exportWorkspace, owner, {}))
})
afterAll(async () => {
  await kernel.store.close()
  await empty.store.close()
})

const history = 'history/VISION-1.jsonl'
const file = 'visions/VISION-1.md'
const bringIn = (given: typeof files) => perform(empty, importWorkspace, owner, { files: [...given] })
const changed = (path: string, from: string, to: string) =>
  files.map((each) => (each.path === path ? { path, text: each.text.replace(from, to) } : each))

test('an edition does not come in without the version that it was', async () => {
  await expect(bringIn(files.filter(({ path }) => path !== history))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(
      /visions\/VISION-1\.md, line \d+: Editions, row 1: there is no version 1 of VISION-1 in this folder\. Bring the whole history\/VISION-1\.jsonl along, or take the row out\./,
    ),
  })
  // Not even the version that a change in the file is going to be.
  const beyond = changed(file, '\n    version: 1\n', '\n    version: 4\n')
  expect(beyond).not.toEqual(files)
  await expect(bringIn(beyond)).rejects.toThrow('there is no version 4 of VISION-1')
  const { records } = await perform(empty, visions.list, owner, {})
  expect(records).toEqual([])
})

test('with its history an edition comes in as it was published', async () => {
  await bringIn(files)
  expect(await perform(empty, showVisionEdition, owner, { key: 'VISION-1' })).toMatchObject({
    edition: 1,
    text: 'One.',
  })
})
