import { sql } from 'kysely'
import { dayOf } from '#evidence/facts/day-of.ts'
import { readAllRecords, type OperationContext } from '#kernel'
import { mayReadOfType } from '#kernel/record/may-read.ts'
import type { Money, RecordShape } from '#kernel/shape.ts'
import type { InsightOfBet } from './weight-shape.ts'

/** Every bet that was not put away, with the insights that speak for it as far as the actor may see them, the newest last. */
export async function readEvidence(
  context: OperationContext,
): Promise<readonly { readonly bet: RecordShape; readonly insights: readonly InsightOfBet[] }[]> {
  const { transaction, workspaceId, actor, records } = context
  const insight = records.ofType('insight')
  const { rows } = await sql<Row>`
    select record.number, record.title, record.created_at, fields.state, fields.heard, fields.customer,
      fields.segment, fields.count, fields.revenue, bet.number as bet
    from record
    join insight as fields on fields.workspace_id = record.workspace_id and fields.id = record.id
    cross join unnest(fields.bets) as named (id)
    join record as bet on bet.workspace_id = record.workspace_id and bet.id = named.id and bet.type = 'bet'
    where record.workspace_id = ${workspaceId} and record.type = 'insight' and record.archived_at is null
      and ${mayReadOfType(actor, insight)}
    order by record.number`.execute(transaction)
  const byBet = Map.groupBy(rows, ({ bet }) => `${records.ofType('bet').prefix}-${bet}`)
  return (await readAllRecords(context, 'bet')).map((bet) => ({
    bet,
    insights: (byBet.get(bet.key) ?? []).map((row) => toInsight(insight.prefix, row)),
  }))
}

interface Row {
  readonly number: number
  readonly title: string
  readonly created_at: Date
  readonly state: string
  readonly heard: string | null
  readonly customer: string | null
  readonly segment: string | null
  readonly count: number | null
  readonly revenue: Money | null
  readonly bet: number
}

function toInsight(prefix: string, { number, created_at, heard, ...row }: Row): InsightOfBet {
  return {
    key: `${prefix}-${number}`,
    title: row.title,
    state: row.state,
    counts: row.state !== 'let-go',
    day: heard ?? dayOf(created_at.getTime()),
    customer: row.customer,
    segment: row.segment,
    count: row.count,
    revenue: row.revenue,
  }
}
