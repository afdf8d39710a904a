import { genesisHash } from '#kernel/audit/chain.ts'
import { uploadAttachment } from '#kernel/attachments/upload-attachment.ts'
import { addLinkOperation } from '#kernel/links/link-operations.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Kernel } from '#kernel/operation/kernel.ts'
import { perform } from '#kernel/operation/perform.ts'
import { exportWorkspace } from '../../files/export-workspace.ts'
import { things } from '../../files/testing/a-thing-kernel.ts'

const owner: Actor = { kind: 'local' }
const tables = 'record, record_number, record_version, link, thing, secret_plan, audit, attachment, erasure'

/** A workspace with three things, a link and a file, to be emptied and filled again, and the same as an import takes it. */
export interface FilledWorkspace {
  empty(): Promise<void>
  fill(): Promise<void>
  readonly asFiles: object
}

/** Fills the workspace of a kernel of things. */
export async function aFilledWorkspace(kernel: Kernel): Promise<FilledWorkspace> {
  const run = (statement: string) => kernel.store.run(statement)
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
  await fill()
  const { files, attachments } = await perform(kernel, exportWorkspace, owner, {})
  return {
    fill,
    asFiles: { files, attachments },
    async empty() {
      await run(`truncate ${tables} cascade`)
      await run(`update audit_head set seq = 0, hash = '${genesisHash(kernel.store.workspaceId)}'`)
    },
  }
}
