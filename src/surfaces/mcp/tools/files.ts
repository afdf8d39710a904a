import { z } from 'zod'
import { attachmentOperations } from '#surfaces/operations.ts'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'

/** In characters of base64: what fits into one request over HTTP. */
const most = 900_000

export const uploadTool = defineTool({
  name: 'upload',
  title: 'Upload a file',
  description:
    'Uploads a small file, to be named in a record within a day. Answers with what a field for files takes, in a list: give it to create or change. To read a file that a record names, read the resource leitstand://attachment/ID.',
  input: z.strictObject({
    name: z
      .string()
      .max(1000)
      .describe('Its name with its ending, as in notes.md; pages and programs are not taken.'),
    content: z.string().max(most).describe('Its bytes in base64, at most 675 kB of them.'),
  }),
  output: z.object({
    file: z.object({ id: z.string(), name: z.string(), size: z.int(), type: z.string() }),
  }),
  reach: 'add',
  idempotent: true,
  isForeign: false,
  async run(session, input) {
    const file = await performForAgent(session, attachmentOperations.upload, input, '')
    return { said: 'The file is uploaded. Name it in a record within a day.', data: { file } }
  },
})
