import fc from 'fast-check'
import { aRepository, type TestRepository } from '#evidence/git/testing/a-repository.ts'

/** What happens next in a made-up history; what cannot happen now is left out. */
export type Event =
  | {
      readonly kind: 'change'
      readonly by: number
      readonly with: number | null
      readonly files: readonly number[]
      readonly hours: number
      /** Minutes from writing to committing; below zero with a clock that is wrong. */
      readonly delay: number
    }
  | { readonly kind: 'rename' | 'delete'; readonly by: number; readonly file: number; readonly hours: number }
  | { readonly kind: 'branch' }
  | { readonly kind: 'merge'; readonly by: number; readonly hours: number }
  | {
      readonly kind: 'tag'
      readonly part: 'major' | 'minor' | 'patch' | 'candidate'
      readonly light: boolean
    }
  | { readonly kind: 'sweep'; readonly by: number; readonly hours: number }

/** One person under two addresses, one joined by the mailmap, one by the forge's address, and two bots. */
const people = [
  'Ada <ada@example.com>',
  'ada l <ADA@example.com>',
  'Bo <bo@example.com>',
  'Robert <robert@old.example.com>',
  'Cy <cy@users.noreply.github.com>',
  'Cy <4711+cy@users.noreply.github.com>',
  'Dee <dee@example.com>',
  'Ada <another-ada@example.com>',
  'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  'renovate[bot] <bot@renovateapp.com>',
]
const mailmap = '# people with two addresses\nBo <bo@example.com> Robert <robert@old.example.com>\n'
const paths = [
  'a.ts',
  'b.ts',
  'web/c.tsx',
  'web/d.ts',
  'server/e.py',
  'server/f.py',
  'g.md',
  'web/h.css',
  'yarn.lock',
]

const person = fc.nat(people.length - 1)
const file = fc.nat(paths.length - 1)
const hours = fc.integer({ min: 1, max: 60 })

export const anyHistory: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        by: person,
        with: fc.option(person, { freq: 4 }),
        files: fc.uniqueArray(file, { minLength: 1, maxLength: 4 }),
        hours,
        delay: fc.integer({ min: -30, max: 600 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('rename', 'delete'), by: person, file, hours }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('branch' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), by: person, hours }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('tag' as const),
        part: fc.constantFrom('major', 'minor', 'patch', 'candidate'),
        light: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const), by: person, hours }) },
  ),
  { minLength: 60, maxLength: 140 },
)

/** Builds the repository of the events. Half a year lies between its first commit and the rest. */
export function buildRandomHistory(events: readonly Event[]): TestRepository {
  const repository = aRepository()
  const present = new Set<string>()
  let clock = Date.parse('2026-01-06T10:00:00Z')
  let branches = 0
  let open: string | null = null
  let edits = 0
  let version = [0, 1, 0]
  let candidates = 0
  const hour = 3_600_000

  repository.commit({ files: { '.mailmap': mailmap, 'README.md': '# Shop\n' }, at: clock })
  clock += 180 * 24 * hour

  for (const event of events) {
    if ('hours' in event) clock += event.hours * hour
    const at = clock
    if (event.kind === 'change') {
      const delay = event.delay * 60_000
      for (const index of event.files) present.add(paths[index] ?? '')
      const files = Object.fromEntries(
        event.files.map((index) => [paths[index] ?? '', content(index, ++edits)]),
      )
      const trailer = event.with === null ? '' : `\n\nCo-authored-by: ${people[event.with]}`
      repository.commit({
        // While a branch is open, some changes go on on the main line.
        ...(open === null || event.files.length === 2 ? {} : { branch: open }),
        author: people[event.by] ?? '',
        message: `Change ${edits}${trailer}\n`,
        files,
        at: at - delay,
        committedAt: at,
      })
    } else if (event.kind === 'branch' && open === null) {
      open = `topic-${++branches}`
      clock += hour
      repository.commit({
        branch: open,
        from: 'main',
        files: { [`topics/${branches}.md`]: content(branches, ++edits) },
        at: clock,
      })
    } else if (event.kind === 'merge' && open !== null) {
      repository.merge(open, { author: people[event.by] ?? '', at })
      open = null
    } else if (event.kind === 'tag' && open === null) {
      tag(event.part, event.light)
    } else if (open === null && (event.kind === 'rename' || event.kind === 'delete')) {
      moveOrDelete(event.kind, paths[event.file] ?? '', people[event.by] ?? '', at)
    } else if (open === null && event.kind === 'sweep') {
      // More files than coupling takes into account.
      const many = Array.from({ length: 32 }, (_, index): [string, string] => [
        `swept/${index}.ts`,
        content(index, ++edits),
      ])
      repository.commit({ author: people[event.by] ?? '', files: Object.fromEntries(many), at })
    }
  }
  return repository.write()

  function tag(part: 'major' | 'minor' | 'patch' | 'candidate', light: boolean) {
    clock += hour
    const [major = 0, minor = 0, patch = 0] = version
    if (part === 'major') version = [major + 1, 0, 0]
    else if (part === 'minor') version = [major, minor + 1, 0]
    else if (part === 'patch') version = [major, minor, patch + 1]
    const name = `v${version.join('.')}${part === 'candidate' ? `-rc.${++candidates}` : ''}`
    repository.tag(name, { at: clock, light })
    clock += hour
  }

  function moveOrDelete(kind: 'rename' | 'delete', path: string, author: string, at: number) {
    if (!present.delete(path)) return
    if (kind === 'delete') repository.commit({ author, files: { [path]: null }, at })
    else
      repository.commit({ author, renames: { [path]: `moved/${++edits}-${path.replaceAll('/', '-')}` }, at })
  }
}

/** Text that is different enough from any other that git takes no two for each other, indented in steps of two or by tabs. */
function content(seed: number, edit: number): string {
  const step = seed % 3 === 0 ? '\t' : '  '
  return Array.from(
    { length: 12 },
    (_, line) => `${step.repeat((line * seed + edit) % 4)}${seed}.${edit}.${line}\n`,
  ).join('')
}
