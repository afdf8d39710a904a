import { aRepository, type TestRepository } from '../../src/evidence/git/testing/a-repository.ts'

const hour = 3_600_000
const day = 24 * hour

/** Names and addresses that stand nowhere else: found on a page or in an answer, they got there from the history. */
const authors = [
  'Quillon Zebrafeld <quillon@zebrafeld.example>',
  'Wendeline Oxymoor <wendeline@oxymoor.example>',
  'Thaddeus Krumphorn <thaddeus@krumphorn.example>',
  'Ysolde Vantablik <ysolde@vantablik.example>',
  'Fenwick Dornquast <fenwick@dornquast.example>',
  'Isaura Plimpton-Yew <isaura@plimpton.example>',
] as const

/** Every word of the authors' names and addresses that can give one of them away. */
export const givingAway = authors
  .flatMap((author) => author.match(/\p{L}{5,}/gu) ?? [])
  .filter((word) => word !== 'example')

const areas = ['app', 'server', 'shared'] as const
const kinds = ['feat', 'fix', 'chore', 'refactor', 'docs'] as const

/** Forty weeks of six people's work up to now: three components, files that change together, a release every week or two. */
export function aTeamRepository(now = Date.now()): TestRepository {
  const repository = aRepository()
  const start = now - 40 * 7 * day
  for (let index = 0; index < 400; index += 1) {
    const at = start + Math.round((index / 400) * 40 * 7 * day)
    // The last component belongs to one person alone.
    const area = areas[index % 3] ?? 'app'
    const author = area === 'shared' ? authors[0] : (authors[index % authors.length] ?? authors[0])
    const file = index % 7
    repository.commit({
      at,
      author,
      message: `${kinds[index % kinds.length]}: change ${index} of ${area}\n`,
      files: {
        [`${area}/part-${file}.ts`]: content(index),
        // Always together, and across a border.
        ...(file === 0 && { 'app/form.ts': content(index), 'server/form-check.ts': content(index + 1) }),
      },
    })
    if (index % 12 === 11)
      repository.tag(`v1.${Math.floor(index / 12)}.${index % 36 === 35 ? 1 : 0}`, { at: at + 2 * hour })
  }
  return repository.write()
}

function content(seed: number): string {
  return Array.from(
    { length: 20 + (seed % 30) },
    (_, line) => `${'  '.repeat(line % 5)}line ${line + (seed % 4)}`,
  ).join('\n')
}
