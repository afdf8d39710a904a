import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allMigrations } from '../src/areas/migrations.ts'
import { linkRules, records } from '../src/areas/records.ts'
import { keepForecast } from '../src/areas/roadmap/kept/keep-forecast.ts'
import { forecastQuestion, readForecast } from '../src/areas/roadmap/read-forecast.ts'
import { publishVision } from '../src/areas/strategy/publish.ts'
import { areaStoredTables } from '../src/areas/stored-tables.ts'
import { configureEvidence } from '../src/evidence/facts/evidence-settings.ts'
import { countRepositoryLines } from '../src/evidence/facts/count-repository-lines.ts'
import { evidenceStoredTables } from '../src/evidence/facts/evidence-stored-tables.ts'
import { gatherRepository } from '../src/evidence/facts/gather-repository.ts'
import { allMeasures } from '../src/evidence/measures/all-measures.ts'
import { addRepository } from '../src/evidence/operations/add-repository.ts'
import { showRepository } from '../src/evidence/operations/list-repositories.ts'
import {
  createKernel,
  perform,
  startJobs,
  type Actor,
  type Kernel,
  type Operation,
} from '../src/kernel/index.ts'
import { uploadAttachment } from '../src/kernel/attachments/upload-attachment.ts'
import { backupPlace } from '../src/surfaces/files/backup-place.ts'
import { configureBackups, kernelTables, tableNames } from '../src/workspace/index.ts'
import { secret, thing, thingLinks, thingMigrations } from '../src/kernel/record/testing/a-thing.ts'
import { recordOperations } from '../src/kernel/record/record-operations.ts'
import { aStore, engines, type EngineName } from '../src/kernel/store/testing/a-store.ts'
import { everythingIn } from '../src/kernel/store/testing/everything-in.ts'
import { privacyVerbs, recordVerbs } from '../src/surfaces/operations.ts'
import { sheetText } from '../src/surfaces/privacy/sheet-text.ts'
import { showPrivacySheet } from '../src/surfaces/privacy/show-privacy-sheet.ts'
import { allOperations } from './support/all-operations.ts'
import { aTeamRepository, givingAway } from './support/a-team-repository.ts'

const owner: Actor = { kind: 'user', id: 'u-owner', roles: ['owner'] }
const askers: readonly [string, Actor][] = [
  ['the owner at this machine', { kind: 'local' }],
  ...(['owner', 'leader', 'member', 'guest'] as const).map((role): [string, Actor] => [
    `a person who is ${role}`,
    { kind: 'user', id: `u-${role}`, roles: [role] },
  ]),
  ['a key of an owner', { kind: 'api-key', id: 'k', roles: ['owner'] }],
  ['an agent of a member', { kind: 'agent', id: 'a', roles: ['member'] }],
  ['a share link', { kind: 'share-link', id: 's' }],
  ['a webhook', { kind: 'webhook', source: 'w' }],
]
/** Who belongs to leadership, whom the hidden type is for. */
const leads = (actor: Actor) =>
  actor.kind === 'local' ||
  ('roles' in actor && actor.roles.some((role) => role === 'owner' || role === 'leader'))

// None of these words can stand anywhere by chance.
const erasedWords = ['Kwizzeline', 'kwizzeline@jubberwick.example', 'Jubberwickian', 'kwizzgit']
const hiddenWord = 'Frobnicatorplan'
// Answers whoever holds a link that is open, with what that link says and nothing of a record.
const forTheInvitedAlone = 'invitation.show'

