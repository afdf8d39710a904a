import { z } from 'zod'
import { areaVerbs } from '#areas/verbs.ts'
import type { AreaVerb } from '#kernel'
import { performForAgent } from '../agent-session.ts'
import { defineTool, type Tool } from '../tool.ts'
import { key } from './arguments.ts'

/** The verbs of the areas as tools: `bet-agree` of a record, `roadmap-forecast` of an area. */
export const verbTools: readonly Tool[] = areaVerbs.map(toTool)

function toTool(verb: AreaVerb): Tool {
  const { area, record, operation, answer, page, finish } = verb
  const summary = operation.summary?.en ?? ''
  return defineTool({
    name: `${record ?? area}-${verb.verb}`,
    title: summary.replace(/\.$/, ''),
    description: `${summary} ${answer.en}`,
    input: described(verb),
    output: z.looseObject({}),
    reach: operation.writes ? 'replace' : 'read',
    idempotent: !operation.writes,
    isForeign: true,
    async run(session, given) {
      const answered = await finish(await performForAgent(session, operation, given, page))
      return { said: summary, data: Object(answered) as Readonly<Record<string, unknown>> } // verbs answer with objects
    },
  })
}

/** What the operation takes, each part with its sentence. */
function described({ operation, inputs }: AreaVerb): z.ZodType {
  if (!(operation.input instanceof z.ZodObject)) return operation.input
  const shape: Record<string, z.ZodType> = operation.input.shape
  return z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, part]) => {
        const words = inputs[name]?.en ?? (name === 'key' ? key.description : undefined)
        return [name, words === undefined ? part : part.describe(words)]
      }),
    ),
  )
}
