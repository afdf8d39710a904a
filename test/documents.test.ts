import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../scripts/root.js'
import { areaVerbs } from '../src/areas/verbs.ts'
import type { AreaVerb } from '../src/kernel/operation/area-verb.ts'
import { commandsOf as verbsOf } from '../src/surfaces/cli/records/area-verbs.ts'
import { accessUsage, linkUsage, verbUsage } from '../src/surfaces/cli/records/record-usage.ts'
import { commandVerbs, type RecordVerb } from '../src/surfaces/cli/records/record-verbs.ts'
import { usage } from '../src/surfaces/cli/usage.ts'
import { recordVerbs, type RecordVerbs } from '../src/surfaces/operations.ts'
import { faultsOf } from './support/document-faults.ts'
import type { Named } from './support/document-faults.ts'
import { commandsOf, readDocuments } from './support/read-documents.ts'

const manifest: {
  scripts: Record<string, string>
  dependencies: object
  devDependencies: object
  optionalDependencies: object
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packages = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(
  Object.keys,
)
const pages = readDocuments()
const textOf = (path: string) => pages.find((page) => page.path === path)?.text ?? ''

const named: Named = {
  // What is built is there once it is built; that it is built there is the build's own test.
  pathExists: (path) => path.startsWith('dist/') || existsSync(join(root, path)),
  scripts: Object.keys(manifest.scripts),
  packages,
  usage: [usage, linkUsage('en'), ...recordVerbs.flatMap(allUsages), ...areaVerbs.map(usageOf)].join('\n'),
}

function usageOf({ area, record, verb }: AreaVerb): string {
  const command = verbsOf(area, record)[verb]
  return command ? accessUsage(area, { [verb]: command }, 'en') : ''
}

function allUsages(verbs: RecordVerbs): string[] {
  return Object.keys(commandVerbs).map((verb) => verbUsage(verbs, verb as RecordVerb, 'en')) // the keys are its verbs
}

describe('what the pages name exists', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
    expect(faultsOf(page, named)).toEqual([])
  })

  test.each([
    ['see [that](docs/nothing.md)', 'links to docs/nothing.md'],
    ['see `src/nothing/here.ts`', 'names src/nothing/here.ts'],
    ['see `nothing.json`', 'names nothing.json'],
    ['with `@nobody/nothing`', 'names the package @nobody/nothing'],
    ['run `npm run nothing`', 'runs npm nothing'],
    ['```sh\nnpm run nothing\n```', 'runs npm nothing'],
    ['```sh\nnpm start -- --nothing\n```', 'gives --nothing'],
    ['```sh\nnpx --no-install leitstand nothing\n```', 'calls leitstand nothing'],
    ['```sh\nnpx --no-install leitstand scan --nothing\n```', 'gives --nothing'],
    ['```sh\nnpx leitstand scan\n```', 'runs npx, which nobody checks'],
    ['```sh\nnode scripts/nothing.js\n```', 'runs scripts/nothing.js'],
    ['```sh\nmake all\n```', 'runs make, which nobody checks'],
  ])('but not in %j', (text, said) => {
    expect(faultsOf({ path: 'PAGE.md', text }, named).join('\n')).toContain(said)
  })

  test('what does exist is no fault', () => {
    const text =
      'See [this](package.json) and [that](https://example.com), `package.json`, `docs/decisions`, `/healthz`, `#kernel`, ' +
      '`N passed`, `@sparticuz/chromium`.\n\n```sh\nnpm start -- --repo .\nnpx --no-install leitstand scan . --json\n```\n'
    expect(faultsOf({ path: 'PAGE.md', text }, named)).toEqual([])
  })
})

describe('the commands in the README work as written', () => {
  const commands = commandsOf({ path: 'README.md', text: textOf('README.md') })

  test.each(commands.filter((command) => command.startsWith('npx ')))('%s', (command) => {
    const { status, stdout, stderr } = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8' })
    expect({ status, stderr: withoutNpm(stderr) }).toEqual({ status: 0, stderr: '' })
    expect(stdout.length).toBeGreaterThan(100)
    expect(command.includes('--json') ? JSON.parse(stdout).schema : 1).toBe(1)
  })

  test('the two that matter stand first', () => {
    expect(commands.slice(0, 2)).toEqual(['npm start -- --repo .', 'npm test'])
  })
})

test('AGENTS.md has at most 800 words', () => {
  expect(textOf('AGENTS.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(800)
})

test('every package has its reason in docs/decisions', () => {
  const reasons = pages.filter(({ path }) => path.startsWith('docs/decisions/')).map(({ text }) => text)
  expect(packages.filter((name) => !reasons.some((text) => text.includes(`\`${name}\``)))).toEqual([])
})

test('no tracked file speaks of the machine it was written on or of work left undone', () => {
  const unwanted = [/(^|[^\w/.-])\/work\//, /\/tmp\/n26/, /\bTO[D]O\b/, /\bFIX[M]E\b/, /\bX[X]X\b/]
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
  const found = files
    // What pictures hold is no text, and may look like any word.
    .filter((path) => path !== 'package-lock.json' && !path.endsWith('.png') && existsSync(join(root, path)))
    .filter((path) => unwanted.some((pattern) => pattern.test(readFileSync(join(root, path), 'utf8'))))
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

/** npm warns on standard error about whatever it finds in the configuration of whoever runs it. */
function withoutNpm(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('npm warn'))
    .join('\n')
}
