import { Refusal, type OperationContext } from '#kernel'
import { findRecord, type FoundRecord } from '#kernel/record/find-record.ts'

const words = {
  bet: { en: 'bet', de: 'Wette', like: 'BET-3' },
  team: { en: 'team', de: 'Team', like: 'TEAM-2' },
} as const

/** The record of this key, which is to be of the type. Refuses another in the words of whoever named it. */
export async function findOfType(
  context: OperationContext,
  key: string,
  type: keyof typeof words,
): Promise<FoundRecord> {
  const found = await findRecord(context, key)
  if (found.definition.type === type) return found
  const { en, de, like } = words[type]
  throw new Refusal(
    'invalid',
    { en: `${key} is no ${en}.`, de: `${key} ist ${type === 'bet' ? 'keine' : 'kein'} ${de}.` },
    {
      en: `Name the ${en} by its key, as in ${like}.`,
      de: `Nenne ${type === 'bet' ? 'die' : 'das'} ${de} mit dem Schlüssel, wie ${like}.`,
    },
  )
}
