import { expect, test } from 'vitest'
import { aRepository } from './testing/a-repository.ts'
import { readAll } from './testing/read-all.ts'

test('paths may hold newlines, quotes and bytes that are no text, and stay apart', async () => {
  const repository = aRepository()
    .commit({
      files: {
        'new\nline': '1',
        'tab\t"quote"\\': '2',
        '\n:100644 100644': '3',
        'ümlaut\u2028': '4',
        '\\xff': '5',
      },
      rawFiles: [
        [Buffer.from([0x61, 0xff]), '6'],
        [Buffer.from([0x61, 0xfe]), '7'],
      ],
    })
    .write()
  const { facts, tree } = await readAll(repository.path)
  const paths = [
    '\n:100644 100644',
    String.raw`\x5cxff`,
    String.raw`a\xfe`,
    String.raw`a\xff`,
    'new\nline',
    'tab\t"quote"\\',
    'ümlaut\u2028',
  ]
  expect(facts[0]?.changes.map((change) => change.path).sort()).toEqual(paths.sort())
  expect(tree.map((file) => file.path).sort()).toEqual(paths)
})

test('a message may look like what git writes between commits', async () => {
  const repository = aRepository().commit({ files: { a: '1' } })
  const hash = 'a'.repeat(40)
  const messages = [
    `\n:100644 100644 ${hash} ${hash} M\n`,
    `:000000 100644 ${hash} ${hash} A`,
    `${hash}\n${hash}`,
    '',
    '\n\n\n',
  ]
  for (const message of messages) repository.commit({ message, files: { a: `${message}.` } })
  const { facts } = await readAll(repository.write().path)
  expect(facts.map((fact) => fact.changes)).toEqual([
    [{ status: 'A', path: 'a' }],
    ...messages.map(() => [{ status: 'M', path: 'a' }]),
  ])
  expect(facts.map((fact) => fact.subject).slice(3)).toEqual([hash, '', ''])
})

test('names in any encoding are read, and people stay themselves', async () => {
  const repository = aRepository()
    .commit({
      author: Buffer.concat([Buffer.from('J'), Buffer.from([0xf6]), Buffer.from('rg <joerg@example.com>')]),
      encoding: 'ISO-8859-1',
      message: Buffer.from([0x46, 0xfc, 0x72]),
    })
    .commit({ author: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(' <joerg@example.com>')]) })
    .commit({ encoding: 'no-such-encoding', message: Buffer.from([0x46, 0xfc]) })
    .write()
  const { facts } = await readAll(repository.path)
  expect(facts.map((fact) => fact.author)).toEqual([
    'joerg@example.com',
    'joerg@example.com',
    'ada@example.com',
  ])
  expect(facts[0]?.subject).toBe('Für')
})

test('a message of a megabyte and a commit of fifty thousand files are read like others', async () => {
  const line = `${'x'.repeat(999)}\n`
  const files = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`d${at % 100}/f${at}`, '']))
  const repository = aRepository()
    .commit({ message: `Much\n\n${line.repeat(1000)}\nCo-authored-by: Bo <bo@example.com>\n` })
    .commit({ files })
    .write()
  const { facts } = await readAll(repository.path)
  expect(facts[0]).toMatchObject({ subject: 'Much', coauthors: ['bo@example.com'] })
  expect(facts[1]?.changes).toHaveLength(50_000)
})

test('dates of any year and offsets of any kind are read without harm', async () => {
  const repository = aRepository().commit({ at: 0 })
  const lines = [
    '4102444800 +1400',
    '2147483648 -1400',
    '253402300800 +0000',
    '1700000000 +9999',
    '1700000000 +051800',
    '1700000000 -0030',
    '9999999999999999999999 +0000',
    '-86400 +0000',
    'yesterday',
  ]
  const tree = repository.write().git('rev-parse', 'main^{tree}')
  let parent = repository.hash('main')
  for (const line of lines) {
    const person = `A <a@example.com> ${line}`
    parent = repository.object(
      'commit',
      `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n\nx\n`,
    )
  }
  repository.git('update-ref', 'refs/heads/main', parent)
  const { facts, history } = await readAll(repository.path)
  expect(facts.map((fact) => [fact.authoredAt / 1000, fact.authorOffset])).toEqual([
    [0, 0],
    [4_102_444_800, 840],
    [2_147_483_648, -840],
    [253_402_300_800, 0],
    [1_700_000_000, null],
    [1_700_000_000, null],
    [1_700_000_000, -30],
    [0, 0],
    [0, null],
    [0, null],
  ])
  expect(history.length).toBe(lines.length + 1)
  expect(() => facts.map((fact) => new Date(fact.committedAt).toISOString())).not.toThrow()
})

test('a commit whose author line cannot be read takes its time from the committer and joins with nobody', async () => {
  const repository = aRepository().commit().write()
  const tree = repository.git('rev-parse', 'main^{tree}')
  const committer = 'committer Bo <bo@example.com> 1700000000 +0100'
  const hash = repository.object('commit', `tree ${tree}\nauthor nobody at all\n${committer}\n\nx\n`)
  repository.git('update-ref', 'refs/heads/main', hash)
  const { facts } = await readAll(repository.path)
  expect(facts[0]).toMatchObject({
    authoredAt: 1_700_000_000_000,
    committedAt: 1_700_000_000_000,
    authorOffset: null,
  })
  expect(facts[0]?.author).not.toContain('example.com')
})
