import { serveAgent } from '#surfaces/mcp/serve-agent.ts'
import type { McpArguments } from './read-arguments.ts'

/** Serves one agent over standard input and output until it or a signal ends it. */
export async function mcpCommand({ data, readOnly }: McpArguments): Promise<void> {
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort())
  await serveAgent({
    data,
    readOnly,
    input: process.stdin,
    output: process.stdout,
    say: (line) => process.stderr.write(`${line}\n`),
    environment: process.env,
    until: ending.signal,
  })
}
