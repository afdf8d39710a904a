// Loaded before the command measured: leaves the peak of its own memory in a file, in bytes.
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.env['LEITSTAND_BENCH_MEMORY']

process.on('exit', () => {
  if (file !== undefined) writeFileSync(file, String(ownPeak()))
})

function ownPeak() {
  // What a process inherits from the one that forked it counts as its maximum too; Linux keeps the true one beside.
  const kibibytes =
    process.platform === 'linux' && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kibibytes || process.resourceUsage().maxRSS) * 1024
}
