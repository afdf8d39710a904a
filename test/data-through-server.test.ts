import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aFolder } from '../src/evidence/git/testing/a-repository.ts'
import { readFolder } from '../src/surfaces/files/read-folder.ts'
import { initCommand } from '../src/surfaces/cli/account-commands.ts'
import { dataCommand } from '../src/surfaces/cli/data/data-command.ts'
import type { Served } from '../src/surfaces/serve/serve.ts'
import { aControlRoom } from './support/a-control-room.ts'

const folder = aFolder()
const at = (name: string) => join(folder, name)
const email = 'olga@example.com'

/** Answers what a command said and its exit code, in the words of the refusal where it was refused. */
async function run(line: string, input = '') {
  const output = new PassThrough()
  const said = text(output)
  try {
    const code = await dataCommand(
      { command: 'data', args: line.split(' '), folder, environment: {} },
      { input: Readable.from([input]), output },
    )
    output.end()
    return { code: code ?? 0, said: await said }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
    return { code: 1, said: error.message }
  } finally {
    output.end()
  }
}

/** The same with whatever differs from run to run taken out. */
async function alike(line: string, input = '') {
  const { code, said } = await run(line, input)
  return { code, said: said.replace(/\b(one|two)\b/g, 'X').replace(/\d+:[0-9a-f]{64}|[0-9a-f]{64}/g, 'HEAD') }
}

/** What a restore keeps beside the database while it lasts. */
function leftOvers(name: string): string[] {
  return readdirSync(at(name)).filter((file) => /^restoring-|^\.erasures-/.test(file))
}

describe('while a server runs on the folder', { timeout: 120_000 }, () => {
  let served: Served
  beforeAll(async () => {
    mkdirSync(join(at('hand'), 'goals'), { recursive: true })
    writeFileSync(
      join(at('hand'), 'goals/GOAL-1.md'),
      '---\nkey: GOAL-1\ntitle: Ship\nstate: active\n---\n\n## Why <!-- why -->\n\nDarum.\n',
    )
    writeFileSync(
      join(at('hand'), 'leitstand.yaml'),
      'format: 1\nrecords: {goals: 1}\nlinks: 0\nnumbers: {}\nleftOut: {types: [], fields: []}\n',
    )
    served = await aControlRoom({ data: at('one') })
  })
  afterAll(() => served.close())

  test.each([
    ['import hand --data', 0],
    ['import hand --data', 1],
    ['doctor --json --data', 0],
    ['doctor --since nonsense --data', 1],
  ])('%s says the same and exits with %i as without one', async (line, code) => {
    const through = await alike(`${line} one`)
    expect(through).toEqual(await alike(`${line} two`))
    expect(through.code).toBe(code)
  })

  test('an export is the same folder, written by the command', async () => {
    expect(await alike('export out-one --data one')).toEqual(
      expect.objectContaining({ code: 0, said: expect.stringContaining('Exported to') }),
    )
    await run('export out-two --data two')
    // When it was imported is another instant in each.
    const timeless = (name: string) =>
      readFolder(at(name)).files.filter(({ path }) => !path.startsWith('history/'))
    expect(timeless('out-one')).toEqual(timeless('out-two'))
    expect(statSync(at('out-one')).mode & 0o777).toBe(0o700)
    expect(await run('export out-one --data one')).toMatchObject({ code: 1 })
  })

  test('a backup comes to where the command stands, and nothing of it stays in the folder', async () => {
    const before = readdirSync(at('one'))
    const { code, said } = await run('backup all.backup --data one --json')
    expect({ code, said: JSON.parse(said) }).toMatchObject({ code: 0, said: { verified: true } })
    expect(statSync(at('all.backup')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('one')).filter((name) => !before.includes(name))).toEqual(['backup.key'])
    expect((await run('backup all.backup --data one')).said).toContain('already')
    expect(
      await run('backup said.backup --data one --passphrase-stdin', 'a long passphrase\n'),
    ).toMatchObject({ code: 0 })
    expect(
      await run('restore said.backup --data back --passphrase-stdin', 'a long passphrase\n'),
    ).toMatchObject({ code: 0 })
    await run('export out-back --data back')
    expect(readFolder(at('out-back'))).toEqual(readFolder(at('out-one')))
  })

  test('a restore onto it is refused, and nothing is changed', async () => {
    const { code, said } = await run('restore all.backup --data one')
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('holds something already') })
    expect(await run('doctor --data one')).toMatchObject({ code: 0 })
    expect(leftOvers('one')).toEqual([])
  })

  test('a restore onto an empty workspace goes through the server, which goes on with what was restored', async () => {
    const empty = await aControlRoom({ data: at('empty') })
    try {
      expect(await run('restore all.backup --data empty --key-file leitstand')).toMatchObject({ code: 1 })
      const wrong = await run('restore all.backup --data empty --passphrase-stdin', 'another passphrase\n')
      expect(wrong).toEqual({ code: 1, said: expect.stringContaining('all.backup') })
      const { said } = await run('restore all.backup --data empty --json')
      expect(JSON.parse(said)).toMatchObject({ data: at('empty'), verified: true, erasedAgain: 0 })
      const goal = await fetch(`${empty.url}/api/v1/goals/GOAL-1`)
      expect(await goal.json()).toMatchObject({ title: 'Ship' })
      expect(await run('doctor --data empty')).toMatchObject({ code: 0 })
      expect((await run('restore all.backup --data empty')).said).toContain('holds something already')
      expect(leftOvers('empty')).toEqual([])
    } finally {
      await empty.close()
    }
  })

  test('init makes the owner account, once', async () => {
    const init = {
      command: 'init',
      data: at('one'),
      email,
      name: null,
      password: 'a long password',
      sample: false,
      json: true,
    } as const
    let said = ''
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
      said += String(chunk)
      for (const each of rest) if (typeof each === 'function') each()
      return true
    })
    try {
      await initCommand(init, 'en')
      await expect(initCommand(init, 'en')).rejects.toMatchObject({ code: 'conflict' })
    } finally {
      output.mockRestore()
    }
    const { apiKey } = JSON.parse(said) as { apiKey: string } // the command's own shape
    const owned = { headers: { authorization: `Bearer ${apiKey}` } }
    expect((await fetch(`${served.url}/api/v1/goals`)).status).toBe(401)
    expect(await (await fetch(`${served.url}/api/v1/backups`, owned)).json()).toMatchObject({
      folder: join(at('one'), 'backups'),
      keyFile: join(at('one'), 'backup.key'),
      backups: [],
    })
    expect(readFileSync(at('one/backup.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })
})
