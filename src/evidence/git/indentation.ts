/** How deep the lines of one file are indented, and how many lines it has. */
export interface Indentation {
  /** Sum of the levels of all non-blank lines. */
  readonly complexity: number
  /** All lines, blank ones included; a last line without an end counts. */
  readonly lines: number
}

const tab = 9
const newline = 10
const space = 32
/** Deeper jumps than this line up with something above and are no step of indentation. */
const widestStep = 8
/** Where no line shows the step: the four spaces of Tornhill's own scripts. */
const assumedStep = 4

/**
 * Whitespace complexity after Hindle, Godfrey and Holt (2008) as Tornhill uses it ("Your Code as a Crime Scene"): the
 * sum of indentation levels of the non-blank lines. A line's level is the number of its leading tabs, plus its leading
 * spaces divided by the file's step, rounded down. The step is the most common increase of two to eight spaces from
 * one non-blank line to the next, neither with a tab, the smaller of two equally common ones, and four where there is
 * none. An increase of one space is the star of a comment block and never a step. O(bytes), one pass.
 */
export function indentation(bytes: Uint8Array): Indentation {
  const spacesCount: number[] = []
  const steps = new Uint32Array(widestStep + 1)
  let complexity = 0
  let lines = 0
  let tabsBefore = 0
  let spacesBefore = 0
  for (let at = 0; at < bytes.length; lines++) {
    let tabs = 0
    let spaces = 0
    for (; bytes[at] === space || bytes[at] === tab; at++) {
      if (bytes[at] === tab) tabs++
      else spaces++
    }
    const end = endOfLine(bytes, at)
    if (!isBlank(bytes, at, end)) {
      const step = spaces - spacesBefore
      if (tabs === 0 && tabsBefore === 0 && step >= 2 && step <= widestStep)
        steps[step] = (steps[step] ?? 0) + 1
      tabsBefore = tabs
      spacesBefore = spaces
      complexity += tabs
      spacesCount[spaces] = (spacesCount[spaces] ?? 0) + 1
    }
    at = end + 1
  }
  const step = mostCommonStep(steps)
  spacesCount.forEach((count, spaces) => (complexity += count * Math.floor(spaces / step)))
  return { complexity, lines }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(newline, from)
  return end === -1 ? bytes.length : end
}

/** True when nothing is left but space, tab, vertical tab, form feed and carriage return. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte !== space && (byte < tab || byte > 13)) return false
  }
  return true
}

function mostCommonStep(steps: Uint32Array): number {
  let best = 0
  for (let step = 2; step <= widestStep; step++) if ((steps[step] ?? 0) > (steps[best] ?? 0)) best = step
  return best === 0 ? assumedStep : best
}
