import { z, type core, type ZodType } from 'zod'
import { inputFaults, inWords } from '#kernel/operation/input-faults.ts'
import type { Language } from '#kernel/record/words.ts'
import type { FileFaults } from './file-faults.ts'
import type { TextFile } from './text-file.ts'

/** A moment in UTC to the millisecond, as these files have it. */
export const filedInstant = z.string().refine(
  isInstant,
  inWords({
    en: 'must be a moment as in 2026-03-01T10:00:00.000Z',
    de: 'muss ein Zeitpunkt sein wie 2026-03-01T10:00:00.000Z',
  }),
)

function isInstant(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}

export interface JsonLine<Value> {
  readonly line: number
  readonly value: Value
}

/**
 * Reads a file that has one JSON value a line, each of the shape that is expected at its place. Notes those that are
 * not, and those in which a name stands twice: of two values JSON would keep the second without a word.
 */
export function readJsonLines<Value>(
  { path, text }: TextFile,
  shapeAt: (at: number) => ZodType<Value>,
  faults: FileFaults,
): JsonLine<Value>[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines.flatMap((content, at): JsonLine<Value>[] => {
    const line = at + 1
    const parsed = parse(content)
    if (parsed === undefined) {
      faults.add(path, line, { en: 'The line is not JSON.', de: 'Die Zeile ist kein JSON.' })
      return []
    }
    const read = shapeAt(at).safeParse(parsed, { reportInput: true })
    if (!read.success) {
      faults.add(path, line, {
        en: `The line has not the right form: ${told(read.error.issues, 'en')}.`,
        de: `Die Zeile hat nicht die richtige Form: ${told(read.error.issues, 'de')}.`,
      })
      return []
    }
    if (countNames(parsed) !== countNamesIn(content)) {
      faults.add(path, line, { en: 'A name stands there twice.', de: 'Ein Name steht dort zweimal.' })
      return []
    }
    return [{ line, value: read.data }]
  })
}

function told(issues: readonly core.$ZodIssue[], language: Language): string {
  return inputFaults(issues)
    .map(({ path, message }) => `${path} ${message[language]}`.trim())
    .join('; ')
}

function parse(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    // Told by whoever asked; undefined is no JSON.
    return undefined
  }
}

/** How many names of members a value has, at every depth; without recursion, for a line may nest as deeply as it likes. */
function countNames(value: unknown): number {
  const waiting = [value]
  let names = 0
  for (let part = waiting.pop(); waiting.length > 0 || part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue
    if (!Array.isArray(part)) names += Object.keys(part).length
    for (const each of Object.values(part)) waiting.push(each)
  }
  return names
}

/** How many names stand in the text of valid JSON: strings that a colon follows. */
function countNamesIn(json: string): number {
  let names = 0
  for (const [, colon] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)) if (colon === ':') names += 1
  return names
}
