import type { Unit } from '#evidence/shape.ts'

/** Units of the parts that are not in the unit of their figure. */
export const partUnits: Readonly<Record<string, Unit>> = {
  total: 'count',
  mean: 'per-week',
  lines: 'lines',
  linesP90: 'lines',
  componentsAtRisk: 'count',
  silentFiles: 'count',
  peopleAtLeast: 'count',
  topFile: 'share',
  overTwoYears: 'share',
}
