import { expect, test } from 'vitest'
import { readSource } from '#engines/source-files/read-source.ts'
import { insight } from './customers/insight.record.ts'
import { bet } from './roadmap/bet.record.ts'
import type { BroughtType } from './roadmap/bring-in/bring-in-shape.ts'
import { readRows } from './roadmap/bring-in/read-rows.ts'
import { settleMapping } from './roadmap/bring-in/settle-mapping.ts'
import { targetsOf } from './roadmap/bring-in/targets.ts'
import { proposeValue } from './roadmap/bring-in/words-of-others.ts'

const targets = targetsOf(bet, 'bet')

function propose(text: string) {
  const file = readSource(new TextEncoder().encode(text))
  const mapping = settleMapping(file, targets, 'bet', { map: {}, values: {} })
  const from = mapping.flatMap(({ target, from: taken }) =>
    taken ? [[target.name, 'column' in taken ? taken.column : `= ${taken.value}`]] : [],
  )
  return {
    mapping: Object.fromEntries(from),
    rows: readRows(bet, file, mapping, { source: 'Source', untitled: null }),
  }
}

test('Linear is mapped by its columns: state, estimate, due date and the labels that say what it is for', () => {
  const { mapping, rows } = propose(
    [
      'ID,Team,Title,Description,Status,Estimate,Project ID,Labels,Cycle Number,Created,Started,Completed,Due Date,Project Milestone,UUID',
      'S-1,Shop,Quicker,Why,Done,3,p,"Feature, money",4,Fri Oct 02 2026 17:00:00 GMT+0000 (GMT+00:00),Sat Oct 03 2026 09:00:00 GMT+0000 (GMT+00:00),Mon Oct 12 2026 09:00:00 GMT+0000 (GMT+00:00),Thu Oct 15 2026 00:00:00 GMT+0000 (GMT+00:00),Beta,6f',
      'S-2,Shop,Later,,Backlog,,p,Chore,,,,,,Beta,70',
    ].join('\n'),
  )
  expect(mapping).toEqual({
    title: 'Title',
    hypothesis: 'Description',
    state: 'Status',
    labels: 'Labels',
    investment: 'Labels',
    size: 'Estimate',
    wanted: 'Due Date',
    wantedReason: 'Project Milestone',
    started: 'Started',
    ended: 'Completed',
  })
  expect(rows[0]?.values).toEqual({
    title: 'Quicker',
    hypothesis: 'Why',
    state: 'shipped',
    labels: ['feature', 'money'],
    investment: 'feature',
    low: 3,
    high: 6,
    wanted: '2026-10-15',
    wantedReason: 'Beta',
    started: '2026-10-03',
    ended: '2026-10-12',
  })
  // Without a wanted day there is nothing to give a reason for.
  expect(rows[1]?.values).toMatchObject({
    state: 'idea',
    investment: 'upkeep',
    low: null,
    wantedReason: null,
  })
})

test('Jira is mapped in English and in German, with its story points and its type', () => {
  const english = propose(
    'Summary,Issue key,Issue Type,Status,Resolved,Fix versions,Labels,Labels,Custom field (Story Points),Due date,Description\nA,S-1,Bug,Done,03/Sep/26 9:05 AM,1.2,x,y,5.0,20/Aug/26 12:00 AM,B\n',
  )
  expect(english.mapping).toMatchObject({
    title: 'Summary',
    investment: 'Issue Type',
    size: 'Custom field (Story Points)',
    wantedReason: 'Fix versions',
    ended: 'Resolved',
  })
  expect(english.rows[0]?.values).toMatchObject({
    investment: 'reliability',
    low: 5,
    high: 10,
    labels: ['x', 'y'],
    wanted: '2026-08-20',
    ended: '2026-09-03',
  })
  const german = propose(
    'Zusammenfassung;Vorgangsschlüssel;Vorgangstyp;Status;Fälligkeitsdatum;Beschreibung\nA;S-1;Fehler;In Arbeit;20.08.2026;B\n',
  )
  expect(german.rows[0]?.values).toMatchObject({
    title: 'A',
    hypothesis: 'B',
    state: 'in-progress',
    investment: 'reliability',
    wanted: '2026-08-20',
    wantedReason: 'Source',
  })
})

