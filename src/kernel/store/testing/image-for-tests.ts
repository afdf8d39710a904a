import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDatabaseImage } from '../pglite/build-database-image.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** The image of a database with the kernel's tables alone, built anew only when what it is made of has changed. */
export async function imageForTests(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'leitstand')
  const file = join(cache, `database-${traceOfSources()}.zst`)
  if (existsSync(file)) return file
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'leitstand-image-'))
  try {
    const draft = `${file}.${process.pid}`
    await buildDatabaseImage(folder, {}, draft)
    renameSync(draft, file)
    return file
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function traceOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['src/kernel/store', 'src/kernel/jobs']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.endsWith('.test.ts'))
        hash.update(readFileSync(join(entry.parentPath, entry.name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
