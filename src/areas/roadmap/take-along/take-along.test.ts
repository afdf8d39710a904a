import { describe, expect, test } from 'vitest'
import { copyCsv } from './copy-csv.ts'
import { copyFor, type CopyAsked } from './copy-for.ts'
import { copyMarkdown } from './copy-markdown.ts'
import { audiences, betsOf } from './copy-shape.ts'
import { noPromise } from './copy-words.ts'
import { drawCopy } from './picture/draw-copy.ts'
import { plainLine } from './plain-line.ts'
import { daysOfQuarter, quartersAround, quartersInWords } from './quarter-range.ts'
import { aForecast, anOutlook, dated } from './testing/an-outlook.ts'

const asked = (audience: CopyAsked['audience'], told: Partial<CopyAsked> = {}): CopyAsked => ({
  audience,
  language: 'en',
  names: false,
  keptInside: [],
  ...told,
})

/** One bet of each kind, with everything said of it that could slip out. */
const forecast = aForecast(
  [
    anOutlook('BET-1', {
      title: 'Refunds at once',
      state: 'in-progress',
      goals: [{ key: 'GOAL-1', title: 'Payments never fail' }],
      teams: ['TEAM-1'],
      wanted: '2027-03-31',
      wantedReason: 'Contract with Acme',
      chance: { chance: 0.728, over95: false },
      ...dated('2027-02-03', '2027-03-01', '2027-04-09', '2027-07-02'),
    }),
    anOutlook('BET-2', {
      title: 'Wobbly',
      state: 'shaped',
      horizon: 'next',
      marked: true,
      reason: 'The halves of the history of Checkout do not agree.',
      ...dated('2027-01-11', '2027-02-01', '2027-02-15', '2027-03-01'),
    }),
    anOutlook('BET-3', { title: 'No size yet', horizon: 'later', reason: 'Checkout owns no component.' }),
    anOutlook('BET-4', { title: 'Only thought of', state: 'idea' }),
    anOutlook('BET-5', {
      title: 'Secret takeover',
      ...dated('2027-01-11', '2027-01-11', '2027-01-12', '2027-01-13'),
    }),
    anOutlook('BET-6', {
      title: 'Far away',
      horizon: null,
      ...dated('2029-05-01', '2031-01-01', '2033-01-01', null),
    }),
  ],
  {
    teams: [{ key: 'TEAM-1', name: 'Checkout', counted: 'all', people: 3, parallel: 1, changes: 40 }],
    breaks: [{ from: '2026-12-24', until: '2027-01-03', teams: [] }],
  },
)

const forms = { markdown: copyMarkdown, csv: copyCsv, svg: drawCopy }

describe.each(Object.entries(forms))('as %s', (_, write) => {
  test('the copy for the team has keys, states, days and the chance for the day it is wanted by', () => {
    const text = write(copyFor(forecast, asked('team'))).replaceAll('\u{a0}', ' ')
    for (const said of ['BET-1', 'In progress', 'Refunds at once', 'Checkout', 'Payments never fail', '73 %'])
      expect(text).toContain(said)
    expect(text).toMatch(/9 Apr 2027|2027-04-09/)
  })

  test('the copy for the board has goals and quarters with their likelihood, and neither a key nor a team nor a day', () => {
    const text = write(copyFor(forecast, asked('board'))).replaceAll('\u{a0}', ' ')
    for (const said of ['Refunds at once', 'Payments never fail', '86 %']) expect(text).toContain(said)
    expect(text).toMatch(/Q1 to Q2 2027|2027-Q1,2027-Q2/)
    for (const unsaid of ['BET-', 'TEAM-', 'GOAL-', 'Checkout', 'Acme', 'Apr', 'Feb', '2027-04', '73 %'])
      expect(text).not.toContain(unsaid)
    const named = write(copyFor(forecast, asked('board', { names: true })))
    for (const said of ['BET-1', 'Checkout']) expect(named).toContain(said)
  })

  test('the copy for outsiders has order and ranges of what is at least shaped, and nothing else', () => {
    const text = write(copyFor(forecast, asked('outside', { keptInside: ['BET-5'] })))
    for (const said of ['Refunds at once', 'Wobbly', 'No size yet']) expect(text).toContain(said)
    expect(text).toMatch(/Q1 to Q3 2027|2027-Q1,2027-Q3/)
    const named = ['BET-', 'TEAM-', 'GOAL-', 'Checkout', 'Acme', 'Payments never fail', 'Only thought of']
    const said = ['%', 'In progress', 'Shaped', 'halves', 'component', '28 Nov', 'Secret']
    for (const unsaid of [...named, ...said]) expect(text).not.toContain(unsaid)
    // Neither a day nor any other month than the one that it was made in.
    expect(text.replaceAll('November 2026', '')).not.toMatch(
      /\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{4}-\d\d/,
    )
  })
})

