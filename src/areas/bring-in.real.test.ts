import { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineOperation, perform, recordOperations, searchOperation, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { emptyRecords, examineWorkspace } from '#workspace'
import { insight } from './customers/insight.record.ts'
import { bringIn } from './roadmap/bring-in/bring-in.ts'
import { previewBringIn } from './roadmap/bring-in/preview-bring-in.ts'
import { bet } from './roadmap/bet.record.ts'
import { anIssue, fileOf, issues } from './testing/a-file-to-bring-in.ts'
import { anAreasKernel } from './testing/an-areas-kernel.ts'

const owner: Actor = { kind: 'local' }
const [bets, insights] = [recordOperations(bet), recordOperations(insight)]
/** As when the sample company goes: what is told before that is none of what is there now. */
const empty = defineOperation({
  name: 'sample.remove',
  input: z.strictObject({}),
  access: ['owner'],
  writes: true,
  run: (context) => emptyRecords(context, 0, []),
})

describe.each(engines)('bringing in on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine)
  })
  beforeEach(() => perform(kernel, empty, owner, {}))
  afterAll(() => kernel.store.close())

  const bring = (given: object, actor: Actor = owner) => perform(kernel, bringIn, actor, given, 'web')
  const preview = (given: object, actor: Actor = owner) =>
    perform(kernel, previewBringIn, actor, given, 'web')
  const show = async (key: string) =>
    perform(kernel, key.startsWith('BET') ? bets.show : insights.show, owner, { key })
  const total = async () => (await perform(kernel, bets.list, owner, {})).total
  const examined = () => perform(kernel, examineWorkspace, owner, {})

  test('makes each issue a bet as the dry run said, with history, search and an audit that the doctor knows', async () => {
    const given = issues(
      anIssue(1, { milestone: { title: 'Spring', dueOn: '2026-03-31T00:00:00Z' } }),
      anIssue(2, { state: 'CLOSED', stateReason: 'COMPLETED', closedAt: '2026-02-03T10:00:00Z' }),
      anIssue(3, { state: 'CLOSED', stateReason: 'NOT_PLANNED', labels: [{ name: 'Type: Bug' }] }),
    )
    const before = await preview(given)
    expect(before).toMatchObject({
      format: 'github',
      identity: 'url',
      rows: 3,
      counts: { new: 3, refused: 0 },
    })
    expect(before.first[0]).toMatchObject({ row: 1, fate: 'new', title: 'Issue 1', key: null })
    expect(await total()).toBe(0)
    expect(await bring(given)).toEqual({
      format: 'github',
      as: 'bet',
      counts: { new: 3, changed: 0, same: 0, kept: 0, refused: 0 },
      made: { first: 'BET-1', last: 'BET-3' },
    })
    expect((await show('BET-1')).fields).toMatchObject({
      title: 'Issue 1',
      hypothesis: 'Text 1',
      state: 'idea',
      labels: ['enhancement'],
      investment: 'feature',
      wanted: '2026-03-31',
      wantedReason: 'Spring',
      link: 'https://github.com/acme/shop/issues/1',
    })
    expect((await show('BET-2')).fields).toMatchObject({ state: 'shipped', ended: '2026-02-03' })
    expect((await show('BET-3')).fields).toMatchObject({
      state: 'stopped',
      investment: 'reliability',
      labels: ['type:bug'],
      ended: null,
    })
    const { versions } = await perform(kernel, bets.history, owner, { key: 'BET-1' })
    expect(versions).toMatchObject([{ version: 1, operation: 'roadmap.bring-in', surface: 'web' }])
    const { hits } = await perform(kernel, searchOperation, owner, { q: 'Issue 2' })
    expect(hits[0]?.key).toBe('BET-2')
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    await kernel.store.run(
      `update record_version set fields = fields || '{"title": "Other"}' where version = 1`,
    )
    expect((await examined()).holds).toBe(false)
  })

  test('makes nothing twice, also where the file comes under another name or with other rows', async () => {
    await bring(issues(anIssue(1), anIssue(2)))
    expect(await bring({ ...issues(anIssue(2), anIssue(3), anIssue(1)), name: 'again.json' })).toMatchObject({
      counts: { new: 1, same: 2 },
      made: { first: 'BET-3', last: 'BET-3' },
    })
    expect(await total()).toBe(3)
    expect((await show('BET-1')).version).toBe(1)
  })

  test('takes what is new in the file, keeps what a person wrote since, and says both beforehand', async () => {
    await bring(issues(anIssue(1), anIssue(2), anIssue(3), anIssue(4)))
    // Of no field that the file fills: the record still follows it.
    await perform(kernel, bets.change, owner, { key: 'BET-1', version: 1, fields: { horizon: 'now' } })
    await perform(kernel, bets.change, owner, { key: 'BET-2', version: 1, fields: { title: 'Ours' } })
    // Nothing new in the file: what somebody wrote since is no quarrel.
    await perform(kernel, bets.change, owner, { key: 'BET-3', version: 1, fields: { title: 'Our third' } })
    await perform(kernel, bets.archive, owner, { key: 'BET-4', version: 1 })
    const again = issues(
      anIssue(1, { title: 'Theirs', state: 'CLOSED', closedAt: '2026-05-05T00:00:00Z' }),
      anIssue(2, { title: 'Theirs' }),
      anIssue(3),
      anIssue(4, { title: 'Theirs' }),
    )
    const before = await preview(again)
    const counts = { new: 0, changed: 1, same: 1, kept: 2, refused: 0 }
    expect(before.counts).toEqual(counts)
    expect(before.changed).toMatchObject([{ key: 'BET-1', title: 'Theirs' }])
    expect(before.changed[0]?.fields).toEqual([
      { label: 'Title', text: 'Theirs', now: 'Issue 1' },
      { label: 'State', text: 'Shipped', now: 'Idea' },
      { label: 'Ended', text: '2026-05-05', now: '' },
    ])
    expect(before.kept).toMatchObject([
      { key: 'BET-2', fields: [{ label: 'Title', text: 'Theirs', now: 'Ours' }] },
      { key: 'BET-4', reasons: ['It is put away.'] },
    ])
    expect(await bring(again)).toMatchObject({ counts, made: null })
    expect(await show('BET-1')).toMatchObject({
      version: 3,
      fields: { title: 'Theirs', state: 'shipped', horizon: 'now' },
    })
    expect((await show('BET-2')).fields['title']).toBe('Ours')
    expect((await show('BET-3')).fields['title']).toBe('Our third')
    expect((await show('BET-4')).fields['title']).toBe('Issue 4')
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    // From then on that is what came in last.
    expect((await preview(again)).counts).toMatchObject({ same: 2, kept: 2 })
    const { versions } = await perform(kernel, bets.history, owner, { key: 'BET-1' })
    expect(versions[0]?.operation).toBe('roadmap.bring-in')
  })

  test('a field that is mapped later fills what is empty, and one that is not mapped any more stays', async () => {
    const file = fileOf('Id,Title,Notes,When\n7,One,Because,2026-04-01\n', 'bet')
    await bring(file)
    const map = { stopCriteria: { column: 'Notes' }, hypothesis: null, wanted: { column: 'When' } }
    expect((await preview({ ...file, map })).counts).toMatchObject({ changed: 1 })
    await bring({ ...file, map })
    expect((await show('BET-1')).fields).toMatchObject({
      hypothesis: 'Because',
      stopCriteria: 'Because',
      wanted: '2026-04-01',
      wantedReason: 'CSV',
    })
  })

  test('brings nothing in while a row is refused, and all others where that is wanted', async () => {
    const given = issues(
      anIssue(1),
      anIssue(2, { title: '' }),
      anIssue(3, { createdAt: '2026-01-01T00:00:00Z', body: 'x'.repeat(50_001) }),
      anIssue(1, { title: 'Again' }),
    )
    const { refused, counts } = await preview(given)
    expect(counts).toMatchObject({ new: 1, refused: 3 })
    expect(refused.map(({ row, reasons }) => [row, ...reasons])).toEqual([
      [2, 'Title is missing.'],
      [3, 'Hypothesis has 50001 characters; at most 50000 are possible.'],
      [4, 'It stands in the file twice; row 1 is the first.'],
    ])
    await expect(bring(given)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('3 of 4 rows are refused.\nNo. 2: Title is missing.') as string,
      fields: [{ path: '2.title' }, { path: '3.hypothesis' }, { path: '4' }],
    })
    expect(await total()).toBe(0)
    expect(await bring({ ...given, refused: 'leave-out' })).toMatchObject({ counts: { new: 1, refused: 3 } })
    expect(await total()).toBe(1)
  })

  test('leaves nothing behind where it fails in the middle', async () => {
    await bring(issues(anIssue(1)))
    await kernel.store.run('alter table brought_in add constraint no_more check (version < 2)')
    const later = issues(anIssue(1, { title: 'Other' }), anIssue(2))
    await expect(bring(later)).rejects.toThrow('no_more')
    await kernel.store.run('alter table brought_in drop constraint no_more')
    expect(await total()).toBe(1)
    expect((await show('BET-1')).fields['title']).toBe('Issue 1')
    expect(await bring(later)).toMatchObject({ counts: { new: 1, changed: 1 }, made: { first: 'BET-2' } })
  })

  test('two at once make nothing twice', async () => {
    const all = await Promise.all([1, 2, 3].map(() => bring(issues(anIssue(1), anIssue(2)))))
    expect(all.reduce((sum, { counts }) => sum + counts.new, 0)).toBe(2)
    expect(await total()).toBe(2)
  })

  test('insights come from a table of what customers said, with what is not known left empty', async () => {
    const given = fileOf(
      [
        'ID;Feedback;Kanal;Firma;ARR (EUR);Stimmen;Datum;Tags;E-Mail;Status',
        '1;"Export dauert zu lange, sagt anna@example.com";NPS;Nordlicht;12.000;3;14.2.2026;Export, Tempo;anna@example.com;Offen',
        '2;Zweites Konto;Fax;;;0;;;;Parkplatz',
      ].join('\n'),
      'insight',
    )
    const seen = await preview({ ...given, language: 'de' })
    expect(seen.leftOut).toEqual({ columns: ['E-Mail'], requests: 0, outOfTexts: 1 })
    const state = seen.targets.find(({ name }) => name === 'state')
    expect(state?.values).toEqual([
      { text: 'Offen', count: 1, to: 'new' },
      { text: 'Parkplatz', count: 1, to: null },
    ])
    await bring({ ...given, values: { state: { Parkplatz: 'let-go' } } })
    expect((await show('INS-1')).fields).toMatchObject({
      title: 'file 2 · Nordlicht',
      text: 'Export dauert zu lange, sagt …@…',
      state: 'new',
      source: 'survey',
      customer: 'Nordlicht',
      revenue: { amount: 1_200_000, currency: 'EUR' },
      count: 3,
      heard: '2026-02-14',
      labels: ['export', 'tempo'],
      contact: null,
    })
    expect((await show('INS-2')).fields).toMatchObject({ source: null, count: null, state: 'let-go' })
  })

  test('the same numbers of two sources do not meet, and what has no number is told apart by its title', async () => {
    await bring({ ...fileOf('Id,Title\n1,One\n', 'bet'), source: 'Productboard' })
    expect(await bring({ ...fileOf('Id,Title\n1,Other\n', 'bet'), source: 'Canny' })).toMatchObject({
      counts: { new: 1 },
    })
    const untold = fileOf('Title,Status\nThird,Done\n', 'bet')
    await bring(untold)
    expect(await bring(untold)).toMatchObject({ counts: { same: 1 } })
    const endless = fileOf(`Id,Title\n${'9'.repeat(9000)},Fourth\n`, 'bet')
    await bring(endless)
    expect(await bring(endless)).toMatchObject({ counts: { same: 1 } })
    expect(await total()).toBe(4)
  })

  test('a record that names the address already is that record, and nothing that stands there is replaced', async () => {
    await perform(kernel, insights.create, owner, {
      fields: { title: 'Ours', link: 'https://github.com/acme/shop/issues/1' },
    })
    const given = { ...issues(anIssue(1)), as: 'insight' }
    expect(await preview(given)).toMatchObject({ counts: { kept: 1 }, kept: [{ key: 'INS-1' }] })
    const same = { ...issues(anIssue(1, { title: 'Ours' })), as: 'insight' }
    expect(await bring(same)).toMatchObject({ counts: { changed: 1, new: 0 } })
    expect((await show('INS-1')).fields).toMatchObject({ title: 'Ours', text: 'Text 1' })
  })

  test('only who may write such records looks through a file or brings it in', async () => {
    const as = (kind: 'user' | 'agent', role: 'leader' | 'member' | 'guest'): Actor => ({
      kind,
      id: `${kind}-${role}`,
      roles: [role],
    })
    const given = issues(anIssue(1))
    for (const ask of [preview, bring]) {
      await expect(ask(given, as('user', 'member'))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(ask(given, as('user', 'guest'))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(ask(given, { kind: 'share-link', id: 's' })).rejects.toMatchObject({ code: 'forbidden' })
      await ask({ ...given, as: 'insight' }, as('user', 'member'))
      await ask(given, as('agent', 'leader'))
    }
  })

  test('what is no mapping is refused with what there is', async () => {
    const given = fileOf('Title,Notes\nOne,Two\n', 'bet')
    await expect(preview({ ...given, map: { goals: { column: 'Notes' } } })).rejects.toMatchObject({
      code: 'invalid',
      message: 'There is no field goals that a file could fill.',
    })
    await expect(preview({ ...given, map: { title: { column: 'Name' } } })).rejects.toMatchObject({
      message: 'The file has no column “Name”.',
      hint: 'It has Title, Notes.',
    })
    await expect(preview({ ...given, identity: 'Key' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(preview({ ...given, content: 'not base64' })).rejects.toMatchObject({ code: 'invalid' })
    const wrong = await preview({ ...given, map: { investment: { value: 'fun' } } })
    expect(wrong.refused[0]?.reasons).toEqual([
      'Investment must be one of feature, foundation, reliability, learning, upkeep.',
    ])
  })

  test('words that were forgotten in time do not come back by the same file', async () => {
    const given = fileOf('Id,Title,Text\n1,One,What she said\n', 'insight')
    await bring(given)
    const fields = { text: null, consentUntil: '2020-01-01' }
    await perform(kernel, insights.change, owner, { key: 'INS-1', version: 1, fields })
    await kernel.store.run(`update record_version set fields = fields || '{"text": null}'`)
    expect(await bring(given)).toMatchObject({ counts: { same: 1 } })
    expect((await show('INS-1')).fields['text']).toBeNull()
  })

  test('hundreds of rows come in and change in one go, each with its version and its place in the audit', async () => {
    const table = (size: number) =>
      fileOf(
        [
          'Id,Title,Estimate,Due date',
          ...Array.from({ length: 250 }, (_, at) => `${at},Idea ${at},${(at % size) + 1},`),
        ].join('\n'),
        'bet',
      )
    expect(await bring(table(3))).toMatchObject({ made: { first: 'BET-1', last: 'BET-250' } })
    expect((await show('BET-3')).fields).toMatchObject({ low: 3, high: 6, wanted: null })
    expect(await bring(table(2))).toMatchObject({ counts: { same: 84, changed: 166 } })
    expect(await show('BET-3')).toMatchObject({ version: 2, fields: { low: 1, high: 2, title: 'Idea 2' } })
    expect(await examined()).toMatchObject({ holds: true, findings: [] })
    expect(await bring(table(2))).toMatchObject({ counts: { same: 250 } })
  })
})
