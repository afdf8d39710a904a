import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { dayOf } from '#evidence/facts/day-of.ts'
import { defineOperation, type OperationContext } from '#kernel'
import { loadRecords } from '#kernel/record/load-records.ts'
import { mayReadOfType } from '#kernel/record/may-read.ts'
import { consentEndsWithin, inboxViews, type InboxShape, type InboxView } from './inbox-shape.ts'

const day = 86_400_000

/** Shows what of the insights waits: new ones, kept ones without a bet, acted on and not told back, consent that is missing. */
export const showInbox = defineOperation({
  name: 'customers.inbox',
  summary: {
    en: 'Show which insights wait: new, kept without a bet, acted on but not told back, or kept in words without consent.',
    de: 'Zeigen, welche Erkenntnisse warten: neue, behaltene ohne Wette, umgesetzte ohne Rückmeldung oder solche mit Wortlaut ohne Einwilligung.',
  },
  input: z.strictObject({
    view: z.enum(inboxViews).default('new'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  access: ['owner', 'leader', 'member'],
  writes: false,
  async run(context, { view, limit }): Promise<InboxShape> {
    const insight = context.records.ofType('insight')
    const now = context.clock().getTime()
    const waits = conditions(dayOf(now + consentEndsWithin * day))
    const found = await loadRecords(
      context,
      insight,
      sql`where ${open(context)} and ${waits[view]} order by ${orders[view]} limit ${limit + 1}`,
    )
    return {
      day: dayOf(now),
      view,
      counts: await count(context, waits),
      insights: found.slice(0, limit).map(({ shape }) => shape),
      more: found.length > limit,
    }
  },
})

type Conditions = Readonly<Record<InboxView, RawBuilder<unknown>>>

const conditions = (soon: string): Conditions => ({
  new: sql`fields.state = 'new'`,
  'without-bet': sql`fields.state = 'kept' and fields.bets is null`,
  untold: sql`fields.state = 'acted' and fields.told_on is null`,
  // Whoever says that nothing is personal keeps no contact either.
  consent: sql`(fields.text is not null or fields.contact is not null) and (
    fields.consent is null or fields.consent in ('asked', 'withdrawn')
    or (fields.consent = 'not-needed' and fields.contact is not null)
    or (fields.consent = 'given' and (fields.consent_until is null or fields.consent_until <= ${soon}::date)))`,
})

/** New ones by when they came, the newest first; those that somebody waits for by how long. */
const orders: Conditions = {
  new: sql`record.number desc`,
  'without-bet': sql`record.number desc`,
  untold: sql`record.updated_at, record.number`,
  consent: sql`fields.consent_until nulls first, record.number`,
}

function open({ workspaceId, actor, records }: OperationContext): RawBuilder<unknown> {
  return sql`record.workspace_id = ${workspaceId} and record.type = 'insight' and record.archived_at is null
    and ${mayReadOfType(actor, records.ofType('insight'))}`
}

async function count(context: OperationContext, waits: Conditions): Promise<InboxShape['counts']> {
  const counted = inboxViews.map(
    (view) => sql`count(*) filter (where ${waits[view]})::integer as ${sql.id(view)}`,
  )
  const { rows } = await sql<InboxShape['counts']>`select ${sql.join(counted)} from record
    join insight as fields on fields.workspace_id = record.workspace_id and fields.id = record.id
    where ${open(context)}`.execute(context.transaction)
  return rows[0] ?? { new: 0, 'without-bet': 0, untold: 0, consent: 0 }
}
