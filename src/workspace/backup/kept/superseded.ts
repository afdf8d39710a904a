import type { KeptBackup } from './list-kept.ts'

const mostDays = 7
const mostWeeks = 4
const mostByHand = 10
const mostBeforeUpgrade = 5

/**
 * Which backups newer ones have taken the place of. Of those made by itself the newest of each of seven days and of four
 * weeks stay, those made by hand and before an upgrade are counted apart. `kept` comes newest first.
 */
export function superseded(kept: readonly KeptBackup[]): KeptBackup[] {
  const of = (kind: KeptBackup['kind']) => kept.filter((each) => each.kind === kind)
  const byItself = of('by-itself')
  const staying = new Set([
    ...newestOfEach(byItself, dayOf, mostDays),
    ...newestOfEach(byItself, weekOf, mostWeeks),
    ...of('by-hand').slice(0, mostByHand),
    ...of('before-upgrade').slice(0, mostBeforeUpgrade),
  ])
  return kept.filter((each) => !staying.has(each))
}

function newestOfEach(
  kept: readonly KeptBackup[],
  span: (at: Date) => number,
  most: number,
): readonly KeptBackup[] {
  const spans = new Map<number, KeptBackup>()
  for (const each of kept) if (!spans.has(span(each.at))) spans.set(span(each.at), each)
  return [...spans.values()].slice(0, most)
}

const dayOf = (at: Date) => Math.floor(at.getTime() / 86_400_000)

/** Weeks begin on Monday; the first day of the count was a Thursday. */
const weekOf = (at: Date) => Math.floor((dayOf(at) + 3) / 7)
