import type { Figure } from './measure.ts'

/** The groups that DORA's yearly survey sorts its answers into. */
export type DoraBand = 'elite' | 'high' | 'medium' | 'low'
export type DoraYear = 2021 | 2022 | 2023 | 2024

export interface Banded {
  readonly band: DoraBand
  readonly year: DoraYear
  /** The report that the limits are taken from. */
  readonly source: string
  /** True when releases stand in for deployments: the survey asked about deployments, so the band is an indication. */
  readonly proxy: boolean
}

const hour = 1
const day = 24 * hour
const week = 7 * day
const month = 730 * hour

/** Deployments a week that “once per day”, “once per month” and “once per six months” come to; a day is a working day. */
const perDay = 5
const perMonth = 12 / 52
const perHalfYear = 2 / 52

type Limits = Partial<Record<DoraBand, number>>
interface Table {
  /** Fewest deployments a week; a band starts above the limit of “more than once per day”, at the others. */
  readonly 'delivery.deployment-frequency': Limits
  /** Most hours. */
  readonly 'delivery.lead-time': Limits
  /** Largest share; absent in a year in which the bands are not in the order of this figure. */
  readonly 'delivery.change-failure-rate'?: Limits
  /** Most hours. */
  readonly 'delivery.recovery-time': Limits
}

/**
 * The tables of the yearly reports (2022 with three groups, none of them elite), each band by its worse limit, as they are
 * printed in https://octopus.com/blog/new-devops-performance-clusters (2021, 2022),
 * https://octopus.com/blog/software-delivery-performance-clusters-2023 (2022, 2023) and
 * https://octopus.com/blog/2024-devops-performance-clusters (2024). What lies between two bands belongs to the worse one,
 * and what is worse than all to the last. The shares of 2023 are the groups' own figures; those of 2024 put the medium
 * group (10 %) before the high one (20 %) and therefore order nothing. Recovery of 2024 has one limit for both of them.
 */
const doraTables: Readonly<Record<DoraYear, Table>> = {
  2021: {
    'delivery.deployment-frequency': { elite: perDay, high: perMonth, medium: perHalfYear, low: 0 },
    'delivery.lead-time': { elite: hour, high: week, medium: 6 * month, low: Infinity },
    'delivery.change-failure-rate': { elite: 0.15, high: 0.3, low: 1 },
    'delivery.recovery-time': { elite: hour, high: day, medium: week, low: Infinity },
  },
  2022: {
    'delivery.deployment-frequency': { high: perDay, medium: perMonth, low: 0 },
    'delivery.lead-time': { high: week, medium: month, low: Infinity },
    'delivery.change-failure-rate': { high: 0.15, medium: 0.3, low: 1 },
    'delivery.recovery-time': { high: day, medium: week, low: Infinity },
  },
  2023: {
    'delivery.deployment-frequency': { elite: perDay, high: 1, medium: perMonth, low: 0 },
    'delivery.lead-time': { elite: day, high: week, medium: month, low: Infinity },
    'delivery.change-failure-rate': { elite: 0.05, high: 0.1, medium: 0.15, low: 1 },
    'delivery.recovery-time': { elite: hour, high: day, medium: week, low: Infinity },
  },
  2024: {
    'delivery.deployment-frequency': { elite: perDay, high: 1, medium: perMonth, low: 0 },
    'delivery.lead-time': { elite: day, high: week, medium: month, low: Infinity },
    'delivery.recovery-time': { elite: hour, high: day, low: Infinity },
  },
}

export type DoraMeasure = keyof Table

const years: readonly DoraYear[] = [2024, 2023, 2022, 2021]
const bands: readonly DoraBand[] = ['elite', 'high', 'medium', 'low']

/**
 * The band of a figure by the newest report that has one for it, or by the year asked for. Null without a value, for
 * other measures, and in a year whose table does not order this one. Where the median week has no deployment, the mean
 * of the weeks decides, because the survey counts by months there.
 */
export function bandOf(
  measureId: string,
  figure: Pick<Figure, 'value' | 'proxy' | 'parts'>,
  year?: DoraYear,
): Banded | null {
  if (!isDoraMeasure(measureId) || figure.value === null) return null
  const chosen = year ?? years.find((candidate) => doraTables[candidate][measureId] !== undefined)
  const limits = chosen === undefined ? undefined : doraTables[chosen][measureId]
  if (chosen === undefined || limits === undefined) return null

  const value =
    measureId === 'delivery.deployment-frequency' ? rateOf(figure.value, figure.parts) : figure.value
  const reaches = measureId === 'delivery.deployment-frequency' ? isOftenEnough : isSmallEnough
  const band = bands.find((candidate) => reaches(value, limits[candidate])) ?? 'low'
  return { band, year: chosen, source: sourceOf(chosen), proxy: figure.proxy ?? false }
}

function isDoraMeasure(id: string): id is DoraMeasure {
  return Object.hasOwn(doraTables[2021], id)
}

function rateOf(median: number, parts: Figure['parts']): number {
  return median === 0 ? (parts?.['mean'] ?? 0) : median
}

function isOftenEnough(value: number, limit: number | undefined): boolean {
  if (limit === undefined) return false
  return limit === perDay ? value > limit : value >= limit
}

function isSmallEnough(value: number, limit: number | undefined): boolean {
  return limit !== undefined && value <= limit
}

function sourceOf(year: DoraYear): string {
  return `DORA, Accelerate State of DevOps Report ${year}, https://dora.dev/research/${year}/`
}
