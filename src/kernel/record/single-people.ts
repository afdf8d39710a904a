import type { OperationContext } from '../operation/define-operation.ts'
import { Refusal } from '../operation/refusal.ts'
import { isForSingles, type RecordDefinition } from './define-record.ts'
import { mayReadOfType } from './may-read.ts'
import type { FieldFault, RecordValues } from './read-values.ts'

/** What two people said to each other is not shown to a third by putting them in the place of one. */
export function otherPair(
  { audience, people = [], fields }: RecordDefinition,
  changed: RecordValues,
): FieldFault[] {
  if (audience !== 'pair') return []
  return people.flatMap((path) => {
    const label = fields[path]?.label
    if (!label || !(path in changed)) return []
    const message = {
      en: `${label.en} stays as it is: the two people are those of the beginning.`,
      de: `${label.de} bleibt, wie es ist: Die beiden Menschen sind die vom Anfang.`,
    }
    return [{ path, message }]
  })
}

/** Nobody writes what they could not see themselves: it would be there, and nobody could say whose it is. */
export async function assertWriterReads(
  { transaction, workspaceId, actor }: OperationContext,
  definition: RecordDefinition,
  id: string,
): Promise<void> {
  const { audience, names, people = [], fields } = definition
  if (!isForSingles(audience)) return
  const seen = await transaction
    .selectFrom('record')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where(mayReadOfType(actor, definition))
    .executeTakeFirst()
  if (seen) return
  const labels = (language: 'en' | 'de') =>
    people.map((name) => fields[name]?.label[language] ?? name).join(', ')
  throw new Refusal(
    'invalid',
    {
      en: `You would not see this ${names.one.en.toLowerCase()} yourself.`,
      de: `${names.one.de}: Das könntest Du selbst nicht sehen.`,
    },
    {
      en: `Name yourself as one of its people (${labels('en')}); an owner or leader says on the page of members which record is yours.`,
      de: `Nenne Dich selbst als eine der Personen (${labels('de')}); welcher Datensatz Deiner ist, sagt die Leitung auf der Seite der Mitglieder.`,
    },
  )
}
