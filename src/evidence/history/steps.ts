/** A calculation in steps, between which whoever runs it may let others have their turn. */
export type Steps<Result> = Generator<undefined, Result>

/** What comes out, calculated in one go. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** True for one of so many indexes, where a step ends. */
export function isStep(index: number, of = 512): boolean {
  return index % of === of - 1
}
