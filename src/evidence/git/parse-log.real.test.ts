import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoggedCommit, logFormat, logParser } from './parse-log.ts'
import { openRepository } from './open-repository.ts'
import { gitBytes } from './run-git.ts'
import { aRepository } from './testing/a-repository.ts'

async function someLog(): Promise<Buffer> {
  const repository = aRepository()
    .commit({ files: { a: '1\n2\n3\n', 'b\n': '1' }, message: 'ü\n\n:100644\n' })
    .commit()
    .commit({ branch: 'side', renames: { a: 'c' }, files: { 'b\n': null } })
    .commit({ files: { a: '2' }, rawFiles: [[Buffer.from([0xff, 0x0a]), '1']] })
    .merge('side')
    .write()
  return gitBytes(await openRepository(repository.path), ['log', 'HEAD', ...logFormat, '-M'])
}

function parse(pieces: readonly Buffer[]): { commits: LoggedCommit[]; last: LoggedCommit | null } {
  const parser = logParser()
  return { commits: pieces.flatMap((piece) => parser.push(piece)), last: parser.end() }
}

test('wherever the output is cut, the same commits come out', async () => {
  const log = await someLog()
  const whole = parse([log])
  expect([...whole.commits, whole.last].map((commit) => commit?.changes.length)).toEqual([0, 2, 2, 0, 2])
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(log.length), { maxLength: 40 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), log.length]
      const pieces = places.slice(1).map((to, at) => log.subarray(places[at], to))
      expect(parse(pieces)).toEqual(whole)
    }),
  )
  expect(parse(Array.from(log, (byte) => Buffer.of(byte)))).toEqual(whole)
})

test('what was cut off within a commit gives no half of it', async () => {
  const log = await someLog()
  const whole = parse([log])
  const all = [...whole.commits, whole.last]
  for (let end = 0; end < log.length; end++) {
    const { commits } = parse([log.subarray(0, end)])
    expect(commits).toEqual(all.slice(0, commits.length))
  }
})