test('what outsiders must not see is not in their copy at all, whatever writes it', () => {
  const { day, ...copy } = copyFor(forecast, asked('outside'))
  expect(day).toBe('2026-11-01')
  expect(JSON.stringify(copy)).not.toMatch(
    /BET-|TEAM-|GOAL-|Checkout|Acme|Payments|progress|Shaped|\d{4}-\d\d-|"days":\{|"wanted":\{|%/,
  )
})

test('what is to be read with care, and what has no end, gets no range outside, but says so', () => {
  const bets = betsOf(copyFor(forecast, asked('outside')))
  const said = new Map(bets.map((bet) => [bet.title, bet.said]))
  for (const title of ['Wobbly', 'No size yet', 'Far away'])
    expect(said.get(title)).toEqual(['no forecast yet'])
  expect(said.get('Refunds at once')).toEqual(['Q1 to Q3 2027'])
  const board = betsOf(copyFor(forecast, asked('board')))
  expect(board.find(({ title }) => title === 'Wobbly')?.said[0]).toBe('Q1 2027, with care')
})

test('the copy for outsiders says in both languages that ranges are no promises', () => {
  for (const language of ['en', 'de'] as const)
    for (const write of [copyMarkdown, drawCopy]) {
      const text = write(copyFor(forecast, asked('outside', { language }))).replaceAll('\n', ' ')
      expect(text).toContain(noPromise[language])
    }
})

test('the copy for the board says how the forecast came about and how often earlier ones came true', () => {
  const calibration = { cameTrue: 22, of: 26, share: 22 / 26 }
  const told = copyMarkdown(copyFor(forecast, asked('board', { calibration })))
  expect(told).toContain('10,000 times with the pace of the last 65 working days')
  expect(told).toContain('22 of 26 forecasts at 85 % came true (85 %)')
  expect(copyMarkdown(copyFor(forecast, asked('board')))).toContain('Too few forecasts of the past')
})

test('the end of the last quarter comes with the chance by then, never more certain than trials can tell', () => {
  const told = (...dates: Parameters<typeof dated>) =>
    betsOf(copyFor(aForecast([anOutlook('BET-1', dated(...dates))]), asked('board')))[0]?.range
  expect(told('2027-02-03', '2027-03-01', '2027-04-09', '2027-07-02')).toEqual({
    from: '2027-Q1',
    until: '2027-Q2',
    told: '86\u{a0}%',
  })
  expect(told('2027-02-03', '2027-03-01', '2027-04-09', '2027-05-02')?.told).toBe('over 95\u{a0}%')
})

test('ranges are whole quarters that hold both days', () => {
  for (const [first, last] of [
    ['2026-12-31', '2027-01-01'],
    ['2027-03-31', '2027-03-31'],
    ['2027-04-01', '2029-09-30'],
  ] as const) {
    const { from, until } = quartersAround(first, last)
    expect(daysOfQuarter(from).first <= first && last <= daysOfQuarter(until).last).toBe(true)
  }
  expect(quartersInWords({ from: '2026-Q4', until: '2027-Q1' }, 'de')).toBe('Q4 2026 bis Q1 2027')
  expect(quartersInWords({ from: '2027-Q1', until: '2027-Q2' }, 'en')).toBe('Q1 to Q2 2027')
  expect(quartersInWords({ from: '2027-Q1', until: '2027-Q1' }, 'en')).toBe('Q1 2027')
})

test('no title is taken for markup, a formula or a turn of the direction', () => {
  const hostile = [
    '<script>alert(1)</script> & "more"',
    '=HYPERLINK("http://evil.example")',
    '| a | [b](javascript:x) **c**',
    'safe\u{202e}txt.exe\u{0}\u{7}\nnext',
    'עברית 👩‍👩‍👧 \ud800',
  ]
  const copy = copyFor(
    aForecast(hostile.map((title, at) => anOutlook(`BET-${at + 1}`, { title }))),
    asked('team'),
  )
  const [markdown, csv, svg] = [copyMarkdown(copy), copyCsv(copy), drawCopy(copy)]
  for (const text of [markdown, csv, svg]) {
    expect(text.replaceAll('\r\n', '\n')).not.toMatch(/(?!\n)[\p{Cc}\u{202e}]/u)
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('👩‍👩‍👧')
  }
  expect(markdown).not.toMatch(/(?<!\\)<script/)
  expect(markdown).toContain(String.raw`\| a \| \[b\](javascript:x) \*\*c\*\*`)
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')
  expect(plainLine(' a\tb\u{2028}c\u{feff} ')).toBe('a b c')
})

test('with nothing planned every form says so, for every audience', () => {
  for (const audience of audiences) {
    const copy = copyFor(aForecast([]), asked(audience, { language: 'de' }))
    expect(copyMarkdown(copy)).toContain('Im Moment ist nichts geplant.')
    expect(drawCopy(copy)).toContain('Im Moment ist nichts geplant.')
    expect(copyCsv(copy).trim().split('\r\n')).toHaveLength(1)
  }
})
