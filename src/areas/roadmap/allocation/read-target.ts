import { investmentKinds as measuredKinds } from '#evidence/measures/investment-kind.ts'
import type { RecordShape } from '#kernel/shape.ts'
import { numberOf, rowsOf } from '../plan/read-bet.ts'
import type { AllocationTarget } from './measure-allocation.ts'

/** What an allocation says was intended. */
export function readTarget({ fields }: RecordShape): AllocationTarget {
  return {
    shares: Object.fromEntries(
      measuredKinds.flatMap((kind) => {
        const share = numberOf(fields[kind])
        return share === null ? [] : [[kind, share]]
      }),
    ),
    floors: rowsOf(fields['floors']).flatMap((row) => {
      const kind = measuredKinds.find((each) => each === row['investment'])
      return kind ? [{ kind, share: Number(row['share']), risk: String(row['risk']) }] : []
    }),
  }
}
