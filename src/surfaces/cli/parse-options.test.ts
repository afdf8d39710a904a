import { expect, test } from 'vitest'
import { parse } from './parse-options.ts'

const options = { low: { type: 'string' }, json: { type: 'boolean' } } as const

test('a number below nought is the value of the option before it', () => {
  expect(parse(['change', 'BET-1', '--low', '-3', '--json'], options)).toMatchObject({
    values: { low: '-3', json: true },
    positionals: ['change', 'BET-1'],
  })
  expect(parse(['--low=-3'], options).values).toMatchObject({ low: '-3' })
})

test('where none can be, it is an option that is not there, or stands beside them', () => {
  expect(() => parse(['--json', '-3'], options)).toThrow("Unknown option '-3'")
  expect(() => parse(['--low', '--json'], options)).toThrow("'--low' argument is ambiguous")
  expect(parse(['--', '--low', '-3'], options).positionals).toEqual(['--low', '-3'])
})
