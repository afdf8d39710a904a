import { sides } from './sides.ts'
import { faultAt, dayOrder, type FieldFault, type RecordValues, type Words } from '#kernel/shape.ts'

/** What is wrong with a bet as a whole: sizes and days the wrong way round, a state that its agreements do not carry. */
export function checkBet(values: RecordValues, before: RecordValues | null): readonly FieldFault[] {
  return [
    ...size(values),
    ...wrongRows(values, 'teamSizes', {
      en: 'Other sizes for some teams',
      de: 'Andere Größen für einzelne Teams',
    }),
    ...wrongRows(values, 'risks', { en: 'Risks', de: 'Risiken' }),
    ...dayOrder(values, ['earliest', 'wanted'], {
      en: 'Wanted by lies before the day from which it may begin.',
      de: 'Gewünscht bis liegt vor dem Tag, ab dem sie beginnen darf.',
    }),
    ...dayOrder(values, ['started', 'ended'], {
      en: 'Ended lies before the day on which it began.',
      de: 'Beendet liegt vor dem Tag, an dem sie begann.',
    }),
    ...reason(values),
    ...shaped(values, before),
  ]
}

function size({ low, high, splitLow, splitHigh }: RecordValues): FieldFault[] {
  const faults: FieldFault[] = []
  if (isAbove(low, high))
    faults.push(
      faultAt('high', { en: 'At most is less than at least.', de: 'Höchstens ist weniger als mindestens.' }),
    )
  if (isEmpty(low) !== isEmpty(high))
    faults.push(
      faultAt(isEmpty(low) ? 'low' : 'high', {
        en: 'A size needs both ends; for an exact one both are the same.',
        de: 'Eine Größe braucht beide Enden; ist sie genau, sind beide gleich.',
      }),
    )
  if (isAbove(splitLow, splitHigh))
    faults.push(
      faultAt('splitHigh', {
        en: 'The split rate ends below its beginning.',
        de: 'Der Zuwachs endet unter seinem Anfang.',
      }),
    )
  return faults
}

function wrongRows(values: RecordValues, name: string, { en, de }: Words): FieldFault[] {
  const rows = values[name]
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row: Readonly<Record<string, unknown>>, index) =>
    isAbove(row['low'], row['high'])
      ? [
          faultAt(name, {
            en: `${en}: in row ${index + 1} at most is less than at least.`,
            de: `${de}: In Zeile ${index + 1} ist höchstens weniger als mindestens.`,
          }),
        ]
      : [],
  )
}

/** A date that nobody can give a reason for is a wish, and a forecast against it is noise. */
function reason({ wanted, wantedReason }: RecordValues): FieldFault[] {
  if (isEmpty(wanted) || !isEmpty(wantedReason)) return []
  return [
    faultAt('wantedReason', {
      en: 'Why then is missing: a wanted day needs its reason.',
      de: 'Warum dann fehlt: Ein gewünschter Tag braucht seinen Grund.',
    }),
  ]
}

/** All three counterparts make a bet shaped; one that was shaped stays so while its people change. */
function shaped({ state, agreements }: RecordValues, before: RecordValues | null): FieldFault[] {
  if (state !== 'shaped' || (before !== null && before['state'] !== 'idea')) return []
  const agreed = Array.isArray(agreements)
    ? agreements.map((row: Readonly<Record<string, unknown>>) => row['side'])
    : []
  const missing = sides.filter((side) => !agreed.includes(side))
  if (missing.length === 0) return []
  return [
    faultAt('state', {
      en: `State cannot become shaped: product, design and engineering must agree, and ${missing.length} of them have not.`,
      de: `Stand kann nicht ausgearbeitet werden: Produkt, Design und Entwicklung müssen zustimmen, ${missing.length} davon haben es noch nicht.`,
    }),
  ]
}

const isEmpty = (value: unknown) => value === null || value === undefined

const isAbove = (low: unknown, high: unknown) =>
  typeof low === 'number' && typeof high === 'number' && low > high
