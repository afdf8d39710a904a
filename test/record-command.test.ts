import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#kernel'
import { aPicture } from '#kernel/attachments/testing/a-file.ts'
import { recordCommand } from '#surfaces/cli/records/record-command.ts'
import { WrongUse } from '#surfaces/cli/wrong-use.ts'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import { aControlRoom } from './support/a-control-room.ts'
import { program } from '../scripts/program-for-tests.js'

/** Runs one command line in a process of its own. */
async function run(data: string, ...args: string[]) {
  const { DATABASE_URL: _, ...environment } = process.env
  const command = spawn(process.execPath, [program, ...args, '--data', data], { env: environment })
  const [out, err, [code]] = await Promise.all([
    text(command.stdout),
    text(command.stderr),
    once(command, 'exit'),
  ])
  return { out, err, code }
}

/** A data folder with a workspace and no server. */
async function aWorkspace(data = join(aFolder(), 'data')): Promise<string> {
  await (await aControlRoom({ data })).close()
  return data
}

describe('commands on a data folder that nobody has open', () => {
  let data: string

  beforeAll(async () => {
    data = await aWorkspace()
  })

  test('write, change and read records, and history tells that it was the command line', async () => {
    const create = 'strategy goal create --labels flow,team --due 2026-06-30 --json'.split(' ')
    const rows = ['--check-ins', '2026-01-05 | 3 | 50 | slow', '--check-ins', '2026-02-05 | 4']
    const made = await run(data, ...create, '--title', 'Everyone ships daily', ...rows)
    expect(made, made.err).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toMatchObject({
      key: 'GOAL-1',
      version: 1,
      fields: {
        labels: ['flow', 'team'],
        checkIns: [
          { day: '2026-01-05', value: 3, confidence: 50, note: 'slow' },
          { day: '2026-02-05', value: 4, confidence: null, note: null },
        ],
      },
    })
    const changed = await run(data, 'strategy', 'goal', 'change', 'goal-1', '--due', '', '--state', 'active')
    expect(changed.out).toContain('GOAL-1  Everyone ships daily')
    expect(changed.out).toMatch(/State\s+Active/)
    expect(changed.out).not.toContain('2026-06-30')
    const history = await run(data, 'strategy', 'goal', 'history', 'GOAL-1', '--json')
    const { versions } = JSON.parse(history.out)
    expect(versions.map((each: { surface: string }) => each.surface)).toEqual(['cli', 'cli'])
    expect((await run(data, 'strategy', 'goal', 'history', 'GOAL-1')).out).toContain('State: Draft > Active')
  })

  test('a list is a table, narrowed and ordered by options', async () => {
    await run(data, 'team', 'team', 'create', '--name', 'Core', '--kind', 'platform')
    await run(data, 'team', 'team', 'create', '--name', '\u{202e}eroC', '--kind', 'enabling')
    const all = await run(data, 'team', 'team', 'list', '--sort=-name')
    expect(all.out).toMatch(/^ {2}key +name +kind/)
    expect(all.out).toContain('TEAM-1')
    expect(all.out, 'nothing turns the direction of writing').toContain(String.raw`\u{202e}eroC`)
    expect(all.out).toContain('2 teams')
    const one = await run(data, 'team', 'team', 'list', '--kind', 'platform', '--lead-empty', '--json')
    expect(JSON.parse(one.out)).toMatchObject({ total: 1, records: [{ key: 'TEAM-1' }] })
  })

  test('two commands at once wait for each other', async () => {
    const both = await Promise.all(
      ['One', 'Two'].map((name) => run(data, 'team', 'person', 'create', '--name', name)),
    )
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    const list = await run(data, 'team', 'person', 'list', '--json')
    expect(JSON.parse(list.out).total).toBe(2)
  })

  test('ends with 1 where it is refused and with 2 where it is not understood, and says why', async () => {
    const refused = await run(data, 'strategy', 'goal', 'show', 'GOAL-99')
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no record GOAL-99.') })
    const unknown = await run(data, 'strategy', 'goal', 'show')
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('KEY is missing.') })
    expect(unknown.err).toContain('Usage: leitstand strategy goal show GOAL-1')
  })

  test('speak German where the environment is German, in pages, help and refusals; JSON is what it always is', async () => {
    const german = async (line: string) => {
      const output = new PassThrough()
      const said = text(output)
      const args = [...line.split(' '), '--data', data]
      const environment = { LANG: 'de_DE.UTF-8' }
      await recordCommand({ command: 'records', args, folder: '/', environment }, output)
        .catch((error: unknown) => output.write(String(error instanceof WrongUse ? error.usage : error)))
        .finally(() => output.end())
      return said
    }
    await run(data, 'strategy', 'goal', 'create', '--title', 'Laden', '--state', 'draft')
    expect(await german('strategy goal list')).toMatch(/^ {2}Schlüssel +Titel[^]+ Ziele?\n/)
    const shown = await german('strategy goal show GOAL-1')
    expect(shown).toMatch(/Version \d+ · geändert/)
    expect(shown).toMatch(/Stand +Aktiv/)
    expect(await german('strategy goal history GOAL-1')).toContain('Stand: Entwurf > Aktiv')
    expect(await german('strategy goal history GOAL-1 --json')).toContain('"after": "Active"')
    expect(await german('link list GOAL-1')).toContain('Keine Verbindungen.')
    expect(await german('strategy goal constructor')).toContain('Aufruf: leitstand strategy goal VERB')
    const help = await Promise.all(
      [
        'strategy',
        'strategy goal',
        'strategy goal create',
        'strategy goal list',
        'strategy goal change',
        'link',
      ].map((what) => german(`${what} --help`)),
    )
    expect(help.join('\n')).not.toMatch(/\b(the|else|which|every|Usage|Options|Records|required)\b/)
    expect(help.join('\n')).toContain('die Version, der dies gilt; sonst die jetzige')
  })

  test('help says at every level what comes next, and opens nothing', async () => {
    const nowhere = join(aFolder(), 'nothing-here')
    const [area, record, verb, link] = await Promise.all([
      run(nowhere, 'team', '--help'),
      run(nowhere, 'team', 'team', '--help'),
      run(nowhere, 'team', 'team', 'create', '--help'),
      run(nowhere, 'link', '--help'),
    ])
    expect(area?.out).toContain('person')
    expect(record?.out).toContain('archive')
    expect(verb?.out).toContain('--kind stream-aligned|platform|enabling|complicated-subsystem')
    expect(link?.out).toContain('supersedes')
    expect((await run(nowhere, 'team', 'team', 'list')).err).toContain(`There is no workspace in ${nowhere}.`)
  })
})

