import { expect, test } from 'vitest'
import { forecast } from '#engines/forecast/forecast.ts'
import type { ForecastInput } from '#engines/forecast/forecast-input.ts'
import { runBacktest, runExplainMove, runForecast } from './run-forecast.ts'

const plan: ForecastInput = {
  start: '2026-11-30',
  trials: 1000,
  seed: 1,
  teams: [{ name: 'Web', daily: [1, 3, 3, 1, 1, 3, 3, 1] }],
  bets: [{ key: 'A', teams: ['Web'], size: [3, 9] }],
}

/** Takes minutes when nobody ends it. */
const endless: ForecastInput = {
  ...plan,
  trials: 1_000_000,
  bets: [{ key: 'A', teams: ['Web'], size: 3000 }],
}

test('a forecast from the thread is the forecast', async () => {
  expect(await runForecast(plan, { chain: true })).toEqual(forecast(plan, { chain: true }))
})

test('many at once are answered each, in order, while this thread goes on', async () => {
  let turns = 0
  const turning = setInterval(() => turns++)
  const order: number[] = []
  await Promise.all(
    [1, 2, 3, 4].map(async (seed) => {
      const answer = await runForecast({ ...plan, trials: 50_000, seed })
      expect(answer.seed).toBe(seed)
      order.push(seed)
    }),
  )
  clearInterval(turning)
  expect(order).toEqual([1, 2, 3, 4])
  expect(turns).toBeGreaterThan(0)
})

test('what is refused in the thread is refused here, in both languages and with its places', async () => {
  await expect(runForecast({ ...plan, trials: 0 })).rejects.toMatchObject({
    name: 'Refusal',
    code: 'invalid',
    words: { de: expect.stringContaining('trials muss eine ganze Zahl von 1 bis 1000000 sein') },
    hintWords: { en: 'Put it right and ask again.' },
    fields: [{ path: 'trials' }],
  })
})

test('an aborted one rejects at once, whether it is calculated or waits, and the next has its turn', async () => {
  const [running, queued] = [new AbortController(), new AbortController()]
  const first = runForecast(endless, {}, { signal: running.signal })
  const second = runForecast(endless, {}, { signal: queued.signal })
  const third = runForecast(plan)
  queued.abort(new Error('not any more'))
  await expect(second).rejects.toThrow('not any more')
  running.abort(new Error('nor this'))
  await expect(first).rejects.toThrow('nor this')
  expect(await third).toEqual(forecast(plan))
  await expect(runForecast(plan, {}, { signal: running.signal })).rejects.toThrow('nor this')
})

test('one that takes longer than its limit is refused', async () => {
  await expect(runForecast(endless, {}, { limit: 50 })).rejects.toMatchObject({ code: 'too-much' })
})

test('what was answered lately is the same answer again, and any other input is another question', async () => {
  const first = await runForecast({ ...plan, seed: 77 })
  expect(await runForecast({ ...plan, seed: 77 })).toBe(first)
  expect(await runForecast({ ...plan, seed: 78 })).not.toBe(first)
  // Only so many are held.
  for (let seed = 100; seed < 113; seed++) await runForecast({ ...plan, seed })
  const again = await runForecast({ ...plan, seed: 77 })
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

test('too many at once are refused', async () => {
  const ends = await Promise.allSettled(
    Array.from({ length: 70 }, async () => runForecast({ ...plan, trials: 1 })),
  )
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  expect(refused.length).toBeGreaterThanOrEqual(6)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'too-much' })
})

test('backtests and explanations go the same way', async () => {
  const past = [{ name: 'Web', days: [{ day: '2026-11-27', finished: 1 }] }]
  expect(await runBacktest(past, [], { window: 60 })).toMatchObject({ judged: 0 })
  expect(await runExplainMove(plan, { ...plan, start: '2026-12-01' }, 'A')).toMatchObject({ days: 1 })
})