describe.each(engines)('what must not appear, whoever asks for whatever, on %s', (engine) => {
  let scene: Awaited<ReturnType<typeof aScene>>
  beforeAll(async () => {
    scene = await aScene(engine)
  }, 120_000)
  afterAll(async () => scene.close())

  test('every operation that reads answers nothing of authors, of erased people, or of hidden records', async () => {
    const operations = await scene.operations()
    expect(operations.length).toBeGreaterThan(25)
    const answered = new Map<string, number>()
    for (const operation of operations.filter(({ writes }) => !writes)) {
      for (const [who, actor] of askers) {
        for (const answer of await scene.ask(operation, actor)) {
          const told = `${operation.name} asked by ${who}`
          if (answer.isTold) answered.set(operation.name, (answered.get(operation.name) ?? 0) + 1)
          expect(wordsIn(answer.text, givingAway), told).toEqual([])
          expect(wordsIn(answer.text, erasedWords), told).toEqual([])
          expect(namesOfAuthors(answer.text), told).toEqual([])
          if (!leads(actor)) expect(wordsIn(answer.text, [hiddenWord, 'PLAN-1']), told).toEqual([])
        }
      }
    }
    // Who asks in vain is told nothing, and so this would hold of nothing: each must have been answered somebody.
    const silent = operations.filter(
      ({ name, writes }) => !writes && !answered.has(name) && name !== forTheInvitedAlone,
    )
    expect(
      silent.map(({ name }) => name),
      'say in `questions` how these are asked',
    ).toEqual([])
  })

  test('every operation that writes refuses whoever holds none of its roles, before it looks at anything', async () => {
    for (const operation of (await scene.operations()).filter(({ writes }) => writes)) {
      const { access } = operation
      for (const [who, actor] of askers) {
        const holds =
          actor.kind === 'local' ||
          (typeof access === 'function'
            ? access(actor)
            : 'roles' in actor && actor.roles.some((role) => access.includes(role)))
        const isPerson = actor.kind === 'user' || actor.kind === 'local'
        if (holds && (operation.by !== 'person' || isPerson)) continue
        const refusal: unknown = await perform(scene.kernel, operation, actor, {}).catch(
          (error: unknown) => error,
        )
        expect(refusal, `${operation.name} by ${who}`).toMatchObject({ code: 'forbidden' })
      }
    }
  })

  test('nothing of an erased person and no author is in any table', async () => {
    const everything = await everythingIn(scene.kernel.store)
    expect(everything.get('git_commit')?.length).toBeGreaterThan(10_000)
    const holding = [...everything].filter(
      ([, text]) => wordsIn(text, [...erasedWords, ...givingAway]).length > 0,
    )
    expect(holding.map(([table]) => table)).toEqual([])
  })

  test('the sheet says of every table of the database what of people is in it', async () => {
    const names = await scene.tables()
    const own = records.map(({ type }) => type.replaceAll('-', '_'))
    const known = [...kernelTables, ...evidenceStoredTables, ...areaStoredTables].map(({ table }) => table)
    const unknown = names.filter(
      (name) =>
        !own.includes(name) &&
        !known.some((table) => (table.endsWith('*') ? name.startsWith(table.slice(0, -1)) : table === name)),
    )
    expect(unknown, 'add these to kernelTables or evidenceStoredTables').toEqual(['secret_plan', 'thing'])
    const { sections } = await perform(scene.kernel, showPrivacySheet, owner, {})
    const told = JSON.stringify(sections)
    for (const name of names.filter((each) => !unknown.includes(each) && !each.startsWith('pgboss.')))
      expect(told, name).toContain(name)
  })

  test.each(['en', 'de'] as const)(
    'the sheet in %s names every personal field with purpose and days',
    async (language) => {
      const text = sheetText(await perform(scene.kernel, showPrivacySheet, owner, { language }))
      for (const { fields } of records)
        for (const { label, personal } of Object.values(fields)) {
          if (!personal) continue
          const row = text.split('\n').find((line) => line.includes(`| ${label[language]} |`))
          expect(row).toContain(personal.purpose[language])
          expect(row).toContain(String(personal.deleteAfterDays))
        }
      for (const { title } of allMeasures) expect(text).toContain(title[language])
    },
  )
})

test('no measure is about a person, and none that is near one has facts', () => {
  expect(new Set(allMeasures.flatMap(({ scopes }) => scopes))).toEqual(new Set(['repository', 'component']))
  expect(allMeasures.filter(({ personNear }) => personNear).map(({ id }) => id)).not.toEqual([])
})

test('records about people hold nothing that counts or rates', () => {
  const counting = ['number', 'percentage', 'range', 'money', 'duration']
  for (const { definition } of privacyVerbs)
    for (const field of Object.values(definition.fields)) {
      expect(counting).not.toContain(field.kind)
      if (field.kind === 'rows')
        for (const column of Object.values(field.columns)) expect(counting).not.toContain(column.kind)
    }
})

