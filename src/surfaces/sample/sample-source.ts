const scheme = 'sample-company:'

/** Under which source the made-up repository of the sample company is listed, which nobody can name: its history follows from the instant. */
export function sampleSource(begun: Date): string {
  return `${scheme}//${begun.toISOString()}`
}

/** When the sample company was begun whose repository this is; null for any other. */
export function begunOf(source: string): Date | null {
  if (!source.startsWith(`${scheme}//`)) return null
  const begun = new Date(source.slice(scheme.length + 2))
  return Number.isNaN(begun.getTime()) ? null : begun
}
