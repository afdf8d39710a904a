import { expect, test } from 'vitest'
import { z, type ZodType } from 'zod'
import { inputFaults, inWords } from './input-faults.ts'

function faultOf(schema: ZodType, value: unknown) {
  const { error } = schema.safeParse(value, { reportInput: true })
  return inputFaults(error?.issues ?? [])[0]
}

test.each<[what: string, ZodType, unknown, en: string, de: string]>([
  ['what is missing', z.string(), undefined, 'is missing', 'fehlt'],
  ['another type', z.string(), 7, 'must be text', 'muss Text sein'],
  ['no number', z.coerce.number(), 'x', 'must be a number', 'muss eine Zahl sein'],
  ['a part of a number', z.int(), 1.5, 'must be a whole number', 'muss eine ganze Zahl sein'],
  ['no list', z.array(z.string()), 'x', 'must be a list', 'muss eine Liste sein'],
  ['empty text', z.string().min(1), '', 'must not be empty', 'darf nicht leer sein'],
  [
    'text that is too long',
    z.string().max(3),
    'four',
    'must have at most 3 characters',
    'muss höchstens 3 Zeichen haben',
  ],
  [
    'a list that is too short',
    z.array(z.string()).min(2),
    [],
    'must have at least 2 entries',
    'muss mindestens 2 Einträge haben',
  ],
  ['a number that is too large', z.number().max(52), 53, 'must be at most 52', 'muss höchstens 52 sein'],
  ['a number that is not above', z.number().gt(0), 0, 'must be more than 0', 'muss mehr als 0 sein'],
  [
    'none of the choices',
    z.enum(['csv', 'json']),
    'xml',
    'must be one of csv, json',
    'muss eines von csv, json sein',
  ],
  [
    'a field that is not known',
    z.strictObject({ a: z.string() }),
    { a: '', b: 1, c: 2 },
    'must not hold b, c',
    'darf b, c nicht enthalten',
  ],
  [
    'a wrong form',
    z.iso.date(),
    'today',
    'must be a day such as 2026-01-31',
    'muss ein Tag wie 2026-01-31 sein',
  ],
  ['none of several', z.union([z.string(), z.number()]), null, 'is not valid', 'ist nicht gültig'],
  [
    'what a check of its own finds',
    z.string().refine(() => false, inWords({ en: 'must be relative', de: 'muss relativ sein' })),
    'x',
    'must be relative',
    'muss relativ sein',
  ],
])('says of %s what it must be, in both languages', (_, schema, value, en, de) => {
  expect(faultOf(schema, value)).toEqual({ path: '', message: { en, de } })
})

test('names the place of a fault within the input', () => {
  const schema = z.object({ components: z.array(z.object({ name: z.string() })) })
  expect(faultOf(schema, { components: [{ name: 1 }] })?.path).toBe('components.0.name')
})