test('what this program calls its fields and words is taken as it is', () => {
  const { rows } = propose(
    'Titel;Annahme;Stand;Art;Horizont;Gewünscht bis;Warum dann\nA;B;Zugesagt;Lernen;Als Nächstes;2026-05-01;Messe\n',
  )
  expect(rows[0]?.values).toEqual({
    title: 'A',
    hypothesis: 'B',
    state: 'committed',
    investment: 'learning',
    horizon: 'next',
    wanted: '2026-05-01',
    wantedReason: 'Messe',
  })
})

test('a text that nobody knows takes no value away, an empty cell does', () => {
  const { rows } = propose('Id,Title,Status,Type,Completed\n1,A,Parked,Bug,2026-01-02\n2,B,,,2026-01-02\n')
  expect(rows.map(({ values }) => values)).toEqual([
    { title: 'A', investment: 'reliability' },
    { title: 'B', state: null, investment: null, ended: null },
  ])
})

test('a long title is cut and stands whole at the head of the text', () => {
  const long = `Long ${'word '.repeat(40)}end`
  const { rows } = propose(`Title,Description\n${long},Text\n`)
  expect(rows[0]).toMatchObject({ isCut: true, faults: [] })
  expect(rows[0]?.title).toHaveLength(120)
  expect(rows[0]?.title.endsWith('…')).toBe(true)
  expect(rows[0]?.values['hypothesis']).toBe(`${long}\n\nText`)
})

test('a day of which nobody can say the month is refused in words, and so are cells behind the last column', () => {
  const { rows } = propose('Title,Due date\nA,03/04/2026\nB,soon,more\n')
  expect(rows.map(({ faults }) => faults.map(({ message }) => message.en))).toEqual([
    ['Wanted by: of 03/04/2026 nobody can say which number is the month; write days as 2026-03-01.'],
    [
      'The row has 1 more cell than the head.',
      'Wanted by must be a day from 1900 to 2199, as in 2026-03-01.',
    ],
  ])
})

test('an amount of which nobody can say whether it has thousands is refused, and one of a month is no year', () => {
  const read = (text: string) => {
    const file = readSource(new TextEncoder().encode(text))
    const mapping = settleMapping(file, targetsOf(insight, 'insight'), 'insight', { map: {}, values: {} })
    return readRows(insight, file, mapping, { source: 'Source', untitled: null })
  }
  const [unclear, clear] = read('Title;ARR (EUR)\nA;12.000\nB;4200\n')
  expect(unclear?.faults.map(({ message }) => message.en)).toEqual([
    'Revenue a year: of 12.000 nobody can say whether its last three digits are thousands; write it as 12000 or 12.5.',
  ])
  expect(clear?.values['revenue']).toEqual({ amount: 420_000, currency: 'EUR' })
  const small = read('Title;ARR (EUR)\nA;0.75\nB;1.250.000\nC;0,125\n')
  expect(small.map(({ values }) => values['revenue'])).toEqual([
    { amount: 75, currency: 'EUR' },
    { amount: 125_000_000, currency: 'EUR' },
    undefined,
  ])
  expect(read('Title,MRR (EUR)\nA,400\n')[0]?.values).not.toHaveProperty('revenue')
})

test.each<[string, string, BroughtType, string | null]>([
  ['state', 'closed: not planned', 'bet', 'stopped'],
  ['state', 'opened', 'bet', 'idea'],
  ['state', 'Wartet auf Gott', 'bet', null],
  ['investment', 'type: bug', 'bet', 'reliability'],
  ['investment', 'kind/tech-debt', 'bet', 'foundation'],
  ['investment', 'constructor', 'bet', null],
  ['size', 'M', 'bet', '4..8'],
  ['size', '3–5', 'bet', '3..5'],
  ['size', '2.5', 'bet', '3..6'],
  ['size', '0', 'bet', null],
  ['size', '__proto__', 'bet', null],
])('as %s, “%s” of a %s stands for %s', (name, word, as, stands) => {
  const target = targets.find((each) => each.name === name)
  expect(target && proposeValue(target, as, word)).toBe(stands)
})

test('texts of any length are looked at at once, and none is taken for a word', () => {
  const long = `${' '.repeat(100_000)}${'a:'.repeat(50_000)}`
  const { rows } = propose(`Title,Status,Labels\nA,"x${long}x","y${long}y"\n`)
  expect(rows[0]?.values['state']).toBeUndefined()
  expect(rows[0]?.values['labels']).toHaveLength(1)
})
