import type { Writable } from 'node:stream'
import { Refusal } from '#kernel/operation/refusal.ts'

/**
 * Writes everything, at the pace of whoever reads, and answers whether it was taken to the end: a reader such as
 * `head` may close the pipe before, which is its good right. Refuses a disk that is full (`too-much`).
 */
export async function writeOut(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      const code = 'code' in error ? error.code : undefined
      if (code === 'EPIPE') resolve(false)
      else reject(code === 'ENOSPC' ? noRoom() : error)
    }
    output.once('error', failed)
    output.write(text, (error) => {
      if (error) return failed(error)
      output.off('error', failed)
      resolve(true)
    })
  })
}

function noRoom(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: 'The output could not be written: there is no room left on the disk.',
      de: 'Die Ausgabe ließ sich nicht schreiben: Auf dem Datenträger ist kein Platz mehr.',
    },
    { en: 'Make room, or write it somewhere else.', de: 'Schaffe Platz, oder schreibe sie woandershin.' },
  )
}
