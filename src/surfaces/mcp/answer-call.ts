import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server'
import { Refusal, UnexpectedError, toRefusalOrBug } from '#kernel'
import type { Language } from '#kernel/shape.ts'
import type { AgentSession } from './agent-session.ts'
import { tools } from './tools.ts'
import { ownLine, untrusted, untrustedBlock } from './untrusted.ts'

/** Calls a tool and answers it; a refusal is an answer too, from which an agent learns what to do instead. */
export async function answerCall(
  session: AgentSession,
  name: string,
  given: unknown,
): Promise<CallToolResult> {
  try {
    const tool = tools.find(({ listed }) => listed.name === name)
    if (!tool) throw noSuchTool(name)
    const { said, data } = await tool.run(session, given)
    const own: ContentBlock = { type: 'text', text: ownLine(said) }
    return tool.isForeign
      ? { content: [own, untrustedBlock(data)], structuredContent: untrusted(data) }
      : { content: [own, { type: 'text', text: JSON.stringify(data) }], structuredContent: { data } }
  } catch (error) {
    const known = toRefusalOrBug(error, `mcp.${name.slice(0, 60)}`, session.kernel.log)
    return { content: refusalBlocks(known, session.language), isError: true }
  }
}

function noSuchTool(name: string): Refusal {
  const shown = name.slice(0, 60)
  const known = tools.map(({ listed }) => listed.name).join(', ')
  return new Refusal(
    'not-found',
    { en: `There is no tool ${shown}.`, de: `Es gibt kein Werkzeug ${shown}.` },
    { en: `There are ${known}.`, de: `Es gibt ${known}.` },
  )
}

/** What was refused, why and what to do, a line each; what it ran into in a block of its own. */
function refusalBlocks(error: Refusal | UnexpectedError, language: Language): ContentBlock[] {
  if (error instanceof UnexpectedError) return [{ type: 'text', text: error.words[language] }]
  const { code, words, hintWords, fields, details } = error
  const lines = [
    `${words[language]} (${code})`,
    ...(hintWords === undefined ? [] : [hintWords[language]]),
    ...fields.map(({ path, message }) => `${path}: ${message[language]}`),
  ]
  const own: ContentBlock = { type: 'text', text: lines.map(ownLine).join('\n') }
  return Object.keys(details).length === 0 ? [own] : [own, untrustedBlock(details)]
}
