import { sql } from 'kysely'
import type { OperationContext } from '#kernel/operation/define-operation.ts'
import { mayRead } from '#kernel/record/may-read.ts'
import type { AddedToSample } from './sample-shape.ts'
import { sampleActor } from './sample-actor.ts'

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId' | 'records' | 'actor'>

/** What people, and programs for them, wrote since the sample company was begun: it goes when that goes. */
export async function addedToSample(context: Reader): Promise<Omit<AddedToSample, 'others'>> {
  const { transaction, workspaceId, records } = context
  const { rows } = await sql<{ type: string; number: number; title: string; first: number }>`
    select record.type, record.number, min(own.version) as first,
      case when ${mayRead(context)} then record.title else '' end as title
    from record_version as own
    join record on record.workspace_id = own.workspace_id and record.id = own.record_id
    where own.workspace_id = ${workspaceId} and own.actor_kind <> 'system'
    group by record.workspace_id, record.id order by record.type, record.number`.execute(transaction)
  const { count } = await transaction
    .selectFrom('link')
    .select((each) => each.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('relation', 'not like', 'field:%')
    .where('created_by', '<>', sampleActor.job)
    .executeTakeFirstOrThrow()
  const named = rows.map(({ type, number, title, first }) => ({
    key: `${records.ofType(type).prefix}-${number}`,
    title,
    isNew: first === 1,
  }))
  return {
    records: named.filter(({ isNew }) => isNew).map(({ key, title }) => ({ key, title })),
    changed: named.filter(({ isNew }) => !isNew).map(({ key, title }) => ({ key, title })),
    links: Number(count),
  }
}
