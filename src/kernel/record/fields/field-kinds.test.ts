import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thing } from '../testing/a-thing.ts'
import { cleanFileName } from './file-name.ts'
import { typeOfName } from './file-types.ts'
import { kindOf, type Field, type FieldKindName } from './field-kinds.ts'

const label = { en: 'Field', de: 'Feld' }
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.normalize('NFC').trim())
  .filter(
    (text) => text !== '' && text.isWellFormed() && !/\p{Cc}/u.test(text) && text === text.normalize('NFC'),
  )
const amount = fc.double({ min: -1000, max: 1000, noNaN: true }).map((number) => number + 0)

function aFile(other: object) {
  return { id: 'a'.repeat(64), name: 'a.pdf', size: 1, type: 'application/pdf', ...other }
}

/** For each kind a field and values that it keeps as they are. */
const kept: { readonly [Name in FieldKindName]: readonly [Field, fc.Arbitrary<unknown>] } = {
  'short-text': [{ kind: 'short-text', label }, line],
  markdown: [
    { kind: 'markdown', label },
    fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n').trim()),
  ],
  number: [{ kind: 'number', label, least: -1000, most: 1000 }, amount],
  percentage: [
    { kind: 'percentage', label },
    fc.double({ min: 0, max: 100, noNaN: true }).map((share) => share + 0),
  ],
  money: [
    { kind: 'money', label },
    fc.record(
      { amount: fc.integer(), currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'USD') },
      { noNullPrototype: true },
    ),
  ],
  range: [
    { kind: 'range', label },
    fc.tuple(amount, amount, amount).map((numbers) => {
      const [low, likely, high] = numbers.sort((a, b) => a - b)
      return { low, likely, high }
    }),
  ],
  day: [{ kind: 'day', label }, days],
  instant: [
    { kind: 'instant', label },
    fc
      .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  ],
  duration: [
    { kind: 'duration', label },
    fc.constantFrom('P1W', 'P52W', 'P1D', 'P8D', 'PT1H', 'PT90M'.replace('90M', '1H30M'), 'P2DT3H4M', 'PT0M'),
  ],
  choice: [{ kind: 'choice', label, choices: { red: label, blue: label } }, fc.constantFrom('red', 'blue')],
  choices: [
    {
      kind: 'choices',
      label,
      choices: { mon: { en: 'Mon', de: 'Mo' }, tue: { en: 'Tue', de: 'Di' }, wed: label },
      also: { montag: 'mon' },
    },
    fc.subarray(['mon', 'tue', 'wed'], { minLength: 1 }),
  ],
  state: [
    {
      kind: 'state',
      label,
      required: true,
      choices: { a: label, b: label },
      initial: 'a',
      transitions: { a: ['b'] },
    },
    fc.constantFrom('a', 'b'),
  ],
  'yes-no': [{ kind: 'yes-no', label }, fc.boolean()],
  url: [{ kind: 'url', label }, fc.webUrl({ withQueryParameters: true, withFragments: true })],
  email: [
    { kind: 'email', label },
    fc.tuple(fc.stringMatching(/^[a-z0-9._%+-]{1,20}$/), fc.domain()).map((parts) => parts.join('@')),
  ],
  tags: [
    { kind: 'tags', label },
    fc.uniqueArray(fc.stringMatching(/^[a-zäöü0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/), {
      minLength: 1,
      maxLength: 20,
    }),
  ],
  reference: [
    { kind: 'reference', to: 'thing', label },
    fc.integer({ min: 1, max: 999_999_999 }).map((n) => `THING-${n}`),
  ],
  references: [
    { kind: 'references', to: 'thing', label },
    fc
      .uniqueArray(fc.integer({ min: 1, max: 999_999_999 }), { minLength: 1, maxLength: 50 })
      .map((numbers) => numbers.map((n) => `THING-${n}`)),
  ],
  person: [{ kind: 'person', label }, fc.integer({ min: 1, max: 9 }).map((n) => `PERSON-${n}`)],
  rows: [
    thing.fields.options,
    fc.array(
      fc.record(
        { option: line, cost: fc.option(amount), like: fc.option(fc.constant('THING-1')) },
        { noNullPrototype: true },
      ),
      {
        minLength: 1,
        maxLength: 50,
      },
    ),
  ],
  attachments: [
    { kind: 'attachments', label },
    fc
      .uniqueArray(
        fc.record({
          id: fc.stringMatching(/^[0-9a-f]{64}$/),
          name: fc
            .tuple(line, fc.constantFrom('.png', '.PDF', '.md', '.docx'))
            .map((parts) => cleanFileName(parts.join('x'))),
          size: fc.integer({ min: 1, max: 10_485_760 }),
        }),
        { minLength: 1, maxLength: 10, selector: ({ id }) => id },
      )
      .map((files) => files.map((file) => ({ ...file, type: typeOfName(file.name) }))),
  ],
}

