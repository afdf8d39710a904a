// Adds to package-lock.json the parts for other platforms that the registry did not offer when a package was added
// (npm then leaves them out, and `npm ci` refuses the file everywhere). Run it after adding a package.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingParts } from './missing-parts.js'
import { root } from './root.js'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingParts(lock.packages)
const entries = Object.entries({ ...lock.packages, ...missing })
lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${Object.keys(missing).length} added\n`)
