import { sql } from 'kysely'
import type { ForecastInput } from '#engines/forecast/forecast-input.ts'
import type { OperationContext } from '#kernel'

/** A forecast as it was kept. */
export interface KeptForecast {
  readonly day: string
  readonly input: ForecastInput
  readonly bets: readonly KeptBet[]
}

export interface KeptBet {
  readonly key: string
  readonly dates: Readonly<Record<string, string | null>> | null
  /** From so many changes to so many, of all teams together; missing in what was kept before sizes were. */
  readonly total?: readonly [low: number, high: number] | null
}

type Reader = Pick<OperationContext, 'transaction' | 'workspaceId'>

/** The last forecast that was kept on the day or before it; null where none was. */
export async function readKept(
  { transaction, workspaceId }: Reader,
  day: string,
): Promise<KeptForecast | null> {
  const { rows } = await sql<KeptForecast>`
    select to_char(day, 'YYYY-MM-DD') as day, input, bets from kept_forecast
    where workspace_id = ${workspaceId} and day <= ${day}::date order by kept_forecast.day desc limit 1`.execute(
    transaction,
  )
  return rows[0] ?? null
}

/** The first day of which a forecast was kept; null where none is. */
export async function firstKeptDay({ transaction, workspaceId }: Reader): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select to_char(min(day), 'YYYY-MM-DD') as day from kept_forecast
    where workspace_id = ${workspaceId}`.execute(transaction)
  return rows[0]?.day ?? null
}

/** Days of which a forecast was kept, the newest first. */
export async function keptDays({ transaction, workspaceId }: Reader): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select to_char(day, 'YYYY-MM-DD') as day from kept_forecast
    where workspace_id = ${workspaceId} order by kept_forecast.day desc limit 1000`.execute(transaction)
  return rows.map(({ day }) => day)
}
