import { z } from 'zod'
import { defineOperation, lineOfSight } from '#kernel'

/** What a record is for and what is done for it. */
export const showLineOfSight = defineOperation({
  name: 'record.line-of-sight',
  summary: {
    en: 'Show what a record is for, and what is done for it.',
    de: 'Zeigen, wofür ein Datensatz da ist und was für ihn getan wird.',
  },
  input: z.strictObject({ key: z.string().max(40) }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: (context, { key }) => lineOfSight(context, key),
})
