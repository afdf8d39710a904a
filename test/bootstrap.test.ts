import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { aHouse } from './support/a-house.ts'

test('the first start installs with one line, the second does and says nothing', async () => {
  const house = aHouse()
  const first = await house.start('works').ended
  expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/^packages: \d+\.\d s\n$/) })
  const second = await house.start('works').ended
  expect(second).toEqual({ code: 0, signal: null, output: '' })
  expect(house.installs()).toBe(1)
})

test('a changed lock file is installed again', async () => {
  const house = aHouse()
  await house.start('works').ended
  house.lockAnotherVersion()
  await house.start('works').ended
  expect(house.installs()).toBe(2)
})

test('packages that somebody installed by hand are taken as they are', async () => {
  const house = aHouse()
  await house.start('works').ended
  rmSync(join(house.folder, 'node_modules/.leitstand-install'))
  expect((await house.start('fails').ended).code).toBe(0)
  expect(house.installs()).toBe(1)
})

test('two starts at once install once', async () => {
  const house = aHouse()
  const ends = await Promise.all([house.start('works').ended, house.start('works').ended])
  expect(ends.map(({ code }) => code)).toEqual([0, 0])
  expect(house.installs()).toBe(1)
})

test('an install that fails is told with its reason, and done again next time', async () => {
  const house = aHouse()
  const failed = await house.start('fails').ended
  expect(failed.code).toBe(1)
  expect(failed.output).toContain('no such version')
  expect(failed.output).not.toContain('    at ')
  expect((await house.start('works').ended).code).toBe(0)
  expect(house.installs()).toBe(2)
})

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'an install ended by %s leaves no stamp and no lock in the way',
  async (signal) => {
    const house = aHouse()
    const hanging = house.start('hangs')
    await house.installsReach(1)
    hanging.kill(signal)
    expect(await hanging.ended).not.toMatchObject({ code: 0 })
    expect((await house.start('works').ended).code).toBe(0)
    expect(house.installs()).toBe(2)
  },
)

test('what was built is built again when its sources say something else, not when they were only touched', async () => {
  const house = aHouse()
  const buildsAfter = async (change: () => void) => {
    change()
    expect((await house.start('works').ended).code).toBe(0)
    return house.builds()
  }
  expect(await buildsAfter(() => house.write('src/main.ts', 'one'))).toBe(1)
  expect(await buildsAfter(() => {})).toBe(1)
  expect(await buildsAfter(() => house.write('src/main.ts', 'one'))).toBe(1)
  expect(await buildsAfter(() => house.write('src/main.test.ts', 'a test'))).toBe(1)
  expect(await buildsAfter(() => house.write('src/main.ts', 'two'))).toBe(2)
  expect(await buildsAfter(() => house.write('src/kernel/new.ts', 'new'))).toBe(3)
  expect(await buildsAfter(() => rmSync(join(house.folder, 'src/kernel'), { recursive: true }))).toBe(4)
  expect(await buildsAfter(() => rmSync(join(house.folder, 'dist/command'), { recursive: true }))).toBe(5)
  expect(await buildsAfter(() => house.lockAnotherVersion())).toBe(6)
})

test('a build that fails says why, and is done again next time', async () => {
  const house = aHouse()
  house.write('src/main.ts', 'broken')
  const failed = await house.start('works').ended
  expect(failed.code).toBe(1)
  expect(failed.output).toContain('src/main.ts is broken')
  house.write('src/main.ts', 'whole')
  expect((await house.start('works').ended).code).toBe(0)
  house.write('src/main.ts', 'broken')
  expect((await house.start('works').ended).code).toBe(1)
  expect((await house.start('works').ended).code).toBe(1)
})

test('tests that cannot even be installed end with a count, too', async () => {
  const { code, output } = await aHouse().start('fails', 'test').ended
  expect({ code, last: output.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, last: '0 passed, 1 failed' })
})

test('tests whose build fails end with a count, too', async () => {
  const house = aHouse()
  house.write('src/main.ts', 'broken')
  const { code, output } = await house.start('works', 'test').ended
  expect(output).toContain('src/main.ts is broken')
  // The build, the checks and the tests, none of which are there in this house.
  expect({ code, last: output.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, last: '0 passed, 6 failed' })
})

test('the program runs where the user stands, with the exit code it ends with', async () => {
  const house = aHouse()
  mkdirSync(join(house.folder, 'bin'), { recursive: true })
  writeFileSync(
    join(house.folder, 'bin/leitstand.js'),
    'console.log(process.cwd(), process.argv.slice(2).join()); process.exitCode = 2',
  )
  const { code, output } = await house.start('works', 'start').ended
  expect(code).toBe(2)
  expect(output).toContain(`${realpathSync(tmpdir())} serve`)
})

test('a verb that does not exist is refused by name', async () => {
  const { code, output } = await aHouse().start('works', 'strat').ended
  expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('There is no "strat"') })
})

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'npm ends with the start that wanted it, by %s',
  async (signal) => {
    const house = aHouse()
    const hanging = house.start('hangs')
    await house.installsReach(1)
    const npm = Number(readFileSync(join(house.folder, 'npm-process'), 'utf8'))
    expect(isRunning(npm)).toBe(true)
    hanging.kill(signal)
    await hanging.ended
    await vi.waitUntil(() => !isRunning(npm))
  },
)

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false // gone
  }
}
