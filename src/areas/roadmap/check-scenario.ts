import { faultAt, type FieldFault, type RecordValues, type Words } from '#kernel/shape.ts'
import { rowsOf } from './plan/read-bet.ts'

/** What is wrong with a scenario as a whole: rows that lack what their change needs, and a state that only a verb gives. */
export function checkScenario(
  values: RecordValues,
  before: RecordValues | null = null,
): readonly FieldFault[] {
  return [
    ...keptAsAdopted(values, before),
    ...rowsOf(values['bets']).flatMap(wrongBet),
    ...rowsOf(values['breaks']).flatMap(wrongBreak),
    ...twice(values['goals']),
    ...(values['state'] === 'adopted' && typeof values['adoptedOn'] !== 'string'
      ? [
          faultAt('state', {
            en: 'State becomes adopted by the verb adopt, which asks why.',
            de: 'Stand wird durch den Befehl adopt übernommen, der nach dem Warum fragt.',
          }),
        ]
      : []),
  ]
}

/** What was adopted is kept as it was: it says why the records are as they are. */
function keptAsAdopted(values: RecordValues, before: RecordValues | null): FieldFault[] {
  if (before?.['state'] !== 'adopted') return []
  return ['title', 'question', 'bets', 'people', 'breaks', 'goals'].flatMap((name) =>
    JSON.stringify(values[name] ?? null) === JSON.stringify(before[name] ?? null)
      ? []
      : [
          faultAt(name, {
            en: 'An adopted scenario is kept as it was. Make a new one for what is to change now.',
            de: 'Ein übernommenes Szenario bleibt, wie es war. Lege für das, was sich jetzt ändern soll, ein neues an.',
          }),
        ],
  )
}

type Row = ReturnType<typeof rowsOf>[number]

function wrongBet(row: Row, at: number): FieldFault[] {
  const { change, low, high, order } = row
  if (change === 'move' && typeof order !== 'number')
    return [
      inRow(at, {
        en: 'a bet that moves needs its place.',
        de: 'Eine Wette, die rückt, braucht ihren Platz.',
      }),
    ]
  if (change !== 'resize') return []
  if (typeof low !== 'number' || typeof high !== 'number')
    return [inRow(at, { en: 'another size needs both ends.', de: 'Eine andere Größe braucht beide Enden.' })]
  return high < low
    ? [inRow(at, { en: 'at most is less than at least.', de: 'Höchstens ist weniger als mindestens.' })]
    : []
}

function wrongBreak({ from, until }: Row, at: number): FieldFault[] {
  if (typeof from !== 'string' || typeof until !== 'string' || until >= from) return []
  return [
    faultAt('breaks', {
      en: `Breaks: in row ${at + 1} until lies before the first day.`,
      de: `Arbeitsfreie Zeiten: In Zeile ${at + 1} liegt bis vor dem ersten Tag.`,
    }),
  ]
}

function twice(value: unknown): FieldFault[] {
  const named = rowsOf(value).map((row) => row['goal'])
  if (new Set(named).size === named.length) return []
  return [faultAt('goals', { en: 'Goals name a goal twice.', de: 'Ziele nennen ein Ziel zweimal.' })]
}

const inRow = (at: number, { en, de }: Words) =>
  faultAt('bets', { en: `Bets: in row ${at + 1} ${en}`, de: `Wetten, Zeile ${at + 1}: ${de}` })
