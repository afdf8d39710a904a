/** The middle value of an odd number of values, the mean of the two in the middle of an even one. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.')
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  if (sorted.length % 2 === 1) return upper
  return ((sorted[sorted.length / 2 - 1] ?? Number.NaN) + upper) / 2
}
