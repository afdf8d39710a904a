import { faultAt, type FieldFault, type RecordValues } from '#kernel/shape.ts'

/** What is wrong with an insight as a whole: a contact or words that nobody may keep any more, an answer before the question. */
export function checkInsight({ consent, contact, heard, toldOn }: RecordValues): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (consent === 'withdrawn' && typeof contact === 'string')
    faults.push(
      faultAt('contact', {
        en: 'Contact must be empty once consent is withdrawn.',
        de: 'Kontakt muss leer sein, wenn die Einwilligung widerrufen ist.',
      }),
    )
  if (typeof heard === 'string' && typeof toldOn === 'string' && toldOn < heard)
    faults.push(
      faultAt('toldOn', {
        en: 'Told back on lies before the day on which it was heard.',
        de: 'Zurückgemeldet am liegt vor dem Tag, an dem es gehört wurde.',
      }),
    )
  return faults
}
