import type { z } from 'zod'
import { inputFaults, Refusal } from '#kernel'

/** What was given as the shape has it; refuses it with what is wrong. For what is looked at before an operation is. */
export function readInput<Input>(shape: z.ZodType<Input>, given: unknown): Input {
  const parsed = shape.safeParse(given, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = inputFaults(parsed.error.issues)
  const paths = fields.map(({ path }) => path).join(', ')
  throw new Refusal(
    'invalid',
    { en: `This is missing or not valid: ${paths}.`, de: `Das fehlt oder stimmt so nicht: ${paths}.` },
    { en: 'Correct it and try again.', de: 'Berichtige es und versuche es noch einmal.' },
    fields,
  )
}
