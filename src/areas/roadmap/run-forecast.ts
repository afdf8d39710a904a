import { Worker } from 'node:worker_threads'
import type { BacktestOptions, Calibration, PastOfTeam, PastScope } from '#engines/forecast/backtest.ts'
import type { Move } from '#engines/forecast/explain-move.ts'
import type { ForecastAnswer } from '#engines/forecast/forecast-answer.ts'
import type { ForecastInput } from '#engines/forecast/forecast-input.ts'
import type { ForecastQuestions } from '#engines/forecast/forecast.ts'
import { Refusal } from '#kernel/operation/refusal.ts'
import type { Ended, ForecastTask, TaskAnswer, TaskRequest } from './forecast-task.ts'
import { nameOfTask, rememberedAnswers } from './remembered-answers.ts'

/** How a calculation may be ended before it is done. */
export interface RunOptions {
  readonly signal?: AbortSignal
  /** Milliseconds from the moment it begins; 20 seconds unless given. */
  readonly limit?: number
}

/**
 * The forecast of a plan, calculated on a thread of its own, so that whoever serves people meanwhile goes on. One after the
 * other, in the order of asking; what was answered lately is not calculated again. Refuses what the forecast refuses, what
 * takes longer than the limit, and too many at once (`too-much`); an aborted one rejects with the reason of its signal.
 */
export async function runForecast(
  input: ForecastInput,
  questions: Omit<ForecastQuestions, 'mayGoOn'> = {},
  options: RunOptions = {},
): Promise<ForecastAnswer> {
  return (await run({ kind: 'forecast', input, questions }, options)) as ForecastAnswer // what that task answers
}

/** Whether past forecasts would have come true, calculated likewise. */
export async function runBacktest(
  past: readonly PastOfTeam[],
  scopes: readonly PastScope[],
  backtest: Omit<BacktestOptions, 'mayGoOn'>,
  options: RunOptions = {},
): Promise<Calibration> {
  return (await run({ kind: 'backtest', past, scopes, options: backtest }, options)) as Calibration // what that task answers
}

/** Why a bet’s date moved between two forecasts, calculated likewise. */
export async function runExplainMove(
  before: ForecastInput,
  after: ForecastInput,
  key: string,
  options: RunOptions = {},
): Promise<Move | null> {
  return (await run({ kind: 'explain', before, after, key }, options)) as Move | null // what that task answers
}

interface Waiting {
  readonly request: TaskRequest
  readonly limit: number
  readonly answer: PromiseWithResolvers<unknown>
}

const usualLimit = 20_000
const mostWaiting = 64

let worker: Worker | undefined
/** The first is the one that is calculated. */
const waiting: Waiting[] = []
let clock: NodeJS.Timeout | undefined
let nextId = 0

async function run(task: ForecastTask, { signal, limit = usualLimit }: RunOptions): Promise<unknown> {
  signal?.throwIfAborted()
  const name = nameOfTask(task)
  const known = rememberedAnswers.of(name)
  if (known !== undefined) return known
  if (waiting.length >= mostWaiting) throw tooManyWaiting()
  const ended: Ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const one: Waiting = { request: { id: nextId++, task, ended }, limit, answer: Promise.withResolvers() }
  const abort = () => end(one, signal?.reason)
  signal?.addEventListener('abort', abort)
  waiting.push(one)
  if (waiting.length === 1) begin()
  try {
    const result = await one.answer.promise
    rememberedAnswers.keep(name, result)
    return result
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** Hands the first that waits to the thread; without one the thread keeps no program from ending. */
function begin(): void {
  clearTimeout(clock)
  const [one] = waiting
  if (one === undefined) {
    worker?.unref()
    return
  }
  worker ??= start()
  worker.ref()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, not a window
  worker.postMessage(one.request)
  clock = setTimeout(() => end(one, tooSlow(one.limit)), one.limit)
}

/** Ends one before it is done. The thread notices by itself within some trials, and then takes the next. */
function end(one: Waiting, reason: unknown): void {
  Atomics.store(one.request.ended, 0, 1)
  one.answer.reject(reason)
  if (waiting.indexOf(one) > 0) waiting.splice(waiting.indexOf(one), 1)
}

function start(): Worker {
  const file = import.meta.url.endsWith('.ts') ? './forecast-worker.ts' : './forecast-worker.js'
  const started = new Worker(new URL(file, import.meta.url), { name: 'forecast', execArgv: [] })
  started.on('message', (answer: TaskAnswer) => {
    const one = waiting[0]
    if (one?.request.id !== answer.id) return
    waiting.shift()
    if ('result' in answer) one.answer.resolve(answer.result)
    else if ('failed' in answer) one.answer.reject(new Error(answer.failed))
    else {
      const { code, words, hint, fields } = answer.refused
      one.answer.reject(new Refusal(code, words, hint, fields))
    }
    begin()
  })
  const die = (error: Error) => {
    if (worker !== started) return
    worker = undefined
    waiting.shift()?.answer.reject(error)
    begin()
  }
  started.on('error', (error) => die(new Error('The forecast thread failed.', { cause: error })))
  started.on('exit', () => die(new Error('The forecast thread ended.')))
  return started
}

function tooSlow(limit: number): Refusal {
  const seconds = Math.round(limit / 1000)
  return new Refusal(
    'too-much',
    {
      en: `The forecast was ended: it took longer than ${seconds} s.`,
      de: `Die Prognose wurde abgebrochen: Sie dauerte länger als ${seconds} s.`,
    },
    {
      en: 'Ask for fewer trials, or forecast fewer bets at once.',
      de: 'Nimm weniger Durchläufe, oder nimm weniger Wetten auf einmal.',
    },
  )
}

function tooManyWaiting(): Refusal {
  return new Refusal(
    'too-much',
    {
      en: `${mostWaiting} forecasts are waiting already.`,
      de: `Es warten schon ${mostWaiting} Prognosen.`,
    },
    { en: 'Try again in a moment.', de: 'Versuche es gleich noch einmal.' },
  )
}
