import { expect, test } from 'vitest'
import { dataHome } from './data-home.ts'

test.each([
  ['linux', {}, '/home/ada', '/home/ada/.local/share/leitstand'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/leitstand'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/ada', '/home/ada/.local/share/leitstand'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Leitstand'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ada', '/data/leitstand'],
  ['win32', { LOCALAPPDATA: String.raw`D:\Local` }, String.raw`C:\Users\ada`, String.raw`D:\Local\Leitstand`],
  ['win32', {}, String.raw`C:\Users\ada`, String.raw`C:\Users\ada\AppData\Local\Leitstand`],
] as const)('on %s with %j and home %s the data lies in %s', (platform, environment, home, folder) => {
  expect(dataHome(environment, platform, home)).toBe(folder)
})
