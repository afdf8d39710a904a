import type { Words } from '#kernel/shape.ts'
import { openStates } from '../plan/order-bets.ts'
import type { PlannedBet } from '../plan/plan-shape.ts'
import type { BetDifference, ChangedBets, NotApplied } from './scenario-shape.ts'

/** The bets with what a scenario says of each, row by row; another size is that of every team that works on it. */
export function changeBets(bets: readonly PlannedBet[], differences: readonly BetDifference[]): ChangedBets {
  const after = new Map(bets.map((bet) => [bet.key, bet]))
  const notApplied: NotApplied[] = []
  for (const [at, difference] of differences.entries()) {
    const bet = after.get(difference.bet)
    const changed = bet === undefined ? isGone(difference.bet) : changeBet(bet, difference)
    if ('key' in changed) after.set(changed.key, changed)
    else notApplied.push({ path: `bets.${at}`, subject: difference.bet, reason: changed })
  }
  return { after: [...after.values()], notApplied }
}

function changeBet(bet: PlannedBet, { change, low, high, order }: BetDifference): PlannedBet | Words {
  const isOpen = openStates.some((state) => state === bet.state)
  const place = order ?? null
  if (change === 'add') {
    if (bet.state === 'shipped') return isShipped(bet.key)
    if (isOpen && place === null) return isIn(bet.key)
    return { ...bet, state: isOpen ? bet.state : 'idea', order: place ?? bet.order }
  }
  if (!isOpen) return bet.state === 'shipped' ? isShipped(bet.key) : isStopped(bet.key)
  if (change === 'drop') return { ...bet, state: 'stopped' }
  if (change === 'move') return place === null ? hasNoPlace(bet.key) : { ...bet, order: place }
  return typeof low === 'number' && typeof high === 'number'
    ? { ...bet, size: [low, high], teamSizes: {} }
    : hasNoSize(bet.key)
}

const isGone = (key: string): Words => ({
  en: `${key} is not there any more.`,
  de: `${key} gibt es nicht mehr.`,
})
const isShipped = (key: string): Words => ({
  en: `${key} is shipped already.`,
  de: `${key} ist schon geliefert.`,
})
const isStopped = (key: string): Words => ({
  en: `${key} is stopped already.`,
  de: `${key} ist schon gestoppt.`,
})
const isIn = (key: string): Words => ({
  en: `${key} is in the plan already; give it a place if it is to stand elsewhere.`,
  de: `${key} ist schon im Plan; gib ihr einen Platz, wenn sie anderswo stehen soll.`,
})
const hasNoPlace = (key: string): Words => ({
  en: `${key} is to move and has no place to move to.`,
  de: `${key} soll rücken und hat keinen Platz, an den sie rückt.`,
})
const hasNoSize = (key: string): Words => ({
  en: `${key} is to have another size and lacks an end of it.`,
  de: `${key} soll eine andere Größe haben, und davon fehlt ein Ende.`,
})
