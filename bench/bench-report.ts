import type { Contestant } from './compare.ts'
import type { Verdict } from './verdict.ts'

/** What one bench found. */
export interface BenchReport {
  readonly bench: string
  /** The repository, with its number of commits. */
  readonly subject: string
  readonly contestants: readonly Contestant[]
  readonly verdicts: readonly Verdict[]
}

/** As a table: the first contestant is the floor that the others are held against. */
export function reportText({ bench, subject, contestants, verdicts }: BenchReport): string {
  const floor = contestants[0]?.median.wall
  const rows = contestants.map(({ name, median }) => [
    name,
    `${median.wall.toFixed(3)} s`,
    `${median.processor.toFixed(3)} s`,
    median.memory === null ? '–' : `${megabytes(median.memory).toFixed(0)} MB`,
    floor === undefined ? '' : `${(median.wall / floor).toFixed(2)} ×`,
  ])
  const table = rows.length === 0 ? [] : columns([['', 'wall', 'user+sys', 'peak', 'of the first'], ...rows])
  return [
    `${bench}: ${subject}`,
    ...table.map((line) => `  ${line}`),
    ...verdicts.map(
      (one) =>
        `  ${one.kept ? 'kept  ' : 'MISSED'}  ${one.promise}: ${amount(one.measured, one.unit)} (at most ${amount(one.limit, one.unit)})`,
    ),
  ].join('\n')
}

export function megabytes(bytes: number): number {
  return bytes / 1_000_000
}

function amount(value: number, unit: Verdict['unit']): string {
  const decimals = unit === 's' && value < 0.1 ? 3 : unit === 's' || unit === '×' ? 2 : unit === 'kB' ? 1 : 0
  return `${value.toFixed(decimals)} ${unit}`
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
