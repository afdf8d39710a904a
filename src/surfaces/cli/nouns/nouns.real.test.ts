import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { allMigrations } from '#areas/migrations.ts'
import { aFolder, aRepository } from '#evidence/git/testing/a-repository.ts'
import { openStore } from '#kernel'
import { recordCommand } from '../records/record-command.ts'

const data = join(aFolder(), 'data')

beforeAll(async () => {
  const store = await openStore({ folder: data }, { migrations: allMigrations })
  await store.close()
  await run('strategy', 'goal', 'create', '--title', 'Halve the wait')
})

async function run(...args: string[]): Promise<string> {
  const output = new PassThrough()
  const asked = { command: 'records', args: [...args, '--data', data], folder: '/', environment: {} } as const
  const [told] = await Promise.all([text(output), recordCommand(asked, output).finally(() => output.end())])
  return told
}

test('what has a page of its own is told on it, all else as YAML', async () => {
  expect(await run('record', 'search', 'halve wait')).toBe('  GOAL-1  Halve the wait\n')
  expect(await run('record', 'line-of-sight', 'GOAL-1')).toContain('key: GOAL-1')
  expect(await run('repository', 'list')).toBe('  No repositories.\n')
  expect(await run('privacy', 'sheet')).toContain('What is stored about people')
  expect(await run('sample', 'show')).toMatch(/^ {2}workspace: \S+\n {2}holds: real\n {2}sample: null\n$/)
})

test('what is work for a server is refused where none runs, and nothing of it is kept', async () => {
  const { path } = aRepository()
    .commit({ files: { 'a.ts': 'x\n' } })
    .write()
  await expect(run('repository', 'add', path)).rejects.toMatchObject({
    code: 'conflict',
    hintWords: { en: expect.stringContaining('leitstand serve') },
  })
  expect(await run('repository', 'list')).toBe('  No repositories.\n')
  await expect(run('kept-backup', 'make')).rejects.toMatchObject({ code: 'conflict' })
})

test('what is no verb, too much or missing is told with the usage', async () => {
  await expect(run('repository', 'constructor')).rejects.toMatchObject({
    words: { en: 'There is no verb "constructor" for repository.' },
  })
  await expect(run('repository', 'show')).rejects.toMatchObject({ words: { en: 'REPOSITORY is missing.' } })
  await expect(run('bot', 'replace', 'robot')).rejects.toMatchObject({
    words: { en: '"robot" is too much.' },
  })
  await expect(run('repository', 'show', 'nowhere')).rejects.toMatchObject({ name: 'Refusal' })
  expect(await run('component', '--help')).toContain('catalogue REPOSITORY NAME [--paths]')
})

test('scenarios are compared by keys with commas between them, in one language throughout', async () => {
  for (const title of ['Without', 'With']) await run('roadmap', 'scenario', 'create', '--title', title)
  const told = await run('roadmap', 'compare', '--scenarios', 'SCEN-1, SCEN-2', '--language', 'de')
  expect(told).toMatch(/Heute[^]*Without[^]*With\n[^]*Tage, bis zu denen/)
  expect(await run('roadmap', 'compare', '--scenarios', '["SCEN-2"]')).toMatch(/Today[^]*With\n/)
  await expect(run('roadmap', 'compare', '--scenarios', 'SCEN-9')).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(run('roadmap', 'compare', '--scenarios', '[SCEN-1')).rejects.toMatchObject({
    words: { en: 'What stands behind --scenarios is no JSON.' },
  })
  expect(await run('roadmap', 'compare', '--help')).toContain('SCEN-1,SCEN-3')
})

test('a verb that answers with a file writes it where it is told, in the language it is told, and over nothing', async () => {
  await run('roadmap', 'bet', 'create', '--title', 'Pay at once', '--horizon', 'now')
  expect(await run('roadmap', 'export', '--as', 'markdown')).toMatch(/^# Roadmap\n[^]*Pay at once/)
  const place = join(aFolder(), 'roadmap.svg')
  const asked = ['roadmap', 'export', '--as', 'svg', '--for', 'board', '--language', 'de', '--to', place]
  expect(await run(...asked)).toBe(`  ${place}\n`)
  const written = readFileSync(place, 'utf8')
  expect(written).toContain('Roadmap für Beirat und Investoren')
  await expect(run(...asked)).rejects.toMatchObject({ words: { en: expect.stringContaining('already') } })
  expect(readFileSync(place, 'utf8')).toBe(written)
  expect(JSON.parse(await run('roadmap', 'export', '--as', 'csv', '--for', 'outside', '--json'))).toEqual({
    name: expect.stringMatching(/^roadmap-outside-\d{4}-\d\d\.csv$/),
    type: 'text/csv',
    content: 'title,horizon,from,until\r\n',
  })
  await expect(run('roadmap', 'export', '--as', 'ics', '--for', 'outside')).rejects.toMatchObject({
    code: 'invalid',
  })
  expect(await run('roadmap', 'export', '--help')).toContain('--to')
})
