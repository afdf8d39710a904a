import { Refusal, type OperationContext } from '#kernel'
import { findRecord, type FoundRecord } from '#kernel/record/find-record.ts'

/** The record of this key, which is to be of the type. Refuses another in the words of whoever named it. */
export async function findOfType(
  context: OperationContext,
  key: string,
  type: string,
  lock: 'lock' | 'read' = 'read',
): Promise<FoundRecord> {
  const found = await findRecord(context, key, lock)
  if (found.definition.type === type) return found
  const { names, prefix } = context.records.ofType(type)
  throw new Refusal(
    'not-found',
    {
      en: `${key} is no ${names.one.en.toLowerCase()}.`,
      de: `${key} ist kein Datensatz der Art ${names.one.de}.`,
    },
    {
      en: `Name one by its key, as in ${prefix}-3.`,
      de: `Nenne einen mit seinem Schlüssel, wie ${prefix}-3.`,
    },
  )
}
