import type { RecordShape } from '#kernel/shape.ts'
import { textOf, textsOf } from '../plan/read-bet.ts'
import { sides } from '../sides.ts'
import { isCommitted } from './broken-promises.ts'
import type { Named, ToTell } from './pivot-shape.ts'

interface Ending {
  readonly bets: readonly RecordShape[]
  readonly goals: readonly RecordShape[]
  readonly insights: readonly RecordShape[]
}

/**
 * Those whose work, word or goal ends: counterparts and teams of the bets, owners of the goals, and customers who were
 * told or wait for a bet that was committed. A proposal, without those who are on the list already.
 */
export function whomToTell(
  { bets, goals, insights }: Ending,
  names: ReadonlyMap<string, string>,
  listed: readonly string[],
): ToTell[] {
  const found = new Map<string, { kind: ToTell['kind']; name: string; about: Map<string, Named> }>()
  const tell = (kind: ToTell['kind'], whom: string | null, { key, title }: Named) => {
    if (whom === null) return
    const entry = found.get(whom) ?? { kind, name: names.get(whom) ?? whom, about: new Map() }
    entry.about.set(key, { key, title })
    found.set(whom, entry)
  }
  for (const bet of bets) for (const side of sides) tell('person', textOf(bet.fields[side]), bet)
  for (const goal of goals) tell('person', textOf(goal.fields['owner']), goal)
  for (const bet of bets) for (const team of textsOf(bet.fields['teams'])) tell('team', team, bet)
  for (const { fields } of insights)
    for (const bet of bets) if (waitsFor(fields, bet)) tell('customer', textOf(fields['customer']), bet)
  const isListed = new Set(listed.map(plainly))
  return [...found].flatMap(([whom, { kind, name, about }]) =>
    isListed.has(plainly(whom)) || isListed.has(plainly(name))
      ? []
      : [{ kind, whom, name, about: [...about.values()] }],
  )
}

function waitsFor(fields: RecordShape['fields'], bet: RecordShape): boolean {
  if (fields['state'] === 'let-go' || !textsOf(fields['bets']).includes(bet.key)) return false
  return textOf(fields['toldOn']) !== null || isCommitted(bet.fields['state'])
}

const plainly = (name: string) => name.trim().toLowerCase()