describe('commands beside a running server', () => {
  let data: string
  let served: Awaited<ReturnType<typeof aControlRoom>>

  beforeAll(async () => {
    data = join(aFolder(), 'data')
    served = await aControlRoom({ data })
  })
  afterAll(() => served.close())

  test('go through it, and what it refuses is refused in its words', async () => {
    const made = await run(data, 'strategy', 'goal', 'create', '--title', 'Through the server', '--json')
    expect(made, made.err).toMatchObject({ code: 0 })
    const { key } = JSON.parse(made.out)
    const shown = await (await fetch(`${served.url}/api/v1/goals/${key}`)).json()
    expect(shown).toEqual(JSON.parse(made.out))
    const { versions } = await (await fetch(`${served.url}/api/v1/goals/${key}/history`)).json()
    expect(versions[0]).toMatchObject({ surface: 'cli', operation: 'goal.create' })
    const refused = await run(data, 'strategy', 'goal', 'show', 'GOAL-99')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('There is no record GOAL-99.') })
  })

  test('links are made, listed and taken away', async () => {
    await run(data, 'team', 'team', 'create', '--name', 'Core', '--kind', 'platform')
    const made = await run(data, 'link', 'add', 'TEAM-1', 'owns', 'GOAL-1')
    expect(made.out).toBe('  TEAM-1 owns GOAL-1\n')
    expect((await run(data, 'link', 'list', 'GOAL-1')).out).toMatch(/owned by +TEAM-1 +Core/)
    expect((await run(data, 'link', 'remove', 'TEAM-1', 'owns', 'GOAL-1')).code).toBe(0)
    expect((await run(data, 'link', 'list', 'GOAL-1')).out).toContain('No links.')
  })

  test('files are uploaded from their paths, kept by their ids, and come back byte for byte', async () => {
    const folder = aFolder()
    const bytes = Buffer.from([...aPicture, 0, 255, 13, 10])
    writeFileSync(join(folder, 'Skizze.png'), bytes)
    writeFileSync(join(folder, 'notes.md'), '# Notes')
    const within = (...args: string[]) => {
      const output = new PassThrough()
      const line = {
        command: 'records',
        args: [...args, '--json', '--data', data],
        folder,
        environment: {},
      } as const
      const said = text(output)
      return recordCommand(line, output)
        .finally(() => output.end())
        .then(async () => JSON.parse(await said))
    }
    const goal = ['strategy', 'goal']
    const made = await within(...goal, 'create', '--title', 'With files', '--documents', 'Skizze.png')
    const [picture] = made.fields.documents
    expect(picture).toMatchObject({ name: 'Skizze.png', size: bytes.length, type: 'image/png' })
    const both = ['--documents', picture.id, '--documents', join(folder, 'notes.md')]
    const changed = await within(...goal, 'change', made.key, ...both)
    expect(changed.fields.documents).toMatchObject([picture, { name: 'notes.md' }])
    const { path } = await within('attachment', 'read', picture.id, '--to', 'back.png')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    await expect(within('attachment', 'read', picture.id, '--to', 'back.png')).rejects.toThrow(
      'there is one already',
    )
    expect(await within('attachment', 'upload', 'notes.md')).toMatchObject({ name: 'notes.md', size: 7 })
    const taken = await within(...goal, 'change', made.key, '--documents', '')
    expect(taken.fields.documents).toBe(null)
  })

  test.each([
    [['strategy', 'goal', 'create', '--title', 'x', '--documents', 'none.pdf'], 1, 'it is not there'],
    [['strategy', 'goal', 'create', '--title', 'x', '--documents', '/tmp'], 1, 'is no plain file'],
    [['strategy', 'goal', 'change', 'GOAL-1', '--documents', 'a'.repeat(64)], 1, 'The record has no file'],
    [['attachment', 'read', 'a'.repeat(64)], 1, 'There is no such file.'],
    [['attachment', 'toString'], 2, 'There is no verb "toString" for files.'],
    [['attachment', 'read'], 2, 'ID is missing.'],
    [['strategy', 'goal', 'create'], 1, 'Title is missing'],
    [['strategy', 'goal', 'create', '--title', 'x', '--due', 'soon'], 1, 'Due'],
    [['strategy', 'goal', 'show', 'GOAL-99'], 1, 'There is no record GOAL-99.'],
    [['strategy', 'goal', 'change', 'GOAL-1', '--version', '9', '--title', 'x'], 1, 'has changed'],
    [['link', 'add', 'GOAL-1', 'nonsense', 'TEAM-1'], 1, 'There is no relation nonsense.'],
    [['strategy', 'goal', 'change', 'GOAL-1'], 2, 'Say what to change.'],
    [['strategy', 'goal', 'change', 'GOAL-1', '--version', '1.5', '--title', 'x'], 2, '--version takes'],
    [['strategy', 'goal', 'show'], 2, 'KEY is missing.'],
    [['strategy', 'goal', 'show', 'GOAL-1', 'GOAL-2'], 2, '"GOAL-2" is too much.'],
    [['strategy', 'goal', 'create', '--nonsense', 'x'], 2, "Unknown option '--nonsense'"],
    [['strategy', 'goal', 'create', '--title', 'x', '--title', 'y'], 2, '--title stands there twice.'],
    [['strategy', 'goal', 'constructor'], 2, 'There is no verb "constructor"'],
    [['strategy', 'team', 'list'], 2, 'has no records "team"'],
    [['link', 'toString'], 2, 'There is no verb "toString"'],
    [['constructor'], 2, 'There is no command "constructor".'],
  ] as const)('%j ends with %i: %s', async (args, code, words) => {
    const line = {
      command: 'records',
      args: [...args, '--data', data],
      folder: '/',
      environment: {},
    } as const
    const told = await recordCommand(line).catch((error: unknown) => error)
    expect(told).toBeInstanceOf(code === 1 ? Refusal : WrongUse)
    expect(String(told)).toContain(words)
  })

  test.skipIf(process.platform === 'win32')('its socket is for this user alone', () => {
    expect(statSync(join(data, 'socket')).mode & 0o777).toBe(0o600)
  })
})

describe.skipIf(process.platform === 'win32')('the socket of a server', () => {
  test('goes with the server, and one that a killed server left is in nobody’s way', async () => {
    const data = join(aFolder(), 'data')
    mkdirSync(data)
    writeFileSync(join(data, 'socket'), '')
    const served = await aControlRoom({ data })
    expect((await run(data, 'strategy', 'goal', 'list')).out).toContain('No goals.')
    await served.close()
    expect(readdirSync(data)).not.toContain('socket')
    expect((await run(data, 'strategy', 'goal', 'list')).out).toContain('No goals.')
  })

  test('is found in a folder whose path is too long for one', async () => {
    const data = join(aFolder(), 'long'.repeat(40), 'data')
    const served = await aControlRoom({ data })
    try {
      expect((await run(data, 'strategy', 'goal', 'list')).out).toContain('No goals.')
    } finally {
      await served.close()
    }
    expect(readdirSync(data)).not.toContain('socket')
  })
})
