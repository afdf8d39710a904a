import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { writeOut } from './write-out.ts'

test('a slow reader gets everything before the promise settles', async () => {
  const pipe = new PassThrough({ highWaterMark: 16 })
  const text = 'x'.repeat(1_000_000)
  let read = 0
  pipe.on('data', (chunk: Buffer) => {
    read += chunk.length
    pipe.pause()
    setImmediate(() => pipe.resume())
  })
  expect(await writeOut(pipe, text)).toBe(true)
  pipe.end()
  await new Promise((resolve) => pipe.once('end', resolve))
  expect(read).toBe(text.length)
})

test('a reader that left is no failure, any other error is', async () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
  expect(await writeOut(failing('EPIPE'), 'text')).toBe(false)
  await expect(writeOut(failing('EIO'), 'text')).rejects.toThrow('EIO')
  await expect(writeOut(failing('ENOSPC'), 'text')).rejects.toMatchObject({ code: 'too-much' })
})
