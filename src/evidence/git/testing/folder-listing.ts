import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every entry below a folder with its mode, time of change and a hash of its content: equal when nothing was written. */
export function folderListing(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const { mode, mtimeMs } = lstatSync(path)
      const content = entry.isFile() ? readFileSync(path) : entry.isSymbolicLink() ? readlinkSync(path) : ''
      return `${path} ${mode.toString(8)} ${mtimeMs} ${createHash('sha256').update(content).digest('hex')}`
    })
    .sort()
}
