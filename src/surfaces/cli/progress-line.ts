import type { ScanProgress } from '#evidence/scan/scan-repository.ts'

interface TerminalOutput {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const words: Record<ScanProgress['phase'], readonly [doing: string, things: string]> = {
  history: ['reading history', 'commits'],
  contents: ['reading files', 'files'],
  lines: ['counting lines', 'commits'],
  measures: ['reckoning', ''],
}

/** One line that tells how far a scan is and writes over itself; silent where nobody sits at a terminal. */
export function progressLine(output: TerminalOutput, now: () => number = () => performance.now()) {
  let shownAt = Number.NEGATIVE_INFINITY
  let phase: string | undefined
  let isShown = false
  return {
    show(progress: ScanProgress) {
      if (output.isTTY !== true) return
      if (progress.phase === phase && now() - shownAt < 100) return
      shownAt = now()
      phase = progress.phase
      isShown = true
      output.write(`\r\u{1b}[2K${lineOf(progress).slice(0, (output.columns ?? 80) - 1)}`)
    },
    clear() {
      if (isShown) output.write('\r\u{1b}[2K')
      isShown = false
    },
  }
}

function lineOf({ phase, done, of }: ScanProgress): string {
  const [doing, things] = words[phase]
  if (of === null || of === 0) return done === 0 ? doing : `${doing}: ${whole(done)} ${things}`
  return `${doing}: ${whole(done)} of ${whole(of)} ${things} (${Math.floor((done / of) * 100)} %)`
}

function whole(count: number): string {
  return count.toLocaleString('en-GB')
}
