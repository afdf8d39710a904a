import type { Sample } from '#workspace'
import { earlyInsights } from './early-insights.ts'
import { laterInsights } from './later-insights.ts'
import { waitingInsights } from './waiting-insights.ts'

/** What those who live under Larkenfeld’s roofs and those who own them said and did. */
export const customersSample: Sample = { records: [...earlyInsights, ...laterInsights, ...waitingInsights] }
