/** One promise, held against what was measured in this run. */
export interface Verdict {
  /** As a sentence that can be read without the code. */
  readonly promise: string
  readonly measured: number
  readonly limit: number
  readonly unit: 's' | 'MB' | 'bytes' | 'kB' | '×'
  readonly kept: boolean
}

export function verdict(
  promise: string,
  measured: number,
  { atMost, unit }: { readonly atMost: number; readonly unit: Verdict['unit'] },
): Verdict {
  return { promise, measured, limit: atMost, unit, kept: measured <= atMost }
}

/** How much memory each further commit costs, in bytes, from the peaks of a smaller and a larger history. */
export function bytesPerCommit(
  smaller: { readonly commits: number; readonly peak: number },
  larger: { readonly commits: number; readonly peak: number },
): number {
  return (larger.peak - smaller.peak) / (larger.commits - smaller.commits)
}
