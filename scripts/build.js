import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFresh, stampOf } from './freshness.js'
import { root } from './root.js'
import { step } from './step.js'

/**
 * One thing that is built: from which sources (all that is not left out), by which program, into which file.
 * @typedef {{ name: string, entry: string, sources: string[], without: string[], output: string, args: string[] }} Product
 * @type {Product[]}
 */
const products = [
  {
    name: 'web bundle',
    entry: 'src/surfaces/web/index.html',
    sources: ['src', 'scripts/build-web.js'],
    without: ['src/kernel/store', 'src/evidence/git', 'src/surfaces/api', 'src/surfaces/cli', 'src/main.ts'],
    output: 'dist/web/index.html',
    args: ['scripts/build-web.js'],
  },
  {
    name: 'command',
    entry: 'src/main.ts',
    sources: ['src', 'scripts/build-command.js', 'package.json'],
    without: ['src/surfaces/web', 'src/kit'],
    output: 'dist/command/main.js',
    args: ['scripts/build-command.js'],
  },
  {
    name: 'database image',
    entry: 'scripts/build-database-image.ts',
    sources: ['src', 'scripts/build-database-image.ts'],
    without: ['src/surfaces', 'src/kit', 'src/engines', 'src/evidence/measures', 'src/evidence/git'],
    output: 'dist/database',
    args: ['scripts/build-database-image.ts'],
  },
]

/** Whether everything that is built is there and of the present sources. */
export function isBuilt() {
  return stale().length === 0
}

/**
 * Builds what is stale, all at once, and fails only when nothing runs any more; an interrupted build leaves no stamp.
 * @param {string} node
 */
export async function build(node) {
  const ends = await Promise.allSettled(
    stale().map(async (product) => {
      const file = stampFileOf(product)
      const stamp = stampOf(product)
      rmSync(file, { force: true })
      await step(product.name, node, product.args)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(stamp))
    }),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function stale() {
  return products.filter(
    (product) =>
      existsSync(join(root, product.entry)) &&
      !(existsSync(join(root, product.output)) && isFresh(stampFileOf(product), product)),
  )
}

/** @param {Product} product */
function stampFileOf({ name }) {
  return join(root, 'dist', '.stamps', `${name.replaceAll(' ', '-')}.json`)
}
