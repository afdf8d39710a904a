import type { RecordShape } from '#kernel/shape.ts'
import { investmentKinds, type InvestmentKind } from '#evidence/measures/investment-kind.ts'
import { textOf, textsOf } from '../plan/read-bet.ts'
import type { CountedBet } from './measure-alignment.ts'

/** What of the bets decides what their changes count for. */
export function countedBets(bets: readonly RecordShape[]): Map<string, CountedBet> {
  return new Map(
    bets.map(({ key, fields }) => [
      key,
      { key, investment: kindOf(textOf(fields['investment'])), goals: textsOf(fields['goals']) },
    ]),
  )
}

function kindOf(word: string | null): InvestmentKind | null {
  return investmentKinds.find((kind) => kind === word) ?? null
}
