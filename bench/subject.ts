import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { generatedRepository } from './generated-repository.ts'

/** The repository that a bench is run on. */
export interface Subject {
  readonly path: string
  /** For the output: its name and number of commits. */
  readonly words: string
  readonly commits: number
}

/** The repository given, or a made-up one of 10,000 commits. */
export async function subjectOf(repository: string | null): Promise<Subject> {
  const path =
    repository ??
    (await generatedRepository({ commits: 10_000, files: 1500, people: 60, lines: 80, filesPerCommit: 3 }))
  const commits = Number(gitText(path, ['rev-list', '--count', 'HEAD']))
  const name = repository === null ? 'a generated repository' : basename(path)
  return { path, commits, words: `${name}, ${commits.toLocaleString('en-GB')} commits` }
}

export function gitText(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`)
  return stdout
}
