import fc from 'fast-check'
import type { RecordValues } from '#kernel/record/read-values.ts'

/** Text that is easily taken for something else. */
const awkward = [
  '---',
  '...',
  '## Text <!-- text -->',
  '\\## Text <!-- text -->',
  '\\\\## other <!-- other -->  ',
  '# Title',
  'a: b',
  '- x',
  '? y',
  '&anchor',
  '*alias',
  '!tag',
  '# comment',
  'x # comment',
  '<<: *a',
  'yes',
  'No',
  'null',
  '~',
  '1e3',
  '0x1F',
  '007',
  '1_000',
  '12:30:45',
  '2026-03-01',
  '.inf',
  '{a: 1}',
  '[1',
  '"quoted"',
  "it's",
  '|',
  '>-',
  '%YAML 1.1',
  'ends with spaces   ',
  '   indented',
  '\ttab',
  'wide 漢字 🧑‍💻',
  'e\u0301',
  'line\u2028separator',
  'next\u0085line',
  '\ufeffmark',
  'rtl \u202e text',
  '`code`',
  '<script>alert(1)</script>',
  'a\\b',
  '',
]

const line = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 30 })).map(storable)
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end))

/** Without what no field takes. */
function storable(given: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken away
  return given.toWellFormed().replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')
}

const oneLine = (most: number) =>
  line.map((given) => Array.from(given.normalize('NFC')).slice(0, most).join('').normalize('NFC'))
const titled = oneLine(60).map((given) => `x${given}x`)
const number = fc.oneof(fc.integer({ min: -10, max: 1000 }), fc.double({ min: -10, max: 1000, noNaN: true }))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const maybe = <Value>(given: fc.Arbitrary<Value>) => fc.option(given, { nil: null })

/** Files to attach to a thing, with names that are awkward and contents that are often the same. */
export const thingFiles: fc.Arbitrary<readonly { readonly name: string; readonly bytes: Uint8Array }[]> =
  fc.uniqueArray(
    fc.record({
      name: fc
        .tuple(oneLine(40), fc.constantFrom('.txt', '.csv', '.md'))
        .map((parts) => `x${parts.join('')}`),
      bytes: fc
        .oneof(fc.constantFrom('same', 'other'), line.filter(Boolean))
        .map((each) => Buffer.from(each)),
    }),
    { minLength: 1, maxLength: 3, selector: ({ bytes }) => Buffer.from(bytes).toString() },
  )

/** Values of a thing, of every kind but references and files. */
export const thingValues: fc.Arbitrary<RecordValues> = fc
  .record({
    name: titled,
    text: maybe(text),
    size: maybe(number),
    share: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
    price: maybe(fc.record({ currency: fc.constantFrom('EUR', 'JPY', 'USD'), amount: fc.maxSafeInteger() })),
    estimate: maybe(
      fc
        .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 })
        .map((parts) => parts.toSorted((a, b) => a - b))
        .map(([low = 0, likely = 0, high = 0]) => ({ high, low, likely })),
    ),
    wantedBy: maybe(day),
    metAt: maybe(
      fc
        .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    ),
    takes: maybe(fc.integer({ min: 0, max: 5_000_000 }).map((minutes) => `PT${minutes}M`)),
    colour: maybe(fc.constantFrom('red', 'blue')),
    urgent: maybe(fc.boolean()),
    page: maybe(fc.webUrl()),
    mail: maybe(fc.constantFrom('ada@example.com', 'no@example.com', "o'brien+x@example.org")),
    labels: maybe(
      fc.uniqueArray(fc.constantFrom('no', 'yes', '1', '1.5', 'null', 'très-vite', '0x1'), {
        minLength: 1,
      }),
    ),
    options: maybe(
      fc.array(fc.record({ cost: maybe(number), option: titled }), { minLength: 1, maxLength: 4 }),
    ),
  })
  .map((values) => ({ ...values, text: values.text?.trim() ? values.text : null }))
