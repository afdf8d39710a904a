import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// To be loaded before everything else: whatever server and browser put into the temporary folder lies in this one, and
// goes with the process, also when somebody stops it.
const folder = mkdtempSync(join(tmpdir(), 'leitstand-pictures-'))
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
