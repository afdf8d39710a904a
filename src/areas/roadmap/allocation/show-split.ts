import { askedQuarter } from '../asked-time.ts'
import { z } from 'zod'
import { defineOperation } from '#kernel'
import type { AllocationShape } from './allocation-shape.ts'
import { loadAllocation } from './load-allocation.ts'
import { quarterOf } from './quarter.ts'

/** How many quarters are shown, the one that was asked for among them. */
const shownQuarters = 4

/** How what was delivered in a quarter was split, beside how it was meant to be, with the quarters before. */
export const showSplit = defineOperation({
  name: 'roadmap.split',
  summary: {
    en: 'Say how what was delivered in a quarter was split over kinds of investment, beside how it was meant to be, in all and by team.',
    de: 'Sagen, wie sich das in einem Quartal Gelieferte auf die Arten verteilt hat, neben dem, was gewollt war, insgesamt und je Team.',
  },
  input: z.strictObject({
    quarter: askedQuarter.optional(),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  run: (context, { quarter }): Promise<AllocationShape> =>
    loadAllocation(context, quarter ?? quarterOf(context.clock()), shownQuarters),
})
