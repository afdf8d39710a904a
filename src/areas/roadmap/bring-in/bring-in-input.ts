import { z } from 'zod'
import { mostBytes } from '#engines/source-files/source-shape.ts'
import { inWords } from '#kernel'

/** Longer than the largest file is in base64, so that one that is a little too large is told its size in bytes. */
const mostContent = mostBytes * 2

const inBase64 = inWords({ en: 'must be base64', de: 'muss Base64 sein' })

const taken = z.union([
  z.strictObject({ column: z.string().max(1000) }),
  z.strictObject({ value: z.string().max(2000) }),
])

/** What a file and its mapping are given as, the same for the dry run and for bringing it in. */
const bringInFields = {
  name: z.string().min(1).max(255),
  content: z
    .string()
    .max(mostContent)
    .refine((text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text), inBase64),
  as: z.enum(['bet', 'insight']),
  map: z.record(z.string(), taken.nullable()).default({}),
  values: z.record(z.string(), z.record(z.string(), z.string().max(60).nullable())).default({}),
  identity: z.string().max(1000).nullable().optional(),
  source: z.string().trim().max(60).optional(),
} as const

export const bringInInput = z.strictObject({
  ...bringInFields,
  refused: z.enum(['stop', 'leave-out']).default('stop'),
})

export const previewInput = z.strictObject({ ...bringInFields, language: z.enum(['en', 'de']).default('en') })

/** A file and how it is to be taken. */
export type GivenFile = Omit<z.infer<typeof bringInInput>, 'refused'>
