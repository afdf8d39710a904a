import type { z } from 'zod'
import { inputFaults, Refusal } from '#kernel'
import type { Language } from '#kernel/shape.ts'

/** What was given as the shape has it; refuses it with what is wrong. For what is looked at before an operation is. */
export function readInput<Input>(shape: z.ZodType<Input>, given: unknown): Input {
  const parsed = shape.safeParse(given, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = inputFaults(parsed.error.issues)
  const told = (language: Language) =>
    fields.map(({ path, message }) => `${path} ${message[language]}`.trim()).join('; ')
  throw new Refusal(
    'invalid',
    { en: `The body is not valid: ${told('en')}.`, de: `Der Inhalt ist nicht gültig: ${told('de')}.` },
    { en: 'Correct it and try again.', de: 'Berichtige es und versuche es noch einmal.' },
    fields,
  )
}
