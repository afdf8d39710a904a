import { describe, expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'
import { WrongUse } from './wrong-use.ts'

const read = (...args: string[]) => readArguments(args, { folder: '/home/ada/shop', environment: {} })

describe('scan', () => {
  test('without anything takes the folder one stands in and thirteen weeks', () => {
    expect(read('scan')).toEqual({
      command: 'scan',
      path: '/home/ada/shop',
      json: false,
      lines: false,
      asOf: null,
      weeks: 13,
      top: null,
    })
  })

  test('takes every option, in any order', () => {
    expect(
      read('scan', '--json', '--top', '5', '../other', '--lines', '--window=26w', '--as-of', '2026-02-01'),
    ).toEqual({
      command: 'scan',
      path: '/home/ada/other',
      json: true,
      lines: true,
      asOf: Date.parse('2026-02-01T23:59:59Z'),
      weeks: 26,
      top: 5,
    })
  })

  test('takes a path that looks like an option behind two dashes', () => {
    expect(read('scan', '--', '--json')).toMatchObject({ path: '/home/ada/shop/--json', json: false })
  })

  test.each([
    ['2026-02-01T10:00Z', '2026-02-01T10:00:00Z'],
    ['2026-02-01T10:00:00+02:00', '2026-02-01T08:00:00Z'],
    ['2026-02-01 10:00:00-0330', '2026-02-01T13:30:00Z'],
    ['2024-02-29', '2024-02-29T23:59:59Z'],
  ])('reads the instant %s', (text, instant) => {
    expect(read('scan', '--as-of', text)).toMatchObject({ asOf: Date.parse(instant) })
  })

  test.each([
    [['scan', '--as-of', 'yesterday'], '"yesterday" is no instant'],
    [['scan', '--as-of', '2026-02-30'], '"2026-02-30" is no instant'],
    [['scan', '--as-of', '2026-02-01T10:00'], 'is no instant'],
    [['scan', '--as-of', '2026-02-01T25:00Z'], 'is no instant'],
    [['scan', '--window', '13'], '"13" is no window'],
    [['scan', '--window', '0w'], '"0w" is no window'],
    [['scan', '--window', '105w'], '"105w" is no window'],
    [['scan', '--top', '0'], '--top takes a whole number from 1 on, not "0"'],
    [['scan', '--top', '1e3'], 'not "1e3"'],
    [['scan', '--top'], "'--top <value>' argument missing"],
    [['scan', '--jsn'], "Unknown option '--jsn'"],
    [['scan', 'a', 'b'], 'more than one path'],
    [['scan', ''], 'The path is empty'],
    [['scan', 'https://git.example.com/shop'], 'clone the repository first'],
    [[], 'Say what to do'],
  ])('%j is wrong use', (args, message) => {
    expect(() => read(...args)).toThrow(WrongUse)
    expect(() => read(...args)).toThrow(message)
  })
})

describe('serve', () => {
  test('has a default for everything', () => {
    expect(readArguments(['serve'], { folder: '/shop', environment: { XDG_DATA_HOME: '/data' } })).toEqual({
      command: 'serve',
      repo: null,
      folder: '/shop',
      port: 4400,
      data: '/data/leitstand',
      host: null,
      publicUrl: null,
    })
  })

  test('reads paths from where the user stood when npm changed the folder', () => {
    const line = readArguments(['serve', '--repo', '.', '--data', '../data', '--port', '0'], {
      folder: '/opt/leitstand',
      environment: { INIT_CWD: '/home/ada/shop' },
    })
    expect(line).toMatchObject({ repo: '/home/ada/shop', data: '/home/ada/data', port: 0 })
  })

  test.each([
    [['serve', '--port', '65536'], 'from 0 to 65535'],
    [['serve', '--port', '-1'], '--port takes a whole number from 0 to 65535, not "-1".'],
    [['serve', 'shop'], '--repo PATH'],
    [['serve', '--repo', ''], 'behind --repo is empty'],
    [['serve', '--host', '0.0.0.0'], '--public-url URL'],
    [['serve', '--public-url', 'leitstand.example.com'], 'no address such as'],
    [['serve', '--public-url', 'javascript:alert(1)'], 'no address such as'],
    [['serve', '--public-url', 'https://user:secret@leitstand.example.com'], 'no address such as'],
    [['serve', '--public-url', 'https://example.com/leitstand'], 'more than scheme, host and port'],
    [['init', '--password', 'p'], '--email E'],
    [['init', '--email', 'e@example.com'], '--password-stdin'],
    [['init', '--email', 'e@example.com', '--password', 'p', '--password-stdin'], '--password-stdin'],
    [['reset-password', '--email', 'e@example.com'], '--password-stdin'],
  ])('%j is wrong use', (args, message) => {
    expect(() => read(...args)).toThrow(WrongUse)
    expect(() => read(...args)).toThrow(message)
  })
})

test.each([['--help'], ['-h'], ['help'], ['scan', '--help'], ['serve', '-h']])(
  '%j %j asks for help',
  (...args) => {
    expect(read(...args)).toEqual({ command: 'help' })
  },
)

describe('mcp', () => {
  test('works on the folder that serve works on, and writes unless told not to', () => {
    const environment = { XDG_DATA_HOME: '/data' }
    expect(readArguments(['mcp'], { folder: '/shop', environment })).toEqual({
      command: 'mcp',
      data: '/data/leitstand',
      readOnly: false,
    })
    expect(read('mcp', '--read-only', '--data', 'own')).toEqual({
      command: 'mcp',
      data: '/home/ada/shop/own',
      readOnly: true,
    })
  })

  test.each([
    [['mcp', 'GOAL-1'], '"GOAL-1" is too much'],
    [['mcp', '--data', ''], 'The folder behind --data is empty'],
    [['mcp', '--readonly'], "Unknown option '--readonly'"],
  ])('%j is wrong use', (args, message) => {
    expect(() => read(...args)).toThrow(message)
  })
})
