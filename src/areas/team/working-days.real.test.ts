import { expect, inject, onTestFinished, test } from 'vitest'
import {
  createKernel,
  openStore,
  perform,
  recordOperations,
  type Actor,
  type Kernel,
  type Store,
} from '#kernel'
import { defineRecord, type RecordDefinition } from '#kernel/shape.ts'
import { aPlace, aStore } from '#kernel/store/testing/a-store.ts'
import { examineWorkspace, exportWorkspace, importWorkspace } from '#workspace'
import { allMigrations } from '../migrations.ts'
import { linkRules, records } from '../records.ts'
import { person } from './person.record.ts'

const owner: Actor = { kind: 'local' }
const people = recordOperations(person)

/** A person as they were when days and zones could be any words. */
const personBefore = defineRecord({
  ...person,
  fields: {
    ...person.fields,
    workingDays: { kind: 'tags', label: person.fields.workingDays.label, most: 7 },
    zone: { kind: 'short-text', label: person.fields.zone.label },
  },
})
const { '0212-team-working-days': _, ...migrationsBefore } = allMigrations

test('days and zones of before come along by themselves and in an exported folder', async () => {
  const place = await aPlace('pglite')
  onTestFinished(place.remove)
  const image = inject('databaseImage')
  const older = await openStore(place.location, { migrations: migrationsBefore, image })
  const kernelBefore = aKernel(older, [...records.filter(({ type }) => type !== 'person'), personBefore])
  const write = recordOperations(personBefore).create
  for (const fields of [
    { name: 'Ada', workingDays: ['tue', 'mon'], zone: 'Europe/Berlin' },
    { name: 'Ben', workingDays: ['montag', 'di', 'mon'], zone: 'europe/berlin' },
    { name: 'Cleo', workingDays: ['mornings', 'fr'], zone: 'Mars/Olympus' },
  ])
    await perform(kernelBefore, write, owner, { fields })
  const folder = await perform(kernelBefore, exportWorkspace, owner, {})
  await older.close()

  const newer = await openStore(place.location, { migrations: allMigrations, image })
  onTestFinished(newer.close)
  const kernel = aKernel(newer, records)
  expect(await daysAndZones(kernel)).toEqual([
    [['mon', 'tue'], 'Europe/Berlin'],
    [['mon', 'tue'], 'europe/berlin'],
    [['mornings', 'fr'], 'Mars/Olympus'],
  ])
  expect(await perform(kernel, examineWorkspace, owner, {})).toMatchObject({ holds: true, findings: [] })
  const found = await perform(kernel, people.list, owner, {
    where: [{ field: 'workingDays', is: 'equal', value: ['mon'] }],
  })
  expect(found.total).toBe(2)

  const store = await aStore('pglite', allMigrations)
  onTestFinished(store.close)
  const other = aKernel(store, records)
  for (const { files } of [folder, await perform(kernel, exportWorkspace, owner, {})]) {
    await store.run('truncate record, record_number cascade')
    await perform(other, importWorkspace, owner, { files })
    const [ada, ben, cleo] = await daysAndZones(other)
    expect([ada, ben]).toEqual([
      [['mon', 'tue'], 'Europe/Berlin'],
      [['mon', 'tue'], 'Europe/Berlin'],
    ])
    expect(cleo?.[1]).toBe('Mars/Olympus')
  }
})

test('neither a form nor a file that somebody wrote brings in days and zones that are none', async () => {
  const store = await aStore('pglite', allMigrations)
  onTestFinished(store.close)
  const kernel = aKernel(store, records)
  const write = (fields: object) =>
    perform(kernel, people.create, owner, { fields: { name: 'Ada', ...fields } })
  await expect(write({ workingDays: ['mornings'] })).rejects.toThrow('must be some of mon, tue')
  await expect(write({ zone: 'Mars/Olympus' })).rejects.toThrow('must be a time zone as in Europe/Berlin')
  await write({ workingDays: ['tue', 'mon'] })
  const { files } = await perform(kernel, exportWorkspace, owner, {})
  await store.run('truncate record, record_number cascade')
  const typed = files.map(({ path, text }) => ({
    path,
    text: path.startsWith('people') ? text.replace('- mon', '- moonday') : text,
  }))
  await expect(perform(kernel, importWorkspace, owner, { files: typed })).rejects.toThrow(
    'must be some of mon',
  )
})

function aKernel(store: Store, definitions: readonly RecordDefinition[]): Kernel {
  return createKernel({
    store,
    records: definitions,
    links: linkRules,
    log: ({ error }) => {
      throw error
    },
  })
}

async function daysAndZones(kernel: Kernel) {
  const { records: all } = await perform(kernel, people.list, owner, { sort: 'key' })
  return all.map(({ fields }) => [fields['workingDays'], fields['zone']])
}
