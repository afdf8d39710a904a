import { z } from 'zod'
import { isDay } from '#kernel/record/fields/day.ts'

/** A day that the calendar has, as in `2026-01-31`. */
export const askedDay = z.string().refine(isDay, { error: 'must be a day as in 2026-01-31' })
