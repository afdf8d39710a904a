import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../scripts/root.js'
import { boundaryRules } from './support/boundary-rules.ts'
import { sourceTree } from './support/source-tree.ts'

type Example = readonly [texts: Record<string, string>, said: string]

/** For each rule a few lines that break it, and what is said about them. */
const examples: Record<keyof typeof boundaryRules, readonly Example[]> = {
  'every file has its place': [
    [{ 'src/helpers/dates.ts': '' }, 'src/helpers/dates.ts lies in no known place'],
    [{ 'src/start.ts': '' }, 'src/start.ts lies in no known place'],
  ],
  'arrows point down': [
    [{ 'src/kernel/a.ts': "import '#evidence/b.ts'" }, 'kernel must not know evidence'],
    [{ 'src/kernel/a.ts': "import type { B } from '#areas/x/b.ts'" }, 'kernel must not know areas'],
    [{ 'src/kernel/a.ts': "import { b } from '#workspace/b.ts'" }, 'kernel must not know workspace'],
    [{ 'src/workspace/a.ts': "import { b } from '#evidence/b.ts'" }, 'workspace must not know evidence'],
    [{ 'src/evidence/a.ts': "import { b } from '#workspace/b.ts'" }, 'evidence must not know workspace'],
    [{ 'src/evidence/a.ts': "import { b } from '#areas/x/b.ts'" }, 'evidence must not know areas'],
    [{ 'src/engines/a.ts': "import { b } from '#evidence/b.ts'" }, 'engines must not know evidence'],
    [{ 'src/engines/x/a.ts': "import { b } from '#areas/x/b.ts'" }, 'engines must not know areas'],
    [{ 'src/kit/a.tsx': "export { b } from '#areas/x/b.ts'" }, 'kit must not know areas'],
    [{ 'src/kit/a.tsx': "import { b } from '#evidence/shape.ts'" }, 'kit must not know evidence'],
    [{ 'src/areas/x/a.ts': "await import('#surfaces/api/b.ts')" }, 'areas must not know surfaces'],
    [{ 'src/surfaces/cli/a.ts': "import '../../main.ts'" }, 'surfaces must not know main'],
  ],
  'areas do not know each other': [
    [
      { 'src/areas/goals/a.ts': "import { b } from '../bets/b.ts'" },
      'the areas goals and bets meet by links',
    ],
    [
      { 'src/areas/goals/web/a.tsx': "import type { B } from '#areas/bets/b.ts'" },
      'the areas goals and bets',
    ],
  ],
  'imports lead somewhere': [
    [
      { 'src/kernel/a.ts': "import { b } from './b.ts'" },
      'src/kernel/a.ts imports ./b.ts, which is not there',
    ],
  ],
  'imports across the top folders have their names': [
    [{ 'src/evidence/a.ts': "import { b } from '../kernel/index.ts'" }, 'write #kernel/index.ts'],
  ],
  'what runs in the browser is safe there': [
    [{ 'src/kit/a.tsx': "import { readFileSync } from 'node:fs'" }, 'src/kit/a.tsx reaches node:fs'],
    [{ 'src/areas/x/goal.record.ts': "import { z } from 'zod'" }, 'reaches zod'],
    [
      { 'src/areas/x/web/a.tsx': "import { sql } from 'kysely/helpers/postgres'" },
      'reaches kysely/helpers/postgres',
    ],
    [
      { 'src/areas/x/web/a.tsx': "import { perform } from '#kernel'" },
      'src/areas/x/web/a.tsx imports #kernel: the browser',
    ],
    [
      { 'src/areas/x/web/a.tsx': "import type { Actor } from '#kernel/operation/actor.ts'" },
      'gets #kernel/shape.ts only',
    ],
    [
      { 'src/areas/x/web/a.tsx': "import type { Member } from '#workspace/access/access-shape.ts'" },
      'gets #workspace/shape.ts only',
    ],
    [
      {
        'src/surfaces/web/a.tsx': "import { b } from '#evidence/b.ts'",
        'src/evidence/b.ts': "import { z } from 'zod'",
      },
      'src/surfaces/web/a.tsx reaches zod through #evidence/b.ts',
    ],
  ],
  'calculation is pure': [
    [{ 'src/engines/x/a.ts': "import { readFileSync } from 'node:fs'" }, 'reaches node:fs'],
    [{ 'src/evidence/measures/a.ts': "import { sql } from 'kysely'" }, 'reaches kysely'],
    [{ 'src/evidence/measures/a.ts': 'export const a = () => Date.now()' }, 'uses Date.now'],
    [{ 'src/evidence/history/a.ts': 'export const a = () => new Date()' }, 'uses new Date()'],
    [{ 'src/engines/x/a.ts': 'export const a = () => Math.random()' }, 'uses Math.random'],
    [{ 'src/engines/x/a.ts': "export const a = process.env['A']" }, 'uses process.env'],
    [{ 'src/engines/x/a.ts': 'export const a = () => Temporal.Now.instant()' }, 'uses Temporal.Now'],
    [
      {
        'src/evidence/history/a.ts': "import { b } from '#kernel'",
        'src/kernel/index.ts': "import 'node:net'",
      },
      'src/evidence/history/a.ts reaches node:net through #kernel',
    ],
  ],
  'a scan and a forecast load neither server nor database': [
    [
      {
        'src/surfaces/cli/scan-command.ts': "import { b } from '#evidence/facts/b.ts'",
        'src/evidence/facts/b.ts': "import { sql } from 'kysely'",
      },
      'src/surfaces/cli/scan-command.ts reaches kysely through #evidence/facts/b.ts',
    ],
    [
      {
        'src/surfaces/cli/forecast-command.ts': "import { b } from '#areas/x/b.ts'",
        'src/areas/x/b.ts': "import { z } from 'zod'",
      },
      'src/surfaces/cli/forecast-command.ts reaches zod through #areas/x/b.ts',
    ],
  ],
  'only the git source starts programs': [
    [{ 'src/surfaces/api/a.ts': "import { spawn } from 'node:child_process'" }, 'imports node:child_process'],
    [{ 'src/kernel/a.ts': "const { exec } = await import('child_process')" }, 'imports node:child_process'],
  ],
  'only the command speaks to the console': [
    [{ 'src/kernel/a.ts': "export const a = () => console.warn('b')" }, 'src/kernel/a.ts uses console'],
    [
      { 'src/kit/a.tsx': 'export const A = () => <b onClick={() => console.log(1)} />' },
      'src/kit/a.tsx uses console',
    ],
  ],
  'imports have no cycles': [
    [
      { 'src/kernel/a.ts': "import './b.ts'", 'src/kernel/b.ts': "export * from './a.ts'" },
      'src/kernel/a.ts → src/kernel/b.ts → src/kernel/a.ts',
    ],
  ],
  'only the doors hand on': [
    [{ 'src/evidence/index.ts': "export { a } from './a.ts'" }, 'src/evidence/index.ts only hands on'],
    [{ 'src/kernel/store/index.ts': "import { a } from './a.ts'\nexport * from './b.ts'" }, 'only hands on'],
  ],
  'casts say why': [
    [
      { 'src/kernel/a.ts': '// why\nexport const a = {} as Date' },
      'src/kernel/a.ts:2 casts without a reason',
    ],
    [
      { 'src/kit/a.tsx': 'export const A = (b: unknown) => <b>{(b as Error).message}</b>' },
      'src/kit/a.tsx:1 casts',
    ],
  ],
  'unit tests need nothing real': [
    [
      {
        'src/kernel/a.test.ts': "import { aStore } from './store/testing/a-store.ts'",
        'src/kernel/store/testing/a-store.ts': '',
      },
      'src/kernel/a.test.ts needs src/kernel/store/testing/a-store.ts: name it .real.test.ts',
    ],
    [{ 'src/kernel/a.test.ts': "import { spawn } from 'node:child_process'" }, 'needs node:child_process'],
  ],
  'exports have names': [
    [{ 'src/kernel/a.ts': 'export default 1' }, 'src/kernel/a.ts has a default export'],
    [{ 'src/kernel/a.ts': 'const a = 1\nexport { a as default }' }, 'src/kernel/a.ts has a default export'],
  ],
}

