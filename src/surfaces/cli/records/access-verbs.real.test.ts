import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allMigrations } from '#areas/migrations.ts'
import { linkRules, records } from '#areas/records.ts'
import { aFolder } from '#evidence/git/testing/a-repository.ts'
import { createKernel, openStore, perform } from '#kernel'
import { recordVerbs } from '#surfaces/operations.ts'
import { createOwner, sealSecret, setProvider } from '#workspace'
import { recordCommand } from './record-command.ts'

const data = join(aFolder(), 'data')
let person = ''

beforeAll(async () => {
  const store = await openStore({ folder: data }, { migrations: allMigrations })
  const kernel = createKernel({ store, records, links: linkRules, log: () => {} })
  const local = { kind: 'local' } as const
  const owner = { name: 'Olga', email: 'olga@example.com', passwordHash: 'x' }
  await perform(kernel, createOwner, local, owner)
  const verbs = recordVerbs.find(({ definition }) => definition.type === 'person')!
  const made = await perform(kernel, verbs.operations.create, local, { fields: { name: 'Olga' } })
  person = made.key
  const sealedSecret = sealSecret(store.workspaceKey, 'sign-in-provider', 'hidden')
  const provider = { name: 'ID', issuer: 'https://id.example.com', clientId: 'leitstand', sealedSecret }
  await perform(kernel, setProvider, local, provider)
  await store.close()
})

async function run(...args: string[]): Promise<string> {
  const output = new PassThrough()
  const asked = { command: 'records', args: [...args, '--data', data], folder: '/', environment: {} } as const
  const [told] = await Promise.all([text(output), recordCommand(asked, output).finally(() => output.end())])
  return told
}

test('the command line lists members, says whose record one is by e-mail address, and takes it back', async () => {
  expect(await run('member', 'list')).toContain(`${person}? (same name)`)
  expect(await run('member', 'link-person', 'Olga@example.com', person)).toBe(`  Olga: ${person}\n`)
  expect(JSON.parse(await run('member', 'list', '--json'))).toMatchObject({
    members: [{ person, proposed: null }],
  })
  expect(await run('member', 'unlink-person', 'olga@example.com')).toBe('  Olga: no person\n')
  await expect(run('member', 'link-person', 'nobody@example.com', person)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('the command line shows, changes and takes away the provider, and never its secret', async () => {
  const shown = await run('sign-in-provider', 'show')
  expect(shown).toBe('  ID: https://id.example.com, client leitstand\n')
  expect(await run('sign-in-provider', 'set', 'Other', 'https://id.example.com', 'leitstand')).toContain(
    'Other',
  )
  await expect(run('sign-in-provider', 'set', 'X', 'https://other.example.com', 'x')).rejects.toMatchObject({
    code: 'invalid',
  })
  expect(await run('sign-in-provider', 'remove')).toContain('taken away')
  expect(await run('sign-in-provider', 'show')).toBe('  No provider.\n')
})

test('what is no verb is told with the usage', async () => {
  await expect(run('member', 'constructor')).rejects.toMatchObject({
    words: { en: 'There is no verb "constructor" for member.' },
  })
  expect(await run('sign-in-provider', '--help')).toContain('--client-secret-stdin')
})
