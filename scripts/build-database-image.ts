// Builds the prepared database that a new data folder starts from: `node scripts/build-database-image.ts [--out FILE]`.
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allMigrations } from '#areas/migrations.ts'
import { buildDatabaseImage } from '#kernel/store/pglite/build-database-image.ts'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = values.out ?? fileURLToPath(new URL('../dist/database/image.zst', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'leitstand-image-'))
try {
  mkdirSync(dirname(out), { recursive: true })
  const draft = `${out}.${process.pid}`
  await buildDatabaseImage(folder, allMigrations, draft)
  renameSync(draft, out)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
