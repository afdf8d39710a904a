import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const week = 7 * 24 * 3_600_000

/**
 * Moves freshly built files into place one by one. Files of earlier builds stay for a week: their names carry a hash,
 * and a server or a page that is still running may yet load them.
 * @param {string} from
 * @param {string} to
 */
export function publish(from, to) {
  const fresh = new Set(filesIn(from))
  for (const file of fresh) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    renameSync(join(from, file), join(to, file))
  }
  for (const file of filesIn(to)) {
    if (!fresh.has(file) && Date.now() - statSync(join(to, file)).mtimeMs > week) rmSync(join(to, file))
  }
  rmSync(from, { recursive: true, force: true })
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
