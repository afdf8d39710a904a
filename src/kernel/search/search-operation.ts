import { z } from 'zod'
import { defineOperation } from '../operation/define-operation.ts'
import { searchRecords } from './search-records.ts'

/** Finds records of all types at once. */
export const searchOperation = defineOperation({
  name: 'record.search',
  summary: {
    en: 'Find records by key, title or text, even mistyped, best first.',
    de: 'Datensätze nach Schlüssel, Titel oder Text finden, auch vertippt, die besten zuerst.',
  },
  input: z.strictObject({
    q: z.string(),
    /** Types to be searched; none for all. */
    types: z.array(z.string()).max(50).default([]),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: searchRecords,
})
