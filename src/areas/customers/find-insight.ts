import { Refusal, type OperationContext } from '#kernel'
import { findRecord, type FoundRecord } from '#kernel/record/find-record.ts'

/** The insight of this key; refuses another type in the words of whoever named it. */
export async function findInsight(
  context: OperationContext,
  key: string,
  lock: 'lock' | 'read' = 'read',
): Promise<FoundRecord> {
  const found = await findRecord(context, key, lock)
  if (found.definition.type === 'insight') return found
  throw new Refusal(
    'not-found',
    { en: `${key} is no insight.`, de: `${key} ist keine Erkenntnis.` },
    { en: 'Name one by its key, as in INS-3.', de: 'Nenne eine mit ihrem Schlüssel, wie INS-3.' },
  )
}
