import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { aPicture } from '#kernel/attachments/testing/a-file.ts'
import { openStore } from '#kernel'
import { allMigrations } from '#areas/migrations.ts'
import { readFolder } from '#surfaces/files/read-folder.ts'
import { dataCommand } from './data-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'leitstand-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

async function run(line: string, input = ''): Promise<{ readonly code: number; readonly output: string }> {
  const output = new PassThrough()
  const said = text(output)
  const args = line.split(' ')
  const code = await dataCommand(
    { command: 'data', args, folder, environment: {} },
    { input: Readable.from([input]), output },
  ).finally(() => output.end())
  return { code: code ?? 0, output: await said }
}

const json = async (line: string, input = '') => {
  const { code, output } = await run(`${line} --json`, input)
  const answer: unknown = JSON.parse(output)
  return { code, answer: answer as Record<string, unknown> } // what each command answers is looked at by its test
}

const picture = createHash('sha256').update(aPicture).digest('hex')

function writeByHand(): void {
  for (const name of ['goals', 'people', 'teams']) mkdirSync(join(at('hand'), name), { recursive: true })
  const write = (path: string, content: string) => writeFileSync(join(at('hand'), path), content)
  write(
    'goals/GOAL-1.md',
    `---\nkey: GOAL-1\ntitle: Ship\nstate: active\nowner: PERSON-1\ndocuments:\n  - id: ${picture}\n    name: Über.png\n    size: ${aPicture.length}\n    type: image/png\n---\n\n## Why <!-- why -->\n\nDarum.\n`,
  )
  mkdirSync(at('hand/attachments'))
  writeFileSync(at(`hand/attachments/${picture}.png`), aPicture)
  write('goals/GOAL-7.md', '---\nkey: GOAL-7\ntitle: Later\nstate: draft\nparent: GOAL-1\n---\n')
  write('teams/TEAM-1.md', '---\nkey: TEAM-1\nname: Core\nkind: platform\nlead: PERSON-1\n---\n')
  write('people/PERSON-1.md', '---\nkey: PERSON-1\nname: Ada\nteam: TEAM-1\n---\n')
  write(
    'links.jsonl',
    '{"from":"TEAM-1","relation":"owns","to":"GOAL-7","at":"2026-01-01T00:00:00.000Z","by":"local"}\n',
  )
  write(
    'leitstand.yaml',
    'format: 1\nrecords: {goals: 2, teams: 1, people: 1}\nlinks: 1\nattachments: 1\nnumbers: {}\nleftOut: {types: [], fields: []}\n',
  )
}

describe('on the command line', { timeout: 120_000 }, () => {
  test('a folder comes in, goes out, comes in elsewhere and goes out the same', async () => {
    writeByHand()
    expect((await json('import hand --data one')).answer).toEqual({
      records: { goals: 2, teams: 1, people: 1 },
      links: 1,
      attachments: 1,
    })
    expect((await json('export first --data one')).answer).toMatchObject({
      head: expect.stringMatching(/^1:[0-9a-f]{64}$/),
    })
    await run('import first --data two')
    await run('export second --data two')
    expect(readFolder(at('second'))).toEqual(readFolder(at('first')))
    expect(readFileSync(at(`second/attachments/${picture}.png`)).equals(aPicture)).toBe(true)
    await expect(run('import first --data two')).rejects.toMatchObject({ code: 'conflict' })
    await expect(run('export first --data one')).rejects.toThrow('is not empty')
    await expect(run('export third --data nowhere')).rejects.toMatchObject({ code: 'not-found' })
    expect(existsSync(at('nowhere'))).toBe(false)
  })

  test('a backup is restored with the key beside it, and what was restored is the same', async () => {
    expect((await json('backup all.backup --data one')).answer).toMatchObject({
      verified: true,
      key: at('all.backup.key'),
    })
    expect(statSync(at('all.backup.key')).mode & 0o777).toBe(0o600)
    rmSync(at('one/backup.key'))
    await run('restore all.backup --data back')
    await run('export third --data back')
    expect(readFolder(at('third'))).toEqual(readFolder(at('first')))
    await expect(run('restore all.backup --data back')).rejects.toMatchObject({ code: 'conflict' })
    await expect(run('backup all.backup --data one')).rejects.toMatchObject({ code: 'conflict' })
    rmSync(at('all.backup.key'))
    await expect(run('restore all.backup --data other')).rejects.toMatchObject({ code: 'not-found' })
    await expect(run('restore all.backup --data other --key-file hand/leitstand.yaml')).rejects.toThrow(
      'holds no key',
    )
    expect(existsSync(at('other'))).toBe(false)
  })

  test('a passphrase opens what was closed with it, and no other does', async () => {
    expect(
      (await json('backup said.backup --data one --passphrase-stdin', 'pässphrase\n')).answer,
    ).toMatchObject({ key: null })
    expect(existsSync(at('said.backup.key'))).toBe(false)
    expect(readFileSync(at('said.backup')).includes('Ship')).toBe(false)
    await expect(
      run('restore said.backup --data said --passphrase-stdin', 'passphrase'),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(run('restore said.backup --data said --passphrase-stdin', 'short')).rejects.toThrow(
      'shorter than 8',
    )
    expect(existsSync(at('said'))).toBe(false)
    expect(
      (await json('restore said.backup --data said --passphrase-stdin', 'pa\u0308ssphrase')).answer,
    ).toMatchObject({ verified: true })
  })

  test('the doctor finds what was altered, and answers 1 then', async () => {
    expect(await json('doctor --data one')).toMatchObject({
      code: 0,
      answer: { holds: true, checked: { records: 4 } },
    })
    const { answer } = await json('export fourth --data one')
    const store = await openStore({ folder: at('one') }, { migrations: allMigrations })
    await store.run(`update audit set operation = 'nothing' where seq = 1`)
    await store.close()
    expect(await json(`doctor --data one --since ${String(answer['head'])}`)).toMatchObject({
      code: 1,
      answer: { holds: false, chain: { holds: false, seq: 1, reason: 'the row was altered' } },
    })
    const { output } = await run('doctor --data one')
    expect(output).toContain('The audit chain is broken at row 1')
    await expect(run('doctor --data one --since nonsense')).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each([
    ['export', 'Say which'],
    ['backup', 'Say which'],
    ['import a b', 'too much'],
    ['doctor a', 'too much'],
    ['doctor --key-file x', 'key-file'],
    ['restore a --data ', 'is empty'],
  ])('%s is wrong use', async (line, told) => {
    await expect(run(line)).rejects.toMatchObject({
      name: 'WrongUse',
      message: expect.stringContaining(told),
    })
  })
})