describe.each(Object.entries(kept))('a field of the kind %s', (_name, [field, values]) => {
  const kind = kindOf(field)

  test('keeps a value as it is, which its JSON Schema lets pass', () => {
    const isValid = new Ajv2020({ validateFormats: false }).compile({ ...kind.jsonSchema(field) })
    fc.assert(
      fc.property(values, (value) => {
        expect(kind.read(field, value)).toEqual({ value })
        expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true)
        // What the API tells is what it takes.
        expect(kind.read(field, JSON.parse(JSON.stringify(value)))).toEqual({ value })
      }),
    )
  })

  test('says in both languages what is wrong with anything else, and never fails', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
        (value) => {
          const read = kind.read(field, value)
          if ('value' in read) return
          expect(read.fault.en).not.toBe('')
          expect(read.fault.de).not.toBe(read.fault.en)
        },
      ),
    )
  })
})

// Of a choice people read the label, of rows a table, of files the names: none of them is typed in that form.
const typed = Object.entries(kept).filter(
  ([name]) => !['choice', 'choices', 'state', 'rows', 'attachments'].includes(name),
)

test.each(typed)('a field of the kind %s reads what it wrote as text', (_name, [field, values]) => {
  const kind = kindOf(field)
  fc.assert(
    fc.property(values, fc.constantFrom('en', 'de'), (value, language) => {
      const text = kind.toText(field, value as never, language) // a value of this very kind
      expect(kind.read(field, kind.fromText(field, text))).toEqual({ value })
    }),
  )
})

