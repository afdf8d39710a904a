import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { linkRules, records } from '#areas/records.ts'
import { createKernel, perform, type Kernel, type Store } from '#kernel'
import { aPlace, engines, type Place } from '#kernel/store/testing/a-store.ts'
import { everythingIn } from '#kernel/store/testing/everything-in.ts'
import {
  examineWorkspace,
  initWorkspace,
  keepErasureList,
  repeatKnownErasures,
  writeBackup,
} from '#workspace'
import { privacyVerbs, recordVerbs } from '#surfaces/operations.ts'
import { backupOptions } from './backup-options.ts'
import { openData } from './open-data.ts'
import { restoreFolder } from './restore-folder.ts'

const secret = 'correct horse battery staple'
const local = { kind: 'local' } as const
// Words that nothing else in a database can hold by chance.
const zyx = ['Zyxwia', 'zyxwia@quorl.example', 'Quorlmeisterin']
const vux = ['Vuxolin', 'vuxolin@brambel.example']

const environmentOf = ({ location }: Place) => ('url' in location ? { DATABASE_URL: location.url } : {})
const operationOf = (type: string) =>
  recordVerbs.find(({ definition }) => definition.type === type)!.operations

function kernelOn(store: Store): Kernel {
  return createKernel({
    store,
    records,
    links: linkRules,
    log: ({ error }) => {
      throw error
    },
  })
}

async function tablesHolding(store: Store, words: readonly string[]): Promise<string[]> {
  const everything = await everythingIn(store)
  return [...everything].flatMap(([table, text]) =>
    words.some((word) => text.includes(word)) ? [table] : [],
  )
}

async function aNewPlace(engine: (typeof engines)[number]): Promise<Place> {
  const place = await aPlace(engine)
  onTestFinished(place.remove)
  return place
}

describe.each(engines)('a restore on %s', { timeout: 90_000 }, (engine) => {
  test('brings nobody back who was erased since', async () => {
    const [from, to] = [await aNewPlace(engine), await aNewPlace(engine)]
    const store = await openData(from.folder, environmentOf(from))
    const kernel = kernelOn(store)
    const person = operationOf('person')
    const [name = '', email = '', role = ''] = zyx
    const { key } = await perform(kernel, person.create, local, { fields: { name, email, role } })
    await perform(kernel, person.change, local, { key, version: 1, fields: { role: 'Sonst' } })
    const stays = await perform(kernel, person.create, local, { fields: { name: 'Bleibt' } })
    // The only owner then; whose account it is was said after the backup.
    const account = { name, email, passwordHash: 'x' }
    const { id } = await perform(kernel, initWorkspace, local, account)
    const file = join(from.folder, 'elsewhere', 'all.backup')
    await writeBackup(store.database, file, secret, backupOptions.blanks)

    await perform(kernel, person.create, local, { fields: { name: vux[0], email: vux[1] } })
    await store.run(
      `update membership set person_id = (select id from record where type = 'person' and number = 1)`,
    )
    await store.run(
      `insert into sign_in_user (id, name, email, email_verified, created_at, updated_at)
       values ('other', 'Other', 'other@example.com', false, now(), now())`,
    )
    await store.run(
      `insert into membership (workspace_id, user_id, role, joined_at) values ('${store.workspaceId}', 'other', 'owner', now())`,
    )
    for (const { operations } of privacyVerbs)
      for (const each of [key, 'PERSON-3']) await perform(kernel, operations.erase, local, { key: each })
    await keepErasureList(store, join(dirname(file), 'erasures.jsonl'))
    // A line that was cut off keeps nobody from being erased.
    writeFileSync(join(dirname(file), 'erasures.jsonl'), '{"workspace":"', { flag: 'a' })
    await store.close()

    const target = { data: join(to.folder, 'back'), environment: environmentOf(to), erasures: null }
    expect(await restoreFolder(target, file, secret)).toEqual({ repeated: 2 })
    const back = await openData(target.data, environmentOf(to))
    onTestFinished(back.close)
    expect(await tablesHolding(back, [...zyx, ...vux])).toEqual([])
    const restored = kernelOn(back)
    expect(await perform(restored, person.show, local, { key: stays.key })).toMatchObject({ title: 'Bleibt' })
    expect(await perform(restored, examineWorkspace, local, {})).toMatchObject({ holds: true })
    const { rows } = await back.run('select user_id, removed_at is null as active from membership')
    expect(rows).toEqual([{ user_id: id, active: false }])
    // Nobody is owner there: whoever has the data folder becomes it.
    const again = { name: 'New', email: 'new@example.com', passwordHash: 'x' }
    expect(await perform(restored, initWorkspace, local, again)).toMatchObject({
      workspace: back.workspaceId,
    })
    await expect(perform(restored, initWorkspace, local, again)).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('an older copy of the database that was put back is brought up to the list of the folder', async () => {
  const { folder } = await aNewPlace('pglite')
  const list = join(folder, 'backups', 'erasures.jsonl')
  const person = operationOf('person')
  const first = await openData(folder, {})
  const { key } = await perform(kernelOn(first), person.create, local, { fields: { name: zyx[0] } })
  await first.close()
  mkdirSync(join(folder, 'copy'))
  cpSync(join(folder, 'database'), join(folder, 'copy', 'database'), { recursive: true })
  const second = await openData(folder, {})
  for (const { operations } of privacyVerbs) await perform(kernelOn(second), operations.erase, local, { key })
  await keepErasureList(second, list)
  await second.close()
  rmSync(join(folder, 'database'), { recursive: true })
  renameSync(join(folder, 'copy', 'database'), join(folder, 'database'))

  const store = await openData(folder, {})
  onTestFinished(store.close)
  expect(await tablesHolding(store, zyx)).not.toEqual([])
  expect(await repeatKnownErasures(kernelOn(store), [list])).toBe(1)
  expect(await tablesHolding(store, zyx)).toEqual([])
  expect(await repeatKnownErasures(kernelOn(store), [list, join(folder, 'nowhere')])).toBe(0)
})
