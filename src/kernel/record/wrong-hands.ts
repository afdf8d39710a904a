import { isDeepStrictEqual } from 'node:util'
import type { RecordDefinition } from './define-record.ts'
import { faultAt, type FieldFault, type RecordValues } from './read-values.ts'

/** Whether somebody gives the values as in a form, or a verb of the area writes them. */
export type Writer = 'by hand' | 'by a verb'

/** What is wrong with values of fields that verbs alone write, where they are given by hand and are not those that stand there. */
export function wrongHands(
  writer: Writer,
  { fields }: RecordDefinition,
  given: Readonly<Record<string, unknown>>,
  current: RecordValues,
): FieldFault[] {
  if (writer === 'by a verb') return []
  return Object.entries(given).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field?.written || isDeepStrictEqual(value ?? null, current[name] ?? null)) return []
    const { en, de } = field.written
    return [
      faultAt(name, {
        en: `${field.label.en} is not written by hand. ${en}`,
        de: `${field.label.de} wird nicht von Hand geschrieben. ${de}`,
      }),
    ]
  })
}
