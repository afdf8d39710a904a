import { Refusal } from '#kernel'
import { readValues, wrongTogether, type RecordValues } from '#kernel/shape.ts'
import { rowsOf } from '../plan/read-bet.ts'
import { scenario } from '../scenario.record.ts'
import type { ScenarioDifferences } from './scenario-shape.ts'

type Given = Readonly<Record<keyof ScenarioDifferences, readonly object[]>>

/** Differences that nobody has saved, checked as those of a record are. */
export function readDifferences(given: Given): ScenarioDifferences {
  const { values, faults } = readValues(scenario, given)
  const wrong = faults.length > 0 ? faults : wrongTogether(scenario, values, null)
  if (wrong.length === 0) return differencesOf(values)
  throw new Refusal(
    'invalid',
    {
      en: `The differences are not valid: ${wrong.map(({ message }) => message.en).join(' ')}`,
      de: `Die Unterschiede sind nicht gültig: ${wrong.map(({ message }) => message.de).join(' ')}`,
    },
    { en: 'Correct them and try again.', de: 'Berichtige sie und versuche es noch einmal.' },
    wrong.map(({ path, message }) => ({ path: `differences.${path}`, message })),
  )
}

/** What a scenario says is different. */
export function differencesOf(values: RecordValues): ScenarioDifferences {
  const rows = Object.fromEntries(
    ['bets', 'people', 'breaks', 'goals'].map((part) => [part, rowsOf(values[part])]),
  )
  return rows as unknown as ScenarioDifferences // the columns of the record, which were read when it was written
}