test.each([
  ['short-text', 'a\nb', 'must be one line'],
  ['short-text', 'x'.repeat(201), 'has 201 characters; at most 200 are possible'],
  ['short-text', 'half \ud83d', 'is not valid Unicode'],
  ['short-text', 'bell \u0007', 'holds control characters'],
  ['number', Number.NaN, 'must be a number'],
  ['number', '12', 'must be a number'],
  ['number', 1001, 'must be at most 1000'],
  ['percentage', 100.1, 'must be at most 100'],
  ['money', { amount: 1.5, currency: 'EUR' }, 'must be a whole number of minor units'],
  ['money', { amount: 1, currency: 'EURO' }, 'has no currency that exists'],
  ['money', { amount: 1, currency: 'EUR', tax: 1 }, 'must have an amount and a currency'],
  ['range', { low: 2, likely: 1, high: 3 }, 'must rise from low over likely to high'],
  ['day', '2026-02-29', 'must be a day from 1900 to 2199, as in 2026-03-01'],
  ['day', '2026-2-1', 'must be a day from 1900 to 2199, as in 2026-03-01'],
  ['instant', '2026-02-30T10:00:00Z', 'must be a moment'],
  ['instant', '2026-02-28', 'must be a moment'],
  ['duration', 'P', 'must be a duration'],
  ['duration', 'P1Y', 'must be a duration'],
  ['duration', 'P999999W', 'is longer than a century'],
  ['choice', 'constructor', 'must be one of red, blue'],
  ['choices', ['mon', 'constructor'], 'must be some of mon, tue, wed'],
  ['choices', 'mon', 'must be a list of words'],
  ['url', 'javascript:alert(1)', 'must be an address that begins with https'],
  ['url', 'https://me:secret@example.com', 'must not hold a password'],
  ['email', 'ada@localhost', 'must be an e-mail address'],
  ['tags', ['two words'], 'must hold words of letters'],
  ['reference', 'THING-0', 'must be the key of a record'],
  ['rows', [{ option: 'A', colour: 'red' }], 'row 1: has a column colour that does not exist'],
  ['rows', [{ option: 'A' }, { cost: 1 }], 'row 2: has no Option'],
  ['attachments', ['a.pdf'], 'must hold files as the upload answered them'],
  ['attachments', [aFile({ id: 'A'.repeat(64) })], 'by something that is no id'],
  ['attachments', [aFile({ name: '../a.pdf' })], 'a name that no file can have'],
  ['attachments', [aFile({ name: 'a\u202efdp.pdf' })], 'a name that no file can have'],
  ['attachments', [aFile({ name: 'a.html' })], 'whose name and type differ'],
  ['attachments', [aFile({ type: 'text/html' })], 'whose name and type differ'],
  ['attachments', [aFile({ size: 10_485_761 })], 'of a size that cannot be'],
  ['attachments', [aFile({}), aFile({ name: 'b.pdf' })], 'holds the same file twice'],
] as const)('a field of the kind %s that is given %j says that it %s', (name, value, words) => {
  const [field] = kept[name]
  const read = kindOf(field).read(field, value)
  expect('fault' in read ? read.fault.en : read).toContain(words)
})

test.each([
  ['money', '1.234', undefined],
  ['money', '12,5 eur', { amount: 1250, currency: 'EUR' }],
  ['money', '100 JPY', { amount: 100, currency: 'JPY' }],
  ['number', '3,5', 3.5],
  ['percentage', '12 %', 12],
  ['duration', '2w 3d', 'P17D'],
  ['duration', '90m', 'PT1H30M'],
  ['range', '2..8', { low: 2, likely: 5, high: 8 }],
  ['yes-no', 'Ja', true],
  ['tags', ' Fast, , web ', ['fast', 'web']],
  ['choices', 'wed, MON,montag', ['mon', 'wed']],
  ['instant', '2026-03-29T03:30+02:00', '2026-03-29T01:30:00.000Z'],
] as const)('text for the kind %s: %s', (name, text, value) => {
  const [field] = kept[name]
  const kind = kindOf(field)
  const read = kind.read(field, kind.fromText(field, text))
  expect('value' in read ? read.value : undefined).toEqual(value)
})

test('what was chosen is read in the words of the language', () => {
  const [field] = kept.choices
  expect(kindOf(field).toText(field, ['mon', 'tue', 'sometimes'], 'de')).toBe('Mo, Di, sometimes')
})

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['UTC', 'UTC'],
  ['+02:00', 'must be a time zone as in Europe/Berlin'],
  ['Mars/Olympus', 'must be a time zone as in Europe/Berlin'],
])('a line that names a time zone and is given %s holds %s', (given, expected) => {
  const field: Field = { kind: 'short-text', label, names: 'zone' }
  const read = kindOf(field).read(field, given)
  expect('fault' in read ? read.fault.en : read.value).toBe(expected)
})

test.each([
  ['C:\\Users\\ada\\Angebot.pdf', 'Angebot.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', ''],
  ['.htaccess', 'htaccess'],
  ['a\u0000b\r\nc.txt', 'ab c.txt'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['  Über  漢字 🧾 .pdf ', 'Über 漢字 🧾 .pdf'],
  ['a<b>:"|?*.md', 'a_b______.md'],
  [`${'ä'.repeat(300)}.docx`, `${'ä'.repeat(115)}.docx`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a name that is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
      const name = cleanFileName(given)
      expect(cleanFileName(name)).toBe(name)
    }),
  )
})