const examplesByRule = new Map<string, readonly Example[]>(Object.entries(examples))

describe.each(Object.entries(boundaryRules))('%s', (name, rule) => {
  test('in the sources', () => {
    expect(rule(sources)).toEqual([])
  })

  test.each(examplesByRule.get(name) ?? [])('but not in %j', (texts, said) => {
    expect(rule(sourceTree(texts)).join('\n')).toContain(said)
  })
})

test('what is allowed passes every rule', () => {
  const tree = sourceTree({
    'src/main.ts': "import { run } from './surfaces/cli/run.ts'\nrun()",
    'src/surfaces/cli/run.ts':
      "import { goal } from '#areas/goals/goal.ts'\nexport const run = () => console.log(goal)",
    'src/areas/goals/goal.ts': "import { git } from '#evidence/git/git.ts'\nexport const goal = git",
    'src/areas/goals/web/page.tsx':
      "import type { Figure } from '#evidence/shape.ts'\nimport { Chart } from '#kit/chart.tsx'\nexport const Page = (figure: Figure) => <Chart figure={figure} />",
    'src/kit/chart.tsx':
      "import type { Figure } from '#evidence/shape.ts'\nexport const Chart = (_: { figure: Figure }) => null",
    'src/evidence/shape.ts': 'export interface Figure { at: Date }',
    'src/evidence/git/git.ts':
      "import { spawn } from 'node:child_process'\nimport { refuse } from '#kernel'\nexport const git = [spawn, refuse, new Date()]",
    'src/evidence/measures/pace.ts':
      'export const pace = (now: number) => [new Date(now), "a" as const, {} as Date] // a date to come',
    'src/kernel/index.ts': "export { refuse } from './refuse.ts'",
    'src/kernel/refuse.ts':
      "import type { Kind } from './kind.ts'\nexport const refuse = (kind: Kind) => kind",
    'src/kernel/kind.ts':
      "import type { refuse } from './refuse.ts'\nexport type Kind = Parameters<typeof refuse>",
  })
  expect(Object.values(boundaryRules).flatMap((rule) => rule(tree))).toEqual([])
})

const sources = sourceTree(
  Object.fromEntries(
    readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  ),
)
