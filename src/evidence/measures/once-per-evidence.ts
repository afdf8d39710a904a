import type { Evidence } from './evidence.ts'

/** Remembers what a pure calculation answered for an evidence as long as that evidence lives. */
export function oncePerEvidence<T extends object>(calculate: (evidence: Evidence) => T) {
  const answers = new WeakMap<Evidence, T>()
  return (evidence: Evidence): T => {
    const known = answers.get(evidence)
    if (known !== undefined) return known
    const answer = calculate(evidence)
    answers.set(evidence, answer)
    return answer
  }
}
