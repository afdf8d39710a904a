import { askedDay } from '../asked-time.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineOperation } from '#kernel'

/** A bet as it was forecast: the date by level, or none, and the size that it had. */
const keptBet = z.strictObject({
  key: z.string(),
  dates: z.record(z.string(), z.string().nullable()).nullable(),
  total: z.tuple([z.number(), z.number()]).nullable().optional(),
})

/** Keeps what was forecast on a day, so that a date that moved can be explained; of one day the first stays. */
export const keepForecast = defineOperation({
  name: 'roadmap.keep-forecast',
  input: z.strictObject({ day: askedDay, input: z.record(z.string(), z.unknown()), bets: z.array(keptBet) }),
  access: (actor) => actor.kind === 'system',
  writes: true,
  async run(context, kept) {
    const [input, bets] = [JSON.stringify(kept.input), JSON.stringify(kept.bets)]
    await sql`insert into kept_forecast (workspace_id, day, input, bets)
      values (${context.workspaceId}, ${kept.day}::date, ${input}::jsonb, ${bets}::jsonb)
      on conflict (workspace_id, day) do nothing`.execute(context.transaction)
    context.audit({ payload: { day: kept.day, bets: kept.bets.length } })
    return { day: kept.day }
  },
})
