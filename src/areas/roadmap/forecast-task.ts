import {
  backtest,
  type BacktestOptions,
  type PastOfTeam,
  type PastScope,
} from '#engines/forecast/backtest.ts'
import { explainMove } from '#engines/forecast/explain-move.ts'
import type { ForecastInput } from '#engines/forecast/forecast-input.ts'
import { forecast, type ForecastQuestions } from '#engines/forecast/forecast.ts'
import type { RefusalCode, RefusedField } from '#kernel/operation/refusal.ts'
import type { Words } from '#kernel/shape.ts'

type Asked = Omit<ForecastQuestions, 'mayGoOn'>

/** What the forecast thread calculates. */
export type ForecastTask =
  | { readonly kind: 'forecast'; readonly input: ForecastInput; readonly questions: Asked }
  | {
      readonly kind: 'backtest'
      readonly past: readonly PastOfTeam[]
      readonly scopes: readonly PastScope[]
      readonly options: Omit<BacktestOptions, 'mayGoOn'>
    }
  | {
      readonly kind: 'explain'
      readonly before: ForecastInput
      readonly after: ForecastInput
      readonly key: string
    }

/** Not 0 when nobody waits for the task any more: shared with the thread, which cannot hear while it calculates. */
export type Ended = Int32Array<SharedArrayBuffer>

export interface TaskRequest {
  readonly id: number
  readonly task: ForecastTask
  readonly ended: Ended
}

export type TaskAnswer = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly refused: RefusedTask }
  | { readonly failed: string }
)

/** A refusal as it crosses over from the thread. */
export interface RefusedTask {
  readonly code: RefusalCode
  readonly words: Words
  readonly hint?: Words
  readonly fields: readonly RefusedField[]
}

export function doTask(task: ForecastTask, mayGoOn: () => void): unknown {
  switch (task.kind) {
    case 'forecast':
      return forecast(task.input, { ...task.questions, mayGoOn })
    case 'backtest':
      return backtest(task.past, task.scopes, { ...task.options, mayGoOn })
    case 'explain':
      return explainMove(task.before, task.after, task.key, { mayGoOn })
  }
}
