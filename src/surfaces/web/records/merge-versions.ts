import type { FieldValue, RecordValues } from '#kernel/shape.ts'

type Value = FieldValue | null

/** A field that is not the same in what was written here and in what is kept by now. */
export interface Difference {
  readonly name: string
  readonly mine: unknown
  readonly theirs: Value
  /** Both have changed it since the form was opened: nobody but the reader can say which is right. */
  readonly isContested: boolean
}

export type Side = 'mine' | 'theirs'

/** Where the values given differ from those kept now, and which of that others have changed since `base`. */
export function differences(
  base: RecordValues,
  given: Readonly<Record<string, unknown>>,
  current: RecordValues,
): readonly Difference[] {
  return Object.entries(given).flatMap(([name, mine]) => {
    const theirs = current[name] ?? null
    if (isSame(mine ?? null, theirs)) return []
    return [{ name, mine, theirs, isContested: !isSame(base[name] ?? null, theirs) }]
  })
}

/** What is to be saved once every difference was decided; undefined while one still waits. */
export function merged(
  all: readonly Difference[],
  chosen: Readonly<Record<string, Side>>,
): Readonly<Record<string, unknown>> | undefined {
  if (all.some(({ name, isContested }) => isContested && chosen[name] === undefined)) return undefined
  return Object.fromEntries(
    all.flatMap(({ name, mine }) => (chosen[name] === 'theirs' ? [] : [[name, mine] as const])),
  )
}

/** Values as JSON has them, whatever the order of their names. */
export function isSame(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other)
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
