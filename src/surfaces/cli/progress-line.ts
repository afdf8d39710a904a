import type { Words } from '#kernel/shape.ts'
import type { ScanProgress } from '#evidence/scan/scan-repository.ts'
import type { Look } from './terminal/look.ts'

interface TerminalOutput {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const commits = { en: 'commits', de: 'Commits' }
const phases: Record<ScanProgress['phase'], readonly [doing: Words, things: Words]> = {
  history: [{ en: 'reading history', de: 'Historie wird gelesen' }, commits],
  contents: [
    { en: 'reading files', de: 'Dateien werden gelesen' },
    { en: 'files', de: 'Dateien' },
  ],
  lines: [{ en: 'counting lines', de: 'Zeilen werden gezählt' }, commits],
  measures: [
    { en: 'reckoning', de: 'Es wird gerechnet' },
    { en: '', de: '' },
  ],
}

/** One line that tells how far a scan is and writes over itself; silent where nobody sits at a terminal. */
export function progressLine(
  output: TerminalOutput,
  { say, number }: Pick<Look, 'say' | 'number'>,
  now: () => number = () => performance.now(),
) {
  let shownAt = Number.NEGATIVE_INFINITY
  let phase: string | undefined
  let isShown = false
  const line = ({ phase: at, done, of }: ScanProgress): string => {
    const [doing, things] = [say(phases[at][0]), say(phases[at][1])] as const
    if (of === null || of === 0) return done === 0 ? doing : `${doing}: ${number(done)} ${things}`
    const amount = `${number(done)} ${say({ en: 'of', de: 'von' })} ${number(of)} ${things}`
    return `${doing}: ${amount} (${Math.floor((done / of) * 100)} %)`
  }
  return {
    show(progress: ScanProgress) {
      if (output.isTTY !== true) return
      if (progress.phase === phase && now() - shownAt < 100) return
      shownAt = now()
      phase = progress.phase
      isShown = true
      output.write(`\r\u{1b}[2K${line(progress).slice(0, (output.columns ?? 80) - 1)}`)
    },
    clear() {
      if (isShown) output.write('\r\u{1b}[2K')
      isShown = false
    },
  }
}
