// `npm run check`: all that can be said about the code without running it.
import { countLine } from './count-line.js'
import { runChecks } from './checks.js'

const counts = await runChecks()
process.stdout.write(`${countLine(counts)}\n`)
if (counts.failed > 0) process.exitCode = 1
