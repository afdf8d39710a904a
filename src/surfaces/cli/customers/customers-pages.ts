import type { InboxShape } from '#areas/customers/inbox/inbox-shape.ts'
import type { WeightTable } from '#areas/customers/weight/weight-shape.ts'
import type { Look } from '../terminal/look.ts'
import { inboxPage } from './inbox-page.ts'
import { weightPage } from './weight-page.ts'

/** The pages of verbs about what customers say, by the names of their operations. */
export const customersPages: Readonly<Record<string, (answer: unknown, look: Look) => string>> = {
  'customers.inbox': (answer, look) => inboxPage(answer as InboxShape, look), // what it answers
  'customers.weight': (answer, look) => weightPage(answer as WeightTable, look), // what it answers
}
