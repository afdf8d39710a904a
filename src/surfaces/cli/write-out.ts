import type { Writable } from 'node:stream'

/**
 * Writes everything, at the pace of whoever reads, and answers whether it was taken to the end: a reader such as
 * `head` may close the pipe before, which is its good right.
 */
export async function writeOut(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      if ('code' in error && error.code === 'EPIPE') resolve(false)
      else reject(error)
    }
    output.once('error', failed)
    output.write(text, (error) => {
      if (error) return failed(error)
      output.off('error', failed)
      resolve(true)
    })
  })
}
