import { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineOperation, perform, recordOperations, searchOperation, type Actor, type Kernel } from '#kernel'
import { engines } from '#kernel/store/testing/a-store.ts'
import { emptyRecords } from '#workspace'
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

describe.each(engines)('bringing in what leads to records that are there on %s', (engine) => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = await anAreasKernel(engine)
  })
  beforeEach(() => perform(kernel, empty, owner, {}))
  afterAll(() => kernel.store.close())

  const bring = (given: object) => perform(kernel, bringIn, owner, given)
  const preview = (given: object) => perform(kernel, previewBringIn, owner, given)
  const show = async (key: string) =>
    perform(kernel, key.startsWith('BET') ? bets.show : insights.show, owner, { key })

  test('an issue that is open again leaves no day on which its bet ended', async () => {
    const closed = { state: 'CLOSED', stateReason: 'COMPLETED', closedAt: '2026-02-03T10:00:00Z' }
    await bring(issues(anIssue(1, closed), anIssue(2, closed)))
    // With and without a column of the day on which issues were closed.
    expect(await bring(issues(anIssue(1), anIssue(2, closed)))).toMatchObject({ counts: { changed: 1 } })
    expect(await bring(issues(anIssue(2)))).toMatchObject({ counts: { changed: 1 } })
    for (const key of ['BET-1', 'BET-2'])
      expect((await show(key)).fields).toMatchObject({ state: 'idea', ended: null })
    expect(await bring(issues(anIssue(1), anIssue(2)))).toMatchObject({ counts: { same: 2 } })
  })

  test('of two rows that lead to one record the second is refused, and the first changes it', async () => {
    const shared = 'https://acme.example/1'
    await bring({ ...fileOf(`Id,Title,Link\n7,One,${shared}\n`, 'bet'), identity: 'Id' })
    // The second is found by the address that stands in the record.
    const given = fileOf(`Id,Title,Hypothesis\n7,One,First\n${shared},One,Second\n`, 'bet')
    const { refused, counts } = await preview(given)
    expect(counts).toMatchObject({ changed: 1, refused: 1 })
    expect(refused[0]?.reasons).toEqual([
      'It leads to BET-1, and so does row 2; only one of the two can change it.',
    ])
    await bring({ ...given, refused: 'leave-out' })
    expect((await show('BET-1')).fields['hypothesis']).toBe('First')
  })

  test('another source that nobody named changes nothing of the first by its numbers', async () => {
    await bring(fileOf('ID,Title,Text\n1,Export is slow,It takes minutes\n', 'insight'))
    const other = fileOf('ID,Title,Text\n1,Dark colours,My eyes hurt at night\n', 'insight', 'other.csv')
    const { counts, refused } = await preview(other)
    expect(counts).toMatchObject({ refused: 1, changed: 0 })
    expect(refused[0]?.reasons).toEqual([
      'It has the number of INS-1, which says something else. It looks like another source: name the source.',
    ])
    expect(await bring({ ...other, source: 'Canny' })).toMatchObject({ counts: { new: 1 } })
    const first = { title: 'Passkeys', body: 'Sign in without a password', state: 'OPEN' }
    const second = { title: 'Bigger letters', body: '', state: 'OPEN' }
    await bring(issues({ number: 7, ...first }))
    expect(await preview(issues({ number: 7, ...second }))).toMatchObject({ counts: { refused: 1 } })
    // With half of its words, or with its text, it is the same; whoever names the source says so as well.
    const edited = fileOf('ID,Title,Text\n1,Export is too slow,Now an hour\n', 'insight')
    expect(await bring(edited)).toMatchObject({ counts: { changed: 1 } })
    const renamed = fileOf('ID,Title,Text\n1,Waiting,Now an hour\n', 'insight')
    expect(await bring(renamed)).toMatchObject({ counts: { changed: 1 } })
    expect(await bring({ ...other, source: 'table' })).toMatchObject({ counts: { changed: 1 } })
  })

  test('words of customers are no titles, which would stay when they are forgotten', async () => {
    const words = `The export takes ${'very '.repeat(60)}long`
    const table = (...rows: readonly string[]) => ['Said by us,Status,Firma', ...rows].join('\n')
    const given = fileOf(table(`${words},New,Acme`, ',New,'), 'insight', 'calls/spring.csv')
    const seen = await preview(given)
    expect(seen.targets.find(({ name }) => name === 'title')).toMatchObject({ from: null, required: false })
    expect(seen.refused).toMatchObject([
      { row: 3, reasons: ['Neither a title nor what was said stands in it.'] },
    ])
    await bring({ ...given, refused: 'leave-out' })
    expect((await show('INS-1')).fields).toMatchObject({ title: 'spring 2 · Acme', text: words })
    // Known by its words wherever it stands, and called what it was called.
    const later = fileOf(table('Another,New,Other', `${words},Kept,Acme`), 'insight', 'summer.csv')
    expect(await bring(later)).toMatchObject({ counts: { new: 1, changed: 1 } })
    expect((await show('INS-1')).fields).toMatchObject({ title: 'spring 2 · Acme', state: 'kept' })
    const { hits } = await perform(kernel, searchOperation, owner, { q: 'summer 2' })
    expect(hits[0]?.key).toBe('INS-2')
  })
})
