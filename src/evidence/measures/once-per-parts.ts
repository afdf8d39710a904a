import type { Evidence } from './evidence.ts'

/** The history and the named parts of an evidence, which are all that a calculation reads. */
export type Parts<Name extends keyof Evidence> = Pick<Evidence, Name | 'history'>

const kept = 2

/**
 * Remembers what a pure calculation answered for a history and the named parts, whatever the rest of the evidence is: a
 * later as-of alone calculates nothing anew. Parts are compared by identity; of each history the latest two answers are
 * kept, and they go with it.
 */
export function oncePerParts<Name extends keyof Evidence, T extends object>(
  names: readonly Name[],
  calculate: (parts: Parts<Name>) => T,
): (parts: Parts<Name>) => T {
  const answers = new WeakMap<
    Evidence['history'],
    { readonly of: readonly unknown[]; readonly answer: T }[]
  >()
  return (parts) => {
    const known = answers.get(parts.history) ?? []
    const found = known.find(({ of }) => names.every((name, at) => of[at] === parts[name]))
    if (found !== undefined) return found.answer
    const answer = calculate(parts)
    answers.set(parts.history, [{ of: names.map((name) => parts[name]), answer }, ...known].slice(0, kept))
    return answer
  }
}