/** A repository that was read, people of whom one was erased, and a type of record that is for leaders only. */
async function aScene(engine: EngineName) {
  const store = await aStore(engine, { ...allMigrations, ...thingMigrations })
  const clones = mkdtempSync(join(tmpdir(), 'leitstand-clones-'))
  const kernel: Kernel = createKernel({
    store,
    records: [...records, thing, secret],
    links: [...linkRules, ...thingLinks],
    log: ({ error }) => {
      throw error
    },
  })
  configureEvidence(kernel, { cloneFolder: clones, allowedRoots: [tmpdir()], allowPrivateHosts: false })
  configureBackups(kernel, backupPlace(clones, {}))
  const jobs = startJobs(kernel, [gatherRepository, countRepositoryLines])
  const local: Actor = { kind: 'local' }
  const source = { kind: 'path', source: aTeamRepository().path }
  const { id: repository } = await perform(kernel, addRepository, local, source)
  for (;;) {
    const { scan, generation } = await perform(kernel, showRepository, local, { repository })
    if (generation > 0 && scan.phase === 'done') break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const [things, plans] = [recordOperations(thing), recordOperations(secret)]
  const create = (type: string, fields: Record<string, unknown>) => {
    const verbs = recordVerbs.find(({ definition }) => definition.type === type)
    if (!verbs) throw new Error(`There is no type ${type}.`)
    return perform(kernel, verbs.operations.create, local, { fields })
  }
  const erased = await create('person', {
    name: 'Kwizzeline Jubberwickian',
    email: 'kwizzeline@jubberwick.example',
    role: 'Jubberwickian',
    identities: [{ source: 'git', identity: 'kwizzgit' }],
  })
  await create('person', { name: 'Somebody', manager: erased.key })
  await create('team', { name: 'Team', kind: 'platform', lead: erased.key })
  await create('goal', { title: 'Goal', owner: erased.key })
  const { key: vision } = await create('vision', { title: 'Vision' })
  await perform(kernel, publishVision, local, { key: vision })
  await create('strategy', { title: 'Strategy', vision: 'VISION-1' })
  await create('bet', {
    title: 'Bet',
    goals: ['GOAL-1'],
    teams: ['TEAM-1'],
    low: 3,
    high: 5,
    product: erased.key,
  })
  await create('insight', { title: 'Insight', bets: ['BET-1'] })
  await create('allocation', { title: 'Allocation', quarter: '2026-Q3' })
  await create('break', { title: 'Break', from: '2026-03-01' })
  await create('scenario', {
    title: 'Scenario',
    bets: [{ bet: 'BET-1', change: 'drop' }],
    goals: [{ goal: 'GOAL-1', change: 'drop' }],
  })
  await create('pivot', { title: 'Pivot', scenario: 'SCEN-1' })
  const upload = (name: string) =>
    perform(kernel, uploadAttachment, local, { name, content: Buffer.from(name).toString('base64') })
  const [file, unnamed] = [await upload('thing.txt'), await upload(`${hiddenWord}.txt`)]
  const about = await perform(kernel, things.create, local, { fields: { name: 'Thing', documents: [file] } })
  await perform(kernel, plans.create, local, { fields: { name: hiddenWord, about: about.key } })
  for (const { operations } of privacyVerbs)
    await perform(kernel, operations.erase, local, { key: erased.key })

  const { input, start } = await perform(kernel, readForecast, local, forecastQuestion.parse({}))
  const kept = { day: start, input: { ...input }, bets: [] }
  await perform(kernel, keepForecast, { kind: 'system', job: 'keep-forecast' }, kept)
  const everyFirst = [...records, thing, secret].map(({ prefix }) => `${prefix}-1`)
  /** Questions that operations are asked with: whichever an operation takes. */
  const questions: readonly object[] = [
    {},
    ...['PERSON-1', 'PERSON-2', ...everyFirst].flatMap((key) => [{ key }, { subject: key }]),
    ...[file.id, unnamed.id].map((id) => ({ id })),
    { archived: 'with' },
    { repository },
    { reaches: 'none', limit: 200 },
    { after: 0 },
    ...['day', 'since'].map((name) => ({ [name]: start })),
    ...['csv', 'ics'].map((as) => ({ as })),
    { key: 'BET-1', since: start },
    ...['bet', 'insight'].map((as) => ({ name: 'a.csv', content: btoa('Title\nOne\n'), as })),
    ...allMeasures.map(({ id }) => ({ repository, measure: id })),
    ...allMeasures.map(({ id }) => ({ repository, measure: id, whole: true })),
    ...[
      'components',
      'hotspots',
      'coupling',
      'component-coupling',
      'releases',
      'silent-files',
      'lead-times',
    ].map((table) => ({ repository, table, whole: true })),
    ...[hiddenWord, 'Kwizzeline', 'Somebody', givingAway[0] ?? ''].flatMap((words) => [
      { q: words },
      { query: words },
      { words },
      { text: words },
      { title: words },
    ]),
  ]

  return {
    kernel,
    async operations(): Promise<Operation<unknown, unknown>[]> {
      const all = await allOperations()
      for (const each of [...Object.values(things), ...Object.values(plans)])
        all.set(each.name, each as Operation<unknown, unknown>) // its own schema reads whatever it is given
      return [...all.values()]
    },
    /** What is told to every question that the operation takes, refusals too; without those it does not understand. */
    async ask(operation: Operation<unknown, unknown>, actor: Actor) {
      const answers: { readonly isTold: boolean; readonly text: string }[] = []
      for (const question of questions) {
        if (!operation.input.safeParse(question).success) continue
        try {
          const answer = await perform(kernel, operation, actor, question)
          answers.push({ isTold: true, text: JSON.stringify(answer) ?? '' })
        } catch (error) {
          if (!(error instanceof Error) || !('code' in error)) throw error
          // A key that is asked for comes back in the refusal: that is no answer.
          const words = JSON.stringify([
            error.message,
            Reflect.get(error, 'hint'),
            Reflect.get(error, 'details'),
          ])
          const asked = Object.values(question).filter(
            (value) => typeof value === 'string' && value.length > 2,
          )
          answers.push({
            isTold: false,
            text: asked.reduce<string>((text, value) => text.replaceAll(String(value), ''), words),
          })
        }
      }
      return answers
    },
    tables: () => kernel.store.transaction((transaction) => tableNames({ transaction })),
    async close() {
      await jobs.stop()
      await store.close()
      rmSync(clones, { recursive: true, force: true })
    },
  }
}

function wordsIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word))
}

/** Names of parts of an answer that would hold an author. */
function namesOfAuthors(text: string): string[] {
  return text.match(/"(author|coauthors|committer|address)[A-Za-z]*":/g) ?? []
}
