// `npm run bench -- NAME…`: measures what the README promises and fails where a promise is missed.
import { reportText, type BenchReport } from './bench-report.ts'
import { type BenchArguments, readBenchArguments } from './read-bench-arguments.ts'
import { databaseWaitBench } from './promises/database-wait.ts'
import { forecastBench } from './promises/forecast.ts'
import { firstLoadBench } from './promises/first-load.ts'
import { growthBench } from './promises/growth.ts'
import { linesBench } from './promises/lines.ts'
import { memoryBench } from './promises/memory.ts'
import { mixedLoadBench } from './promises/mixed-load.ts'
import { rescanBench } from './promises/rescan.ts'
import { scanBench } from './promises/scan.ts'
import { scenarioEditBench } from './promises/scenario-edit.ts'
import { searchBench } from './promises/search.ts'
import { startBench } from './promises/start.ts'

const benches: Readonly<Record<string, (args: BenchArguments) => Promise<BenchReport>>> = {
  scan: scanBench,
  lines: linesBench,
  growth: growthBench,
  memory: memoryBench,
  'mixed-load': mixedLoadBench,
  'database-wait': databaseWaitBench,
  rescan: rescanBench,
  search: searchBench,
  forecast: forecastBench,
  'scenario-edit': scenarioEditBench,
  start: startBench,
  'first-load': firstLoadBench,
}

const usage = `npm run bench -- NAME… [--repository PATH] [--peer NAME=COMMAND]… [--runs 5] [--json]

NAME is all or any of ${Object.keys(benches).join(', ')}.
Without --repository a made-up one of 10,000 commits is taken. A peer is run by the shell, within the repository.
`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  let told: BenchArguments
  try {
    told = readBenchArguments(args, Object.keys(benches))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
  const reports: BenchReport[] = []
  for (const name of told.benches) {
    const report = await benches[name]?.(told)
    if (report === undefined) continue
    reports.push(report)
    if (!told.json) console.log(`${reportText(report)}\n`)
  }
  if (told.json) console.log(JSON.stringify(reports, null, 2))
  return reports.every(({ verdicts }) => verdicts.every(({ kept }) => kept)) ? 0 : 1
}
