import { expect, test } from 'vitest'
import { parseSource, redacted } from './parse-source.ts'

test.each([
  ['https://github.com/a/b.git', 'https', 'github.com', null, null, 'https://github.com/a/b.git'],
  [' https://Example.COM:8443/a b ', 'https', 'example.com', 8443, null, 'https://example.com:8443/a%20b'],
  ['https://0x7f.1/a', 'https', '127.0.0.1', null, null, 'https://127.0.0.1/a'],
  ['https://[::1]:8443/a', 'https', '::1', 8443, null, 'https://[::1]:8443/a'],
  ['http://host/a', 'http', 'host', null, null, 'http://host/a'],
  ['ssh://git@host:2222/a/b.git', 'ssh', 'host', 2222, 'git', 'ssh://git@host:2222/a/b.git'],
  ['git@github.com:a/b.git', 'ssh', 'github.com', null, 'git', 'git@github.com:a/b.git'],
  ['host:~me/b', 'ssh', 'host', null, null, 'host:~me/b'],
  ['git@[::1]:a', 'ssh', '::1', null, 'git', 'git@[::1]:a'],
])('%s is an address', (given, transport, host, port, user, url) => {
  expect(parseSource(given)).toEqual({ kind: 'remote', transport, host, port, user, url })
})

test.each(['/srv/git/a', './a:b', '../a', 'a', String.raw`C:\git\a`, 'C:/git/a', '~/a'])(
  '%s is a folder',
  (given) => {
    expect(parseSource(given)).toEqual({ kind: 'folder', path: given })
  },
)

test.each([
  ['another transport', 'git://host/a'],
  ['a file address', 'file:///etc'],
  ['a program', 'ext::sh -c touch% /tmp/x'],
  ['a program by another name', 'fd::17/foo'],
  ['ftp', 'ftp://host/a'],
  ['an option', '--upload-pack=touch /tmp/x'],
  ['an option as ssh host', '-oProxyCommand=touch:a'],
  ['an option as host of a url', 'ssh://-oProxyCommand=touch/a'],
  ['an option as user', '-oProxyCommand=x@host:a'],
  ['an option as user of a url', 'ssh://-oProxyCommand=x@host/a'],
  ['an option as encoded user', 'ssh://%2DoProxyCommand@host/a'],
  ['an option as path', 'git@host:-x'],
  ['an encoded newline in the path', 'ssh://host/a%0Ab'],
  ['a newline', 'https://host/a\nb'],
  ['a NUL', 'https://host/a\0b'],
  ['no host', 'https:///'],
  ['no ssh host', ':path'],
  ['no path', 'git@host:'],
  ['a blank in the host', 'git@ho st:a'],
  ['a backslash that browsers take for a slash', String.raw`https://host\@evil/a`],
  ['nothing', '  '],
])('%s is refused', (_what, given) => {
  expect(refusal(given)).toMatchObject({ name: 'Refusal', code: 'invalid' })
})

test.each([
  'https://me:geheim@host/a',
  'https://geheim@host/a',
  'https://host/a?access_token=geheim',
  'https://host/a#geheim',
  'ssh://git:geheim@host/a',
  'http://geheim:x@host/a',
])('a secret in an address is refused and not repeated: %s', (given) => {
  const message = String(refusal(given))
  expect(message).toMatch(/must not hold a user, password or token/)
  expect(message).not.toContain('geheim')
})

test('secrets go from what is told', () => {
  expect(redacted("unable to access 'https://me:geheim@host/a?t=geheim': no")).not.toContain('geheim')
  expect(redacted('see git@host:a and https://host/a')).toBe('see git@host:a and https://host/a')
})

function refusal(given: string): unknown {
  try {
    return parseSource(given)
  } catch (error) {
    return error
  }
}
