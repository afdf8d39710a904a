/** The rules of the README once more, as plainly as they can be written, apart from the engine. */
export interface SlowCase {
  readonly teams: readonly { readonly name: string; readonly parallel: number }[]
  readonly bets: readonly {
    readonly key: string
    readonly sizes: Readonly<Record<string, number>>
    readonly after: readonly string[]
  }[]
}

/** The day on which each bet is done, given what each team finishes on each day; null for later. */
export function playSlowly(
  { teams, bets }: SlowCase,
  days: readonly Readonly<Record<string, number>>[],
): Record<string, number | null> {
  const left = new Map(bets.map(({ key, sizes }) => [key, { ...sizes }]))
  const partDone = new Map<string, number>()
  const doneDay = (key: string) => {
    const sizes = bets.find((bet) => bet.key === key)?.sizes ?? {}
    const ends = Object.keys(sizes).map((team) => partDone.get(`${key} ${team}`))
    return ends.every((end) => end !== undefined) ? Math.max(...ends) : null
  }
  for (const [at, finished] of days.entries()) {
    const day = at + 1
    for (const { name, parallel } of teams) {
      let changes = finished[name] ?? 0
      while (changes > 0) {
        const working = bets.filter((bet) => isOpen(bet, name, day)).slice(0, parallel)
        if (working.length === 0) break
        for (const { key } of working) {
          if (changes === 0) break
          changes--
          const own = left.get(key) ?? {}
          own[name] = (own[name] ?? 0) - 1
          if (own[name] === 0) partDone.set(`${key} ${name}`, day)
        }
      }
    }
  }
  return Object.fromEntries(bets.map(({ key }) => [key, doneDay(key)]))

  function isOpen({ key, after }: SlowCase['bets'][number], team: string, day: number): boolean {
    return (left.get(key)?.[team] ?? 0) > 0 && after.every((other) => isDoneFor(other, team, day))
  }

  /** What other teams did today a team does not know yet. */
  function isDoneFor(key: string, team: string, day: number): boolean {
    const sizes = bets.find((bet) => bet.key === key)?.sizes ?? {}
    return Object.keys(sizes).every((each) => {
      const end = partDone.get(`${key} ${each}`)
      return end !== undefined && (end < day || each === team)
    })
  }
}
