import { z } from 'zod'
import { performForAgent } from '../agent-session.ts'
import { defineTool } from '../tool.ts'
import { fields, key, placeOf, record, recordData, type, verbsOf, verbsOfKey, version } from './arguments.ts'

const moved = z.strictObject({ key, version })
const output = z.object({ record })
const written = { output, isForeign: true } as const

export const createTool = defineTool({
  ...written,
  name: 'create',
  title: 'Write a new record',
  description:
    'Writes a new record of a type. Call describe with the type first: it says which fields there are and which are required. Look with find whether there is one already. Answers with the record and its new key.',
  input: z.strictObject({ type, fields }),
  reach: 'add',
  idempotent: false,
  async run(session, input) {
    const verbs = verbsOf(session, input.type)
    const shape = await performForAgent(
      session,
      verbs.operations.create,
      { fields: input.fields },
      placeOf(verbs),
    )
    return { said: `${shape.key} is written.`, data: recordData(shape) }
  },
})

export const changeTool = defineTool({
  ...written,
  name: 'change',
  title: 'Change fields of a record',
  description:
    'Gives some fields of a record other values and leaves the rest as they are. Get the record first and say its version. A state can only go where describe says that it may. Every earlier version stays in the history.',
  input: z.strictObject({ key, version, fields }),
  reach: 'replace',
  idempotent: true,
  async run(session, input) {
    const verbs = verbsOfKey(session, input.key)
    const shape = await performForAgent(session, verbs.operations.change, input, placeOf(verbs, input.key))
    return { said: `${shape.key} is in version ${shape.version}.`, data: recordData(shape) }
  },
})

export const archiveTool = defineTool({
  ...written,
  name: 'archive',
  title: 'Put a record away',
  description:
    'Puts a record away: lists do not show it any more unless asked to; its key, links and history stay, and restore takes it back. Nothing is deleted.',
  input: moved,
  reach: 'replace',
  idempotent: true,
  async run(session, input) {
    const verbs = verbsOfKey(session, input.key)
    const shape = await performForAgent(session, verbs.operations.archive, input, placeOf(verbs, input.key))
    return { said: `${shape.key} is archived, version ${shape.version}.`, data: recordData(shape) }
  },
})

export const restoreTool = defineTool({
  ...written,
  name: 'restore',
  title: 'Take an archived record back',
  description: 'Takes a record that was put away with archive back into the lists.',
  input: moved,
  reach: 'add',
  idempotent: true,
  async run(session, input) {
    const verbs = verbsOfKey(session, input.key)
    const shape = await performForAgent(session, verbs.operations.restore, input, placeOf(verbs, input.key))
    return { said: `${shape.key} is back, version ${shape.version}.`, data: recordData(shape) }
  },
})
