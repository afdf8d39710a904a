import { z } from 'zod'
import { inWords } from '#kernel'
import { isDay } from '#kernel/record/fields/day.ts'
import { quarterPattern } from './allocation/quarter.ts'

const dayWords = { en: 'must be a day as in 2026-01-31', de: 'muss ein Tag sein wie 2026-01-31' }

/** A day that the calendar has, as in `2026-01-31`. */
export const askedDay = z.string().max(10).refine(isDay, inWords(dayWords))

/** Days with commas between them. */
export const askedDays = z
  .string()
  .max(200)
  .refine((text) => text.split(',').every(isDay), inWords(dayWords))

/** A quarter as in `2026-Q3`. */
export const askedQuarter = z
  .string()
  .max(7)
  .refine(
    (text) => quarterPattern.test(text),
    inWords({ en: 'must look like 2026-Q3', de: 'muss aussehen wie 2026-Q3' }),
  )
