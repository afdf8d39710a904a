import { faultAt, type FieldFault, type RecordValues } from '#kernel/shape.ts'
import { investmentKinds } from './investment-kinds.ts'

const kinds = Object.keys(investmentKinds)

/** What is wrong with an allocation as a whole: shares that are not a whole, a kind with two floors. */
export function checkAllocation(values: RecordValues): readonly FieldFault[] {
  return [...whole(values), ...floors(values)]
}

function whole(values: RecordValues): FieldFault[] {
  const shares = kinds.map((kind) => values[kind]).filter((share) => typeof share === 'number')
  const sum = shares.reduce((total, share) => total + share, 0)
  if (shares.length === 0 || Math.abs(sum - 100) < 0.05) return []
  const said = Math.round(sum * 10) / 10
  return [
    faultAt('feature', {
      en: `Feature and the other kinds together make ${said} %; they must make 100 %.`,
      de: `Funktion und die anderen Arten ergeben zusammen ${String(said).replace('.', ',')} %; es müssen 100 % sein.`,
    }),
  ]
}

function floors({ floors: given }: RecordValues): FieldFault[] {
  if (!Array.isArray(given)) return []
  const rows: readonly Readonly<Record<string, unknown>>[] = given
  const named = rows.map((row) => row['investment'])
  const sum = rows.reduce((total, row) => total + Number(row['share']), 0)
  if (new Set(named).size < named.length)
    return [
      faultAt('floors', { en: 'Floors name a kind twice.', de: 'Untergrenzen nennen eine Art zweimal.' }),
    ]
  if (sum > 100)
    return [
      faultAt('floors', {
        en: 'Floors together are more than 100 %.',
        de: 'Untergrenzen sind zusammen mehr als 100 %.',
      }),
    ]
  return []
}
