import type { WriteStream } from 'node:tty'
import { allMeasures } from '#evidence/measures/all-measures.ts'
import { scanRepository } from '#evidence/scan/scan-repository.ts'
import type { ScanReport } from '#evidence/scan/scan-report.ts'
import { suitShortRun } from './suit-short-run.ts'
import { jsonText } from './terminal/json-text.ts'
import { progressLine } from './progress-line.ts'
import type { ScanArguments } from './read-arguments.ts'
import { scanPage } from './scan-page.ts'
import { look, terminalOf, type Look } from './terminal/look.ts'
import { writeOut } from './write-out.ts'

/** Rows of each list on the page, unless told. */
const rowsShown = 10

/** From so many on the memory of a scan is worth the moment it takes to tidy up. */
const manyCommits = 20_000

/** Scans one repository and writes the report to standard output. Throws what the scan refuses. */
export async function scanCommand(args: ScanArguments): Promise<void> {
  const collect = suitShortRun()
  const output: Partial<WriteStream> = process.stdout
  const page = look(terminalOf(output, process.env))
  const progress = progressLine(process.stderr, page)
  let commits = 0
  let report: ScanReport
  try {
    report = await scanRepository(args.path, {
      ...args,
      // The JSON is documented in English; whoever reads the page is told why there is no figure in their language.
      language: args.json ? 'en' : page.language,
      countAhead: process.stderr.isTTY,
      onProgress(step) {
        progress.show(step)
        if (step.phase === 'history') commits = step.done
        // Behind these two steps lies much that is not needed any more.
        const isBehind = step.phase === 'measures' || (step.phase === 'history' && step.done === step.of)
        if (isBehind && commits > manyCommits) collect()
      },
    })
  } finally {
    progress.clear()
  }
  await writeOut(process.stdout, args.json ? jsonText(report) : pageOf(report, args, page))
}

function pageOf(report: ScanReport, { top }: ScanArguments, page: Look): string {
  const words = new Map(allMeasures.map((measure) => [measure.id, measure]))
  return scanPage(report, page, { words, rows: top ?? rowsShown })
}
