import { attentionOperation } from '#kernel'
import { missedFloors } from './roadmap/allocation/missed-floors.ts'

/** What needs attention, from every area that has something to say. */
export const listAttention = attentionOperation([missedFloors])
