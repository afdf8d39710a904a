import { attentionOperation } from '#kernel'
import { missedFloors } from './roadmap/allocation/missed-floors.ts'
import { overdueTelling } from './roadmap/pivot/overdue-telling.ts'
import { unreadEditions } from './strategy/unread-editions.ts'

/** What needs attention, from every area that has something to say. */
export const listAttention = attentionOperation([missedFloors, unreadEditions, overdueTelling])
