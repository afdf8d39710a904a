/** Runs of neighbouring indexes that have a value: what is missing between them is drawn as a gap, never as zero. */
export function segmentsOf(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const segments: number[][] = []
  values.forEach((value, index) => {
    if (value === null) return
    const current = segments.at(-1)
    if (current && current.at(-1) === index - 1) current.push(index)
    else segments.push([index])
  })
  return segments
}
