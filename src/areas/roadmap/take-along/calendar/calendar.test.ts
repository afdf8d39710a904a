import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { copyFor } from '../copy-for.ts'
import { aForecast, anOutlook, dated } from '../testing/an-outlook.ts'
import { calendarEvents } from './calendar-events.ts'
import { calendarText, folded, type CalendarEvent } from './calendar-text.ts'

const event = (told: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'BET-1.wanted@here',
  summary: 'Refunds',
  description: '',
  from: '2026-12-24',
  until: '2027-01-03',
  url: null,
  ...told,
})
const write = (events: readonly CalendarEvent[]) =>
  calendarText({ name: 'Roadmap', stamp: new Date('2026-11-28T09:08:07.654Z'), events })

/** What another program reads in it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

const hostile = 'Größe; Umfang, „alles“ \\ BEGIN:VEVENT\r\nBEGIN:VALARM\u{7}\u{202e}'

test('another reader finds what was written, whatever stands in it', () => {
  const [found] = read(
    write([event({ summary: hostile, description: 'first\nsecond', url: 'http://localhost/records/BET-1' })]),
  )
  expect(found?.summary).toBe('Größe; Umfang, „alles“ \\ BEGIN:VEVENT BEGIN:VALARM')
  expect(found?.description).toBe('first\nsecond')
  expect(found?.uid).toBe('BET-1.wanted@here')
  expect(found?.startDate.isDate).toBe(true)
  expect([found?.startDate.toString(), found?.endDate.toString()]).toEqual(['2026-12-24', '2027-01-04'])
  expect(found?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  expect(String(found?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-28T09:08:07Z')
  expect(found?.component.getFirstPropertyValue('url')).toBe('http://localhost/records/BET-1')
  expect(write([event({ summary: hostile })])).toContain(
    String.raw`SUMMARY:Größe\; Umfang\, „alles“ \\ BEGIN:VEVENT`,
  )
  expect(read(write([event({ summary: hostile }), event({ uid: 'other' })]))).toHaveLength(2)
})

test('lines end as they must, hold at most 75 octets and break within no character', () => {
  const text = write([event({ summary: 'Ä'.repeat(200), description: `x${'👩‍👩‍👧 ü'.repeat(60)}` })])
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const lines = text.split('\r\n')
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
    expect(line.isWellFormed()).toBe(true)
  }
  expect(lines.filter((line) => Buffer.byteLength(line) > 72).length).toBeGreaterThan(8)
  expect(read(text)[0]?.summary).toBe('Ä'.repeat(200))
  expect(folded('x'.repeat(75))).toBe('x'.repeat(75))
  expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
})

const copy = copyFor(
  aForecast([
    anOutlook('BET-1', {
      wanted: '2027-03-31',
      chance: { chance: 0.728, over95: false },
      ...dated('2027-02-03', '2027-03-01', '2027-04-09', '2027-07-02'),
    }),
    anOutlook('BET-2', { wanted: '2027-01-31' }),
    anOutlook('BET-3', dated('2027-02-03', '2031-03-01', '2034-01-01', null)),
  ]),
  { audience: 'team', language: 'de', names: false, keptInside: [] },
)
const dates = {
  goals: [{ key: 'GOAL-1', title: 'Nie ein Ausfall', due: '2027-06-30' }],
  breaks: [{ key: 'BREAK-1', title: 'Betriebsferien', from: '2026-12-24', until: '2027-01-03', teams: [] }],
  splitQuarters: ['2026-Q4'],
}

test('wanted days come with their chance, likely ends as ranges, goals, days off and what is to be decided', () => {
  const events = calendarEvents(copy, dates, { id: 'w1', origin: 'https://room.example' })
  const told = events.map(
    ({ from, until, summary }) => `${from} ${until} ${summary.replaceAll('\u{a0}', ' ')}`,
  )
  expect(told).toEqual([
    '2027-03-31 2027-03-31 Gewünscht: Title of BET-1 (BET-1, 73 %)',
    '2027-02-03 2027-04-09 Voraussichtlich fertig: Title of BET-1 (BET-1)',
    '2027-01-31 2027-01-31 Gewünscht: Title of BET-2 (BET-2)',
    '2027-02-03 2034-01-01 Voraussichtlich fertig: Title of BET-3 (BET-3)',
    '2027-06-30 2027-06-30 Ziel fällig: Nie ein Ausfall (GOAL-1)',
    '2026-12-24 2027-01-03 Betriebsferien',
    '2026-12-31 2026-12-31 Aufteilung für Q1 2027 entscheiden',
  ])
  expect(events[0]?.url).toBe('https://room.example/records/BET-1')
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  // Whatever moves, an event stays itself.
  const later = calendarEvents({ ...copy, day: '2026-11-29' }, dates, { id: 'w1', origin: null })
  expect(later.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
  expect(
    calendarEvents(copy, { ...dates, splitQuarters: ['2027-Q1'] }, { id: 'w1', origin: null }),
  ).toHaveLength(6)
})
