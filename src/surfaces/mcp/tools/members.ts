import { z } from 'zod'
import { accessOperations } from '#surfaces/operations.ts'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'

export const membersTool = defineTool({
  name: 'members',
  title: 'List who belongs to the workspace',
  description:
    'Lists who can sign in, as what, and which record about a person is theirs. Where none is, `proposed` is a record that may be: what the member says, or one with the same address or name. That it is, a person says on the page /members, never an agent.',
  input: z.strictObject({}),
  output: z.object({
    members: z.array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        role: z.string(),
        person: z.string().nullable().describe('Key of the record about them.'),
        proposed: z.object({ key: z.string(), by: z.enum(['member', 'address', 'name']) }).nullable(),
      }),
    ),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session) {
    const { members } = await performForAgent(session, accessOperations.listMembers, {}, '/members')
    return { said: `${members.length} members.`, data: { members } }
  },
})
