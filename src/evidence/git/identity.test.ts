import { expect, test } from 'vitest'
import { authorship, canonicalPerson, identify, type Signature } from './identity.ts'
import { identityKeys } from './identity-keys.ts'

const person = (address: string, name = 'Somebody'): Signature => ({ name, address })

test.each([
  ['Ada@Example.com', 'ada@example.com'],
  ['12345+ada@users.noreply.github.com', 'ada@users.noreply.github.com'],
  ['12345+Ada@users.noreply.github.example.com', 'ada@users.noreply.github.example.com'],
  ['12345-ada@users.noreply.gitlab.com', 'ada@users.noreply.gitlab.com'],
  ['12345-ada@users.noreply.gitlab.example.com', 'ada@users.noreply.gitlab.example.com'],
  [' <ada@example.com> ', 'ada@example.com'],
])('%s and %s are one person, whatever the names', (one, other) => {
  expect(canonicalPerson(person(one, 'One'))).toBe(canonicalPerson(person(other, 'Other')))
})

test.each([
  ['ada@example.com', 'ada@example.org'],
  ['ada@users.noreply.github.com', 'ada@users.noreply.gitlab.com'],
  // On GitHub a login may begin with a number and a dash.
  ['123-ada@users.noreply.github.com', 'ada@users.noreply.github.com'],
  ['ada+work@example.com', 'ada@example.com'],
])('%s and %s are two people, even under one name', (one, other) => {
  expect(canonicalPerson(person(one))).not.toBe(canonicalPerson(person(other)))
})

test.each(['', 'noreply@github.com', 'none@none', 'unknown', 'root@localhost', 'you@example.com'])(
  'the address %j is nobody: people under it are told apart by name, and joined with no other',
  (address) => {
    expect(canonicalPerson(person(address, 'Ada'))).not.toBe(canonicalPerson(person(address, 'Bo')))
    expect(canonicalPerson(person(address, 'Ada'))).toBe(canonicalPerson(person(address, 'Ada ')))
    expect(canonicalPerson(person(address, 'Ada'))).not.toBe(
      canonicalPerson(person('other@none.example', 'Ada')),
    )
  },
)

test.each([
  ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', 'bot'],
  ['Anything', '1+some-app[bot]@users.noreply.github.com', 'bot'],
  ['Some App [bot]', 'app@example.com', 'bot'],
  ['Renovate Bot', 'bot@renovateapp.com', 'bot'],
  ['semantic-release-bot', 'semantic-release-bot@martynus.net', 'bot'],
  ['GitHub Actions', 'actions@github.com', 'bot'],
  ['github-actions', 'github-actions@users.noreply.github.com', 'bot'],
  ['Greenkeeper', 'support@greenkeeper.io', 'bot'],
  ['Abbot Costello', 'abbot@example.com', 'human'],
  ['Claude', 'noreply@anthropic.com', 'agent'],
  ['Claude Opus 4.5', 'someone@example.com', 'agent'],
  ['Claude Dupont', 'claude@dupont.example', 'human'],
  ['Claude', 'claude@dupont.example', 'human'],
  ['Devin Smith', 'devin@example.com', 'human'],
  ['Jules Verne', 'jules@example.com', 'human'],
  ['Copilot', '198982749+Copilot@users.noreply.github.com', 'agent'],
  ['copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com', 'agent'],
  ['Copilot Autofix powered by AI', '1+github-code-quality[bot]@users.noreply.github.com', 'agent'],
  ['codegen-sh[bot]', '131295404+codegen-sh[bot]@users.noreply.github.com', 'agent'],
  ['Cursor Agent', 'cursoragent@cursor.com', 'agent'],
  ['Codex', 'codex@openai.com', 'agent'],
  ['Devin AI', '158243242+devin-ai-integration[bot]@users.noreply.github.com', 'agent'],
  ['google-labs-jules[bot]', '161369871+google-labs-jules[bot]@users.noreply.github.com', 'agent'],
  ['aider (gpt-4o)', 'noreply@aider.chat', 'agent'],
  ['gemini-code-assist[bot]', '176961590+gemini-code-assist[bot]@users.noreply.github.com', 'agent'],
])('%s <%s> is a %s', (name, address, kind) => {
  expect(identify({ name, address }).kind).toBe(kind)
})

test('a program under the address of a person is somebody else than the person', () => {
  const address = 'alice@corp.example'
  const alice = identify({ name: 'Alice', address })
  const others = ['github-actions', 'Claude Code'].map((name) => identify({ name, address }))
  expect(alice.canonical).toBe(address)
  expect(new Set([alice, ...others].map((one) => one.canonical)).size).toBe(3)
  expect(identify({ name: 'GitHub Actions', address }).canonical).toBe(others[0]?.canonical)
})

test('the list of bots can be added to, by name, address or its first part', () => {
  const bots = ['Release Robot', 'robot@example.com', 'translator']
  expect(identify(person('x@example.com', 'release robot'), bots).kind).toBe('bot')
  expect(identify(person('ROBOT@example.com'), bots).kind).toBe('bot')
  expect(identify(person('translator@example.org'), bots).kind).toBe('bot')
  expect(identify(person('someone@example.org'), bots).kind).toBe('human')
})

const ada = identify(person('ada@example.com', 'Ada'))
const bo = identify(person('bo@example.com', 'Bo'))
const claude = identify(person('noreply@anthropic.com', 'Claude'))
const dependabot = identify(person('support@dependabot.com', 'dependabot'))

test('a commit belongs to its author, and co-authors are the other humans, each once', () => {
  expect(authorship(ada, bo, [bo, ada, bo])).toEqual({
    author: ada,
    coauthors: [bo],
    bot: false,
    assisted: false,
  })
})

test('an agent beside a human assists and is nobody', () => {
  expect(authorship(ada, ada, [claude])).toEqual({ author: ada, coauthors: [], bot: false, assisted: true })
  expect(authorship(ada, claude, [])).toEqual({ author: ada, coauthors: [], bot: false, assisted: true })
})

test('what an agent wrote counts for its first human co-author', () => {
  expect(authorship(claude, claude, [bo, ada])).toEqual({
    author: bo,
    coauthors: [ada],
    bot: false,
    assisted: true,
  })
})

test('an agent on its own stands apart like a bot', () => {
  expect(authorship(claude, ada, [])).toEqual({ author: claude, coauthors: [], bot: true, assisted: true })
})

test('a bot stays a bot and is no co-author', () => {
  expect(authorship(dependabot, dependabot, [ada])).toMatchObject({
    author: dependabot,
    bot: true,
    assisted: false,
  })
  expect(authorship(ada, ada, [dependabot]).coauthors).toEqual([])
})

test('a human under whose name an agent worked stays the author', () => {
  const aided = identify(person('ada@example.com', 'Ada (aider)'))
  expect(authorship(aided, aided, [])).toEqual({ author: aided, coauthors: [], bot: false, assisted: true })
})

test('without the key of the workspace no address can be found again', () => {
  const one = identityKeys(Buffer.from('one key'))
  const other = identityKeys(Buffer.from('another key'))
  expect(one('ada@example.com')).toBe(one('ada@example.com'))
  expect(one('ada@example.com')).not.toBe(other('ada@example.com'))
  expect(one('ada@example.com')).not.toContain('ada')
})
