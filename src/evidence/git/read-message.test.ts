import { expect, test } from 'vitest'
import { readMessage } from './read-message.ts'

test.each([
  ['feat: add', 'feat'],
  ['fix(api): mend', 'fix'],
  ['Feat(api)!: add', 'feat'],
  ['chore!: drop', 'chore'],
  ['perf:faster', 'perf'],
  ['Revert "feat: add"', 'revert'],
  ['revert: feat: add', 'revert'],
  ['feature: add', null],
  ['fixed: a thing', null],
  ['fix the thing', null],
  ['feat(a)(b): add', null],
  ['WIP', null],
])('%j is of the kind %j', (subject, kind) => {
  expect(readMessage(`${subject}\n\nfix: not the subject\n`).kind).toBe(kind)
})

test('every reverted commit is named once, by its full hash only', () => {
  const [one, two] = ['1'.repeat(40), '2'.repeat(64)]
  const message = `Revert two\n\nThis reverts commit ${one}.\nThis reverts commit ${two},\nreversing changes made to ${'3'.repeat(40)}.\nThis reverts commit ${one}.\nThis reverts commit 1234567.\n`
  expect(readMessage(message).reverts).toEqual([one, two])
})

test('co-authors are read wherever a squash left their trailers', () => {
  const message = [
    'Squash (#12)',
    '',
    '* one',
    '',
    'Co-authored-by: Bo Öh <bo@example.com>',
    '',
    '* two',
    '  co-authored-by:   Cid<cid@example.com>  ',
    'CO-AUTHORED-BY: <bare@example.com>',
    'Co-authored-by: nobody at all',
    'Said: Co-authored-by: quoted <quoted@example.com>',
  ].join('\r\n')
  expect(readMessage(message).coauthors).toEqual([
    { name: 'Bo Öh', address: 'bo@example.com' },
    { name: 'Cid', address: 'cid@example.com' },
    { name: '', address: 'bare@example.com' },
  ])
})

test('a subject is one plain line of at most 300 characters', () => {
  expect(readMessage('\n\n  Hello \u001b[31mred\u0007\r\nmore').subject).toBe('Hello  [31mred')
  expect(readMessage('x'.repeat(5000)).subject).toBe('x'.repeat(300))
  const cut = readMessage(`${'x'.repeat(299)}🙂`).subject
  expect([cut.length, cut.isWellFormed()]).toEqual([299, true])
  expect(readMessage('')).toEqual({
    subject: '',
    kind: null,
    reverts: [],
    coauthors: [],
    recordKeys: [],
    trailerKeys: [],
  })
})

test('a message made to cost much time costs little', () => {
  const start = performance.now()
  readMessage(`x\n\n${'co-authored-by: '.repeat(60_000)}`)
  readMessage(`co-authored-by:${' '.repeat(1_000_000)}x`)
  readMessage(`${'('.repeat(1_000_000)}\nco-authored-by: x`)
  readMessage('AB-'.repeat(300_000))
  readMessage(`${'A'.repeat(500_000)}-${'1'.repeat(500_000)}`)
  for (let subject = 0; subject < 10; subject++) {
    readMessage(`Merge branch '${"' of a".repeat(90_000)}`)
    readMessage(`Merge ${'a.'.repeat(400)}@${'a.'.repeat(90_000)}`)
  }
  expect(performance.now() - start).toBeLessThan(3000)
})

test.each([
  ['Merge pull request #12 from ada-l/feat/login', 'Merge pull request #12 from feat/login'],
  ['Revert "Merge pull request #12 from ada-l/fix" (#13)', 'Revert "Merge pull request #12 from fix" (#13)'],
  ["Merge branch 'main' of github.com:ada-l/shop into main", "Merge branch 'main' into main"],
  ["Merge branch 'main' of https://git.example.com/ada-l/shop", "Merge branch 'main'"],
  ["Merge branch 'main' of ssh://ada@example.com/shop", "Merge branch 'main'"],
  ["Merge remote-tracking branch 'ada-l/fix'", "Merge remote-tracking branch 'fix'"],
  ['Let ada.l+git@mail.example.com log in', 'Let … log in'],
])('%j does not say whose it is: %j', (message, subject) => {
  expect(readMessage(message).subject).toBe(subject)
})

test.each([
  'Bump @scope/pkg@1.2.3-beta.rc and lodash@4.17.21',
  "Merge branch 'fix/end-of-file' into main",
  'Make use of api/v2 from app/models',
  'Merge the list of a/b into one',
])('%j names nobody and stays as it is', (subject) => {
  expect(readMessage(subject).subject).toBe(subject)
})

test.each([
  ['Let BET-12 pay in euros', ['BET-12']],
  [
    'Pay in euros\n\nServes: GOAL-3, BET-12\nRefs: [GOAL-3](https://example.com/GOAL-3)',
    ['GOAL-3', 'BET-12'],
  ],
  ["Merge branch 'feature/bet-12-euros' into main", ['BET-12']],
  ['Merge pull request #4 from team-2/BET-12-euros', ['BET-12']],
  ['Read UTF-8 by SHA-256', ['UTF-8', 'SHA-256']],
  ['Close CVE-2024-1234, see X-GOAL-3, bet-4, GOAL-0, GOAL-007, GOAL-3x, ÄGOAL-3 and A-1', []],
  ['Speak ISO-8859-15 and GOAL-3-2nd', ['GOAL-3']],
])('%j names what may be records: %j', (message, keys) => {
  expect(readMessage(message).recordKeys).toEqual(keys)
})

test.each([
  ['Pay in euros\n\nBet: BET-12', ['BET-12']],
  ['Pay in euros\n\nBet: BET-12\nServes: GOAL-3', ['BET-12', 'GOAL-3']],
  ['Let BET-12 pay in euros\n\nBet: BET-12, BET-13', ['BET-13']],
  ['BET-12: pay in euros', []],
  ['Pay in euros\n\nSee BET-12 for why.', []],
  ['Squashed\n\n* Pay\n\nBet: BET-12\n\n* Round\n\nDone.', ['BET-12']],
])('%j names in its trailers alone: %j', (message, keys) => {
  expect(readMessage(message).trailerKeys).toEqual(keys)
})

test('of many names the first twenty are kept, each once', () => {
  const keys = Array.from({ length: 30 }, (_, at) => `GOAL-${at + 1}`)
  expect(readMessage([...keys, ...keys].join(' ')).recordKeys).toEqual(keys.slice(0, 20))
})
