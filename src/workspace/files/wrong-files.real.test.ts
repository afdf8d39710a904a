import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLinkOperation } from '#kernel/links/link-operations.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { exportWorkspace } from './export-workspace.ts'
import { importWorkspace } from './import-workspace.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { aThingKernel, emptyWorkspace, everythingIn, things } from './testing/a-thing-kernel.ts'
import type { AttachedFile, TextFile } from './text-file.ts'

const owner: Actor = { kind: 'local' }

describe('files that do not fit together', () => {
  let kernel: Kernel
  let fine: readonly TextFile[]
  let attachments: readonly AttachedFile[]
  beforeAll(async () => {
    kernel = await aThingKernel()
    const content = Buffer.from('offer').toString('base64')
    const offer = await perform(kernel, uploadAttachment, owner, { name: 'offer.txt', content })
    const fields = { name: 'One', documents: [offer] }
    const parent = await perform(kernel, things.create, owner, { fields })
    await perform(kernel, things.create, owner, { fields: { name: 'Two', parent: parent.key } })
    await perform(kernel, addLinkOperation, owner, { from: 'THING-2', relation: 'serves', to: 'THING-1' })
    ;({ files: fine, attachments } = await perform(kernel, exportWorkspace, owner, {}))
    await emptyWorkspace(kernel)
  })
  afterAll(async () => {
    await kernel.store.close()
  })

  const change = (path: string, from: string, to: string) =>
    fine.map((file) => (file.path === path ? { path, text: file.text.replace(from, to) } : file))
  const one = 'things/THING-1.md'
  const history = 'history/THING-1.jsonl'

  test.each<[string, () => readonly TextFile[], string]>([
    [
      'no manifest',
      () => fine.filter(({ path }) => path !== 'leitstand.yaml'),
      'leitstand.yaml: The file is missing',
    ],
    [
      'another format',
      () => change('leitstand.yaml', 'format: 1', 'format: 2'),
      'leitstand.yaml, line 1: The format is 2',
    ],
    ['an unknown word in the manifest', () => change('leitstand.yaml', 'links:', 'lonks:'), 'leitstand.yaml'],
    [
      'a word for a number in the manifest',
      () => change('leitstand.yaml', 'links: 1', 'links: one'),
      'leitstand.yaml, line 5: links must be a number.',
    ],
    [
      'a record that is missing',
      () => fine.filter(({ path }) => !path.includes('THING-1')),
      'there are 2 things, and there are 1',
    ],
    [
      'links that are missing',
      () => fine.filter(({ path }) => path !== 'links.jsonl'),
      'there are 1 links, and there are 0',
    ],
    [
      'a history without its record',
      () => fine.filter(({ path }) => path !== one),
      'history/THING-1.jsonl: There is a history of THING-1',
    ],
    [
      'a path that leads out',
      () => [...fine, { path: '../things/THING-3.md', text: '' }],
      '../things/THING-3.md: A file of this name',
    ],
    [
      'a wrong prefix',
      () => [...fine, { path: 'things/PLAN-3.md', text: '' }],
      'In things a file is named like things/THING-1.md',
    ],
    [
      'an unknown file',
      () => [...fine, { path: 'notes.txt', text: '' }],
      'notes.txt: A file of this name has no place',
    ],
    [
      'a reference that leads nowhere',
      () => change('things/THING-2.md', 'parent: THING-1', 'parent: THING-7'),
      'things/THING-2.md, line 5: Parent: there is no thing THING-7',
    ],
    [
      'a reference to another type',
      () => change('things/THING-2.md', 'parent: THING-1', 'parent: PLAN-1'),
      'there is no thing PLAN-1',
    ],
    [
      'a record above itself',
      () => change('things/THING-2.md', 'parent: THING-1', 'parent: THING-2'),
      'leads to the record itself',
    ],
    ['a circle', () => change(one, 'state: idea', 'state: idea\nparent: THING-2'), 'leads back to THING-'],
    [
      'a step that its state may not take',
      () => change(one, 'state: idea', 'state: done'),
      'things/THING-1.md, line 4: State cannot go from Idea to Done',
    ],
    [
      'a link that leads nowhere',
      () => change('links.jsonl', 'THING-1', 'THING-8'),
      'links.jsonl, line 1: There is no record THING-8',
    ],
    [
      'an unknown relation',
      () => change('links.jsonl', 'serves', 'loves'),
      'links.jsonl, line 1: “loves” does not join',
    ],
    [
      'a link twice',
      () =>
        fine.map(({ path, text }) =>
          path === 'links.jsonl'
            ? { path, text: text + text }
            : { path, text: text.replace('links: 1', 'links: 2') },
        ),
      'links.jsonl, line 2: The link stands here twice',
    ],
    [
      'a line of history that is no JSON',
      () => change(history, '{"version"', '{version'),
      'history/THING-1.jsonl, line 1: The line is not JSON',
    ],
    [
      'a name in the history that stands twice',
      () => change(history, '{"version":1', '{"version":2,"version":1'),
      'line 1: A name stands there twice',
    ],
    [
      'an unknown name in the history',
      () => change(history, '{"version"', '{"mood":1,"version"'),
      'history/THING-1.jsonl, line 1',
    ],
    [
      'a version that is missing',
      () => change(history, '"version":1', '"version":2'),
      'line 1: Here version 1 is expected',
    ],
    [
      'a day that the calendar does not have',
      () => change(history, '"at":"2026-03', '"at":"2026-13'),
      'history/THING-1.jsonl, line 1',
    ],
    [
      'a past value that is none',
      () => change(history, '"state":"idea"', '"state":"lost"'),
      'line 1: State must be one of',
    ],
    [
      'a history that nests without end',
      () => change(history, '"state":"idea"', `"state":${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      'line 1: State must be one of',
    ],
  ])('are refused for %s, and nothing is written', async (_what, files, told) => {
    const refusal: unknown = await perform(kernel, importWorkspace, owner, {
      files: files(),
      attachments,
    }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringContaining(told) })
    expect(await everythingIn(kernel)).toEqual([])
    const { rows } = await kernel.store.run('select count(*)::integer as count from link')
    expect(rows).toEqual([{ count: 0 }])
  })

  const attached = (change: (file: AttachedFile) => AttachedFile | AttachedFile[]) =>
    attachments.flatMap(change)
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const another = 'attachments/6d2af7ab1b5dd1d3a3d16d8c4e3b3ea1c6c6ca1e6ed5b5f9bc57a6de35fc9d1d.txt'

  test.each<[string, () => readonly TextFile[], () => readonly AttachedFile[], string]>([
    ['an attached file that is missing', () => fine, () => [], 'The file “offer.txt” ('],
    [
      'an attached file that was changed',
      () => fine,
      () => attached((file) => ({ ...file, content: base64('other') })),
      'Its content is not the one that its name says',
    ],
    [
      'an attached file of another ending',
      () => fine,
      () => attached((file) => ({ ...file, path: file.path.replace('.txt', '.html') })),
      '.html: Its content is of a kind that is not kept',
    ],
    [
      'an attached file that leads out of the folder',
      () => fine,
      () => attached((file) => [file, { path: 'attachments/../../x.txt', content: '' }]),
      'attachments/../../x.txt: Here a file is named by the SHA-256',
    ],
    [
      'an attached file that no record names',
      () => fine,
      () =>
        attached((file) => [
          file,
          {
            path: another.replace(/[0-9a-f]{64}/, createHash('sha256').update('x').digest('hex')),
            content: base64('x'),
          },
        ]),
      'No record names this file',
    ],
    [
      'an attached file that is enormous',
      () => fine,
      () => attached((file) => [file, { path: another, content: base64('x'.repeat(10 * 2 ** 20 + 1)) }]),
      `${another}: It is larger than 10 MiB`,
    ],
    [
      'a record that says another size',
      () => change(one, 'size: 5', 'size: 6'),
      () => attachments,
      `${one}, line 5: The file “offer.txt” is of another size`,
    ],
    [
      'a record that says a name with a path',
      () => change(one, 'name: offer.txt', 'name: ../offer.txt'),
      () => attachments,
      `${one}, line 5: Documents has a name that no file can have here`,
    ],
    [
      'a past version that names a file that is not there',
      () =>
        change(
          history,
          /"id":"[0-9a-f]{4}/.exec(fine.find(({ path }) => path === history)?.text ?? '')?.[0] ?? '',
          '"id":"ffff',
        ),
      () => attachments,
      `${history}, line 1: The file “offer.txt” (ffff`,
    ],
  ])('are refused for %s, and nothing is kept', async (_what, files, given, told) => {
    await expect(
      perform(kernel, importWorkspace, owner, { files: files(), attachments: given() }),
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(told) })
    expect(await everythingIn(kernel)).toEqual([])
    const { rows } = await kernel.store.run('select count(*)::integer as count from attachment')
    expect(rows).toEqual([{ count: 0 }])
  })
})
