import { resolve } from 'node:path'
import { sizeText } from '#kernel/shape.ts'
import { attachmentOperations } from '../../operations.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Given } from './flags.ts'
import { uploadLocal, writeLocal } from './local-files.ts'
import type { Workplace } from '../workplace/open-workplace.ts'
import type { Answered } from './record-verbs.ts'

export type AttachmentVerb = keyof typeof attachmentOperations

interface AttachmentCommand {
  readonly takes: readonly string[]
  run(workplace: Workplace, given: readonly string[], options: Given): Promise<Answered>
}

/** How each operation on files is asked for on the command line. */
export const attachmentVerbs: Readonly<Record<AttachmentVerb, AttachmentCommand>> = {
  upload: {
    takes: ['FILE'],
    async run(workplace, [path = '']) {
      const output = await uploadLocal(workplace, path)
      const { id, name, size } = output
      return { output, page: ({ language }) => `  ${id}  ${harmless(name)} (${sizeText(size, language)})\n` }
    },
  },
  read: {
    takes: ['ID'],
    async run(workplace, [id], { to }) {
      const { content, ...file } = await workplace.perform(attachmentOperations.read, { id })
      // The name is a name alone: it holds no folder.
      const place = resolve(workplace.folder, typeof to === 'string' ? to : file.name)
      const output = { ...file, path: writeLocal(place, content) }
      return {
        output,
        page: ({ language }) => `  ${harmless(output.path)} (${sizeText(file.size, language)})\n`,
      }
    },
  },
}
