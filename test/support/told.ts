import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** The password that commands and accounts of a test have. */
export const password = 'correct horse battery staple'

interface Streams {
  readonly input: Readable
  readonly output: PassThrough
}

/** What a command writes; a password comes to it from a pipe. */
export async function told(run: (streams: Streams) => Promise<unknown>): Promise<string> {
  const output = new PassThrough()
  const input = Readable.from([`${password}\n`])
  const [written] = await Promise.all([text(output), run({ input, output }).finally(() => output.end())])
  return written
}
