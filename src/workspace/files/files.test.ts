import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/refusal.ts'
import { readValues } from '#kernel/record/read-values.ts'
import { thing } from '#kernel/record/testing/a-thing.ts'
import { canonicalValues } from './canonical-values.ts'
import { FileFaults } from './file-faults.ts'
import { filedInstant, readJsonLines } from './json-lines.ts'
import { readRecordFile, writeRecordFile } from './record-file.ts'
import { thingValues } from './testing/a-workspace.ts'

function faultsOf(text: string, path = 'things/THING-1.md') {
  const faults = new FileFaults()
  const read = readRecordFile(thing, 'THING-1', { path, text }, faults)
  try {
    faults.refuse()
    return { read, told: '' }
  } catch (error) {
    return { read, told: error instanceof Error ? error.message : '' }
  }
}

const fine = '---\nkey: THING-1\nname: Fine\nstate: idea\n---\n'

describe('a record as a file', () => {
  test('comes back with every value, whatever its text looks like', () => {
    fc.assert(
      fc.property(thingValues, (given) => {
        const { values, faults } = readValues(thing, { ...given, state: 'idea' })
        expect(faults).toEqual([])
        const file = writeRecordFile(thing, 'THING-1', canonicalValues(thing, values))
        const { read, told } = faultsOf(file.text)
        expect(told).toBe('')
        expect(canonicalValues(thing, read?.values ?? {})).toEqual(canonicalValues(thing, values))
        const again = writeRecordFile(thing, 'THING-1', canonicalValues(thing, read?.values ?? {}))
        expect(again.text).toBe(file.text)
        // An editor that ends lines in another way changes nothing.
        expect(faultsOf(file.text.replaceAll('\n', '\r\n')).read?.values).toEqual(read?.values)
      }),
      { numRuns: 500 },
    )
  })

  test('reads well', () => {
    const values = {
      name: 'Ship it',
      state: 'idea',
      text: 'Because.\n\n## Text <!-- text -->',
      price: { amount: 100, currency: 'EUR' },
      labels: ['no'],
      options: [{ option: 'Keep', cost: null }],
    }
    expect(writeRecordFile(thing, 'THING-1', values).text).toBe(
      `---
key: THING-1
name: Ship it
price:
  amount: 100
  currency: EUR
state: idea
labels:
  - "no"
options:
  - option: Keep
---

## Text <!-- text -->

Because.

\\## Text <!-- text -->
`,
    )
  })

  test.each([
    ['no front matter', 'name: Fine', 'line 1: The file must begin with YAML'],
    ['a front matter without end', '---\nkey: THING-1\n', 'line 1: The file must begin with YAML'],
    ['another key', fine.replace('THING-1', 'THING-2'), 'line 2: The key must be THING-1'],
    [
      'a name that stands twice',
      fine.replace('state:', 'name: Other\nstate:'),
      'line 4: Map keys must be unique',
    ],
    ['an unknown field', fine.replace('state:', 'weight: 3\nstate:'), 'line 4: A thing has no field weight'],
    [
      'a field of JavaScript',
      fine.replace('state:', '__proto__: 3\nstate:'),
      'line 4: A thing has no field __proto__',
    ],
    ['a state that does not exist', fine.replace('idea', 'lost'), 'line 4: State must be one of idea'],
    ['a number for a text', fine.replace('Fine', '12'), 'line 3: Name must be text'],
    ['no value for a required field', fine.replace('name: Fine\n', ''), 'Name is missing'],
    ['an alias', fine.replace('Fine', '&a Fine\nmail: *a'), 'line 4: YAML aliases have no place here'],
    ['a tag', fine.replace('Fine', '!!js/function x'), 'line 3: Unresolved tag'],
    ['broken YAML', fine.replace('Fine', '"Fine'), 'things/THING-1.md, line '],
    ['text without a heading', `${fine}\nLost words\n`, 'line 6: The text stands under no heading'],
    [
      'a section that stands twice',
      `${fine}## A <!-- text -->\n\na\n\n## A <!-- text -->\n\nb\n`,
      'text stands here twice',
    ],
    [
      'a section of an unknown field',
      `${fine}## A <!-- essay -->\n\na\n`,
      'line 6: A thing has no field essay',
    ],
    [
      'a plain field as a section',
      `${fine}## A <!-- mail -->\n\na@b.cd\n`,
      'line 6: mail belongs among the YAML',
    ],
    [
      'a section among the YAML',
      fine.replace('state:', 'text: a\nstate:'),
      'line 4: text belongs under a heading',
    ],
    ['YAML that nests without end', fine.replace('Fine', '['.repeat(50_000)), 'things/THING-1.md, line '],
    ['YAML of a million characters', fine.replace('Fine', 'x'.repeat(1_000_001)), 'longer than a million'],
  ])('refuses %s, naming file and line', (_what, text, told) => {
    const answer = faultsOf(text)
    expect(answer.read).toBeNull()
    expect(answer.told).toContain('things/THING-1.md')
    expect(answer.told).toContain(told)
  })
})

test('what is wrong stands one a line, in the language of the reader, whatever a file is called', () => {
  const faults = new FileFaults()
  readJsonLines(
    { path: 'links\n.jsonl', text: '{"from": 1, "at": "today", "more": 2}\n' },
    () => shape,
    faults,
  )
  const refused = refusalOf(() => faults.refuse())
  expect(refused?.words).toEqual({
    en: 'The folder was not imported, and nothing was written.\nlinks .jsonl, line 1: The line has not the right form: from must be text; at must be a moment as in 2026-03-01T10:00:00.000Z; must not hold more.',
    de: 'Der Ordner wurde nicht importiert, und nichts wurde geschrieben.\nlinks .jsonl, Zeile 1: Die Zeile hat nicht die richtige Form: from muss Text sein; at muss ein Zeitpunkt sein wie 2026-03-01T10:00:00.000Z; darf more nicht enthalten.',
  })
})

const shape = z.strictObject({ from: z.string(), at: filedInstant })

function refusalOf(act: () => void): Refusal | null {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return null
}
