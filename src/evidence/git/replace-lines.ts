import type { Hunk } from './parse-patch.ts'

/** Neighbouring lines of one origin; `Infinity` lines for a file whose length nobody looked up. */
export interface Segment<Birth> {
  readonly lines: number
  readonly birth: Birth
}

/**
 * The segments of a file after the hunks, whose new lines are of the given birth. `onGone` is told what was deleted,
 * by birth. Throws a plain error when a hunk reaches beyond the file. O(segments + hunks).
 */
export function replaceLines<Birth>(
  segments: readonly Segment<Birth>[],
  hunks: readonly Hunk[],
  birth: Birth,
  onGone: (birth: Birth, lines: number) => void,
): Segment<Birth>[] {
  const result: Segment<Birth>[] = []
  const keep = (birth: Birth, lines: number) => append(result, birth, lines)
  let index = 0
  let used = 0

  function pass(lines: number, to: (birth: Birth, lines: number) => void) {
    for (let left = lines; left > 0;) {
      const segment = segments[index]
      if (!segment) throw new Error('A patch changes lines beyond the end of its file.')
      const taken = Math.min(left, segment.lines - used)
      to(segment.birth, taken)
      left -= taken
      used += taken
      if (used < segment.lines) continue
      index++
      used = 0
    }
  }

  let line = 0
  for (const { oldStart, oldLines, newLines } of hunks) {
    const start = oldLines === 0 ? oldStart : oldStart - 1
    pass(start - line, keep)
    pass(oldLines, onGone)
    append(result, birth, newLines)
    line = start + oldLines
  }
  for (; index < segments.length; index++, used = 0) {
    const segment = segments[index]
    if (segment) keep(segment.birth, segment.lines - used)
  }
  return result
}

function append<Birth>(segments: Segment<Birth>[], birth: Birth, lines: number) {
  if (lines === 0) return
  const last = segments.at(-1)
  if (last?.birth === birth) segments[segments.length - 1] = { birth, lines: last.lines + lines }
  else segments.push({ birth, lines })
}
