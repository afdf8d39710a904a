import { execFile } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { openRepository } from './open-repository.ts'
import { aFolder, aRepository } from './testing/a-repository.ts'
import { type RepositoryWatch, watchRepository } from './watch-repository.ts'

const watches: RepositoryWatch[] = []
afterEach(() => {
  for (const watch of watches.splice(0)) watch.close()
})

/** Watches a repository; `change` does something to it and settles with the milliseconds until it was told. */
async function watching(path: string, interval = 60_000) {
  let told: (() => void) | undefined
  let count = 0
  const repository = await openRepository(path)
  const onChange = () => {
    count++
    told?.()
  }
  const watch = watchRepository(repository, { interval, onChange })
  watches.push(watch)
  await watch.ready
  return {
    watch,
    count: () => count,
    change: async (act: () => void): Promise<number> => {
      const next = new Promise<void>((resolve) => (told = resolve))
      act()
      const start = performance.now()
      await next
      return performance.now() - start
    },
  }
}

// No look is due within a minute: what is told sooner was told by events. The bound leaves room for a busy machine.
const atOnce = 5000

test('a commit, a branch, a tag, a checkout and a packing are told by events', async () => {
  const repository = aRepository()
    .commit({ files: { a: 'x\n' } })
    .write()
  repository.git('reset', '-q', '--hard')
  const { change } = await watching(repository.path)
  const times = [
    await change(() => repository.git('commit', '-q', '--allow-empty', '-m', 'next')),
    await change(() => repository.git('branch', 'deep/er/still')),
    await change(() => repository.git('update-ref', 'refs/heads/deep/er/still', 'HEAD~1')),
    await change(() => repository.git('tag', 'v1')),
    await change(() => repository.git('checkout', '-q', 'deep/er/still')),
    await change(() => repository.git('pack-refs', '--all')),
    await change(() => repository.git('tag', '-d', 'v1')),
  ]
  expect(Math.max(...times)).toBeLessThan(atOnce)
})

test('a bare repository is watched too', async () => {
  const repository = aRepository({ bare: true }).commit().write()
  const { change } = await watching(repository.path)
  expect(await change(() => repository.commit().write())).toBeLessThan(atOnce)
})

test('of a linked worktree its own HEAD counts, and the branches that all share', async () => {
  const repository = aRepository().commit().write()
  const tree = join(aFolder(), 'tree')
  repository.git('worktree', 'add', '-q', '-b', 'other', tree)
  const { change } = await watching(tree)
  expect(await change(() => repository.git('-C', tree, 'checkout', '-q', '--detach'))).toBeLessThan(atOnce)
  expect(await change(() => repository.git('branch', 'third'))).toBeLessThan(atOnce)
})

test('what makes commits be read differently is told, too', async () => {
  const origin = aRepository().commit().commit().commit().write()
  const path = join(aFolder(), 'clone')
  origin.git('clone', '-q', '--bare', '--depth=1', `file://${origin.path}`, path)
  const { change } = await watching(path)
  const git = (...args: string[]) => origin.git('-C', path, ...args)
  const times = [
    await change(() => git('fetch', '-q', '--unshallow')),
    await change(() => git('replace', 'HEAD', 'HEAD~1')),
    await change(() => git('replace', '-d', origin.hash('main'))),
    await change(() => writeFileSync(join(path, 'info', 'grafts'), `${origin.hash('main')}\n`)),
  ]
  expect(Math.max(...times)).toBeLessThan(atOnce)
})

test('what concerns no reference is not told', async () => {
  const repository = aRepository()
    .commit({ files: { a: 'x\n' } })
    .write()
  repository.git('reset', '-q', '--hard')
  const { change, count } = await watching(repository.path)
  repository.git('rm', '-q', 'a')
  repository.git('config', 'user.name', 'Ada')
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  // That something is not told cannot be awaited: ten times as long as a look takes to come.
  await setTimeout(300)
  expect(count()).toBe(0)
  await change(() => repository.git('tag', 'v1'))
  expect(count()).toBe(1)
})

test('a repository that is deleted and made again goes on being watched', async () => {
  const parent = aFolder()
  const repository = aRepository().commit().write()
  const path = join(parent, 'repository')
  const make = () => cpSync(repository.path, path, { recursive: true })
  make()
  const { change } = await watching(path)
  for (const act of [
    () => rmSync(path, { recursive: true }),
    make,
    () => repository.git('-C', path, 'tag', 'v1'),
    () => repository.git('-C', path, 'tag', 'v2'),
  ]) {
    expect(await change(act)).toBeLessThan(atOnce)
  }
})

test('where nothing tells of changes the next look does', async () => {
  const repository = aRepository().commit().write()
  for (let at = 0; at < 70; at++) repository.git('update-ref', `refs/heads/${at}/branch`, 'HEAD')
  // More folders than are watched: the change in the last of them makes no event.
  const { change } = await watching(repository.path, 50)
  const times: number[] = []
  for (const at of [0, 9, 69]) {
    times.push(await change(() => repository.git('update-ref', '-d', `refs/heads/${at}/branch`)))
  }
  expect(Math.max(...times)).toBeLessThan(atOnce)
})

test('after closing nothing is told any more', async () => {
  const repository = aRepository().commit().write()
  const closed = await watching(repository.path)
  const open = await watching(repository.path)
  closed.watch.close()
  await open.change(() => repository.git('tag', 'v1'))
  expect(closed.count()).toBe(0)
})

test('a watch keeps no process alive, closed or not', async () => {
  const repository = aRepository().commit().write()
  const script = `
    const { openRepository } = await import('${import.meta.dirname}/open-repository.ts')
    const { watchRepository } = await import('${import.meta.dirname}/watch-repository.ts')
    await watchRepository(await openRepository(process.argv[1]), { onChange() {} }).ready
    console.log('watching')`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, repository.path],
    {
      timeout: 15_000,
    },
  )
  expect(stdout).toBe('watching\n')
})
