import { askedDay } from '../asked-time.ts'
import { z } from 'zod'
import { Refusal } from '#kernel'

const day = 86_400_000

/** How a window is asked for: its first day and the day after its last, or the weeks before now. */
export const windowQuestion = {
  from: askedDay.optional(),
  to: askedDay.optional(),
  weeks: z.coerce.number().int().min(1).max(104).default(13),
}

/** The half-open window in milliseconds since 1970. Refuses one that ends before it begins, or is longer than two years. */
export function readWindow(
  {
    from,
    to,
    weeks,
  }: { readonly from?: string | undefined; readonly to?: string | undefined; readonly weeks: number },
  now: Date,
): { readonly from: number; readonly to: number } {
  const end = to === undefined ? now.getTime() : Date.parse(`${to}T00:00:00Z`)
  const start = from === undefined ? end - weeks * 7 * day : Date.parse(`${from}T00:00:00Z`)
  if (Number.isFinite(start) && Number.isFinite(end) && start < end && end - start <= 732 * day)
    return { from: start, to: end }
  throw new Refusal(
    'invalid',
    {
      en: 'A window begins before it ends and is at most two years long.',
      de: 'Ein Zeitraum beginnt, bevor er endet, und ist höchstens zwei Jahre lang.',
    },
    { en: 'Say other days.', de: 'Nenne andere Tage.' },
  )
}
