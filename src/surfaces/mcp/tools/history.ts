import { z } from 'zod'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { key, placeOf, verbsOfKey } from './arguments.ts'

export const historyTool = defineTool({
  name: 'history',
  title: 'Show every version of a record',
  description:
    'Shows every version of a record, the newest first: when it was made, by whom (a pseudonymous id), from where, and what it changed. Use it to see why a record says what it says, or what a conflict is about.',
  input: z.strictObject({ key }),
  output: z.object({
    versions: z.array(
      z.looseObject({
        version: z.int(),
        at: z.string(),
        surface: z.string().describe('web, api, cli, mcp (an agent) or system.'),
        archived: z.boolean(),
        changes: z.array(
          z.looseObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  }),
  reach: 'read',
  idempotent: true,
  isForeign: true,
  async run(session, input) {
    const verbs = verbsOfKey(session, input.key)
    const { versions } = await performForAgent(
      session,
      verbs.operations.history,
      { ...input, language: session.language },
      placeOf(verbs, input.key),
    )
    return { said: `${versions.length} versions.`, data: { versions } }
  },
})
