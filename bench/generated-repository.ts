import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Recipe {
  readonly commits: number
  readonly files: number
  readonly people: number
  /** Lines of each file; every change replaces one of them. */
  readonly lines: number
  readonly filesPerCommit: number
}

const recipeVersion = 1

/** A bare repository with a made-up history, always the same for the same recipe; kept in the temporary folder. */
export async function generatedRepository(recipe: Recipe): Promise<string> {
  const name = [recipe.commits, recipe.files, recipe.people, recipe.lines, recipe.filesPerCommit].join('-')
  const folder = join(tmpdir(), 'leitstand-bench', `v${recipeVersion}-${name}.git`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(join(tmpdir(), 'leitstand-bench'), { recursive: true })
  git(['init', '--quiet', '--bare', '--object-format=sha1', '--initial-branch=main', unfinished])
  await fastImport(unfinished, recipe)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another bench was quicker: both made the same.
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function git(args: readonly string[]) {
  const { status, stderr } = spawnSync('git', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`)
}

async function fastImport(folder: string, recipe: Recipe) {
  const child = spawn('git', ['-C', folder, 'fast-import', '--quiet', '--force'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const done = once(child, 'close')
  for (const part of stream(recipe)) {
    if (!child.stdin.write(part)) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  const [code] = await done
  if (code !== 0) throw new Error(`git fast-import failed with ${String(code)}.`)
}

/** Two changes an hour, one in ten merged from a branch of three, a release every hundred. */
function* stream(recipe: Recipe): Generator<string> {
  const random = randomNumbers(42)
  const contents = Array.from({ length: recipe.files }, (_, file) =>
    Array.from({ length: recipe.lines }, (_, line) => `${'  '.repeat(line % 4)}const value${line} = ${file}`),
  )
  // The history ends at a fixed day, so that the windows hold as many changes whatever its length.
  const start = Date.UTC(2026, 0, 1) / 1000 - recipe.commits * 1800
  let branch: { from: number; tip: number; left: number } | null = null
  let main = 0
  for (let mark = 1; mark <= recipe.commits; mark++) {
    const at = start + mark * 1800
    const person = Math.floor(random() ** 2 * recipe.people)
    const who = `Person ${person} <person${person}@example.com> ${at} +0100`
    if (branch === null && main > 0 && mark % 40 === 0 && mark + 4 < recipe.commits)
      branch = { from: main, tip: main, left: 3 }
    const isMerge = branch !== null && branch.left === 0
    const onBranch = branch !== null && branch.left > 0 && mark % 2 === 0
    const parent = onBranch && branch !== null ? branch.tip : main
    const ref = onBranch ? 'refs/heads/topic' : 'refs/heads/main'
    const text = isMerge ? `Merge topic ${mark}` : `${['feat', 'fix', 'chore'][mark % 3]}: change ${mark}`
    const lines = [`commit ${ref}`, `mark :${mark}`, `author ${who}`, `committer ${who}`, data(text)]
    if (parent > 0) lines.push(`from :${parent}`)
    if (isMerge && branch !== null) lines.push(`merge :${branch.tip}`)
    yield `${lines.join('\n')}\n`
    if (mark === 1) {
      for (let file = 0; file < recipe.files; file++) yield fileText(file, contents[file] ?? [])
    } else if (!isMerge) {
      for (let nth = 0; nth < recipe.filesPerCommit; nth++) {
        const file = Math.floor(random() ** 3 * recipe.files)
        const content = contents[file] ?? []
        const line = Math.floor(random() * content.length)
        content[line] = `${'  '.repeat(line % 4)}const value${line} = ${mark}`
        yield fileText(file, content)
      }
    }
    yield '\n'
    if (onBranch && branch !== null) branch = { ...branch, tip: mark, left: branch.left - 1 }
    else main = mark
    if (isMerge) branch = null
    if (mark % 100 === 0)
      yield `tag v1.${mark / 100}.0\nfrom :${main}\ntagger ${who}\n${data(`Release ${mark / 100}`)}\n`
  }
  yield `reset refs/heads/main\nfrom :${main}\n\nreset refs/heads/topic\nfrom 0000000000000000000000000000000000000000\n\n`
}

function fileText(file: number, lines: readonly string[]): string {
  return `M 100644 inline src/part${file % 12}/folder${file % 40}/file${file}.ts\n${data(lines.join('\n'))}\n`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}

/** A linear congruential generator: the same numbers from the same seed, in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
