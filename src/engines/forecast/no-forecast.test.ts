import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import { anInput } from './testing/an-input.ts'

describe('no forecast, or a marked one', () => {
  const told = (daily: readonly number[]) =>
    forecast(anInput([{ name: 'Web', daily }], [{ key: 'A', teams: ['Web'], size: 3 }], { trials: 100 }))
      .bets[0]

  test.each([
    [[], 'no day'],
    [[1], 'one day'],
    [[1, 3], '2 days'],
    [Array.from({ length: 2600 }, () => 0), 'no day'],
    [[0, 0, 4, 0, 1, 0, 1, 1, 0], '4 days'],
  ])('fewer than five active days say nothing (%#)', (daily, days) => {
    expect(told(daily)).toEqual({
      key: 'A',
      percentiles: null,
      dates: null,
      cumulative: [],
      reason: {
        en: `The history of Web holds ${days} with a finished change; a forecast needs 5.`,
        de: expect.stringContaining('eine Prognose braucht 5'),
      },
    })
  })

  test('halves that differ by more than a quarter mark it', () => {
    expect(told([4, 4, 4, 3, 3, 3])).toMatchObject({
      marked: true,
      reason: { en: expect.stringContaining('differ by 29 %') },
    })
    expect(told([9, 9, 9, 7, 7, 7])).not.toHaveProperty('marked')
    // The day in the middle belongs to neither.
    expect(told([3, 3, 9, 3, 3])).not.toHaveProperty('marked')
  })

  test('what waits for a bet without one has none, and goes out of the way of the others', () => {
    const teams = [
      { name: 'new', daily: [] },
      { name: 'old', daily: [1, 1, 1, 1, 1] },
    ]
    const { bets } = forecast(
      anInput(teams, [
        { key: 'A', teams: ['new'], size: 1 },
        { key: 'B', teams: ['old'], size: 2, after: ['A'] },
        { key: 'C', teams: ['old'], size: 2 },
        { key: 'D', teams: ['old', 'new'], size: 2 },
        { key: 'E', teams: ['old'], size: 1, after: ['B'] },
      ]),
    )
    expect(bets.map(({ percentiles }) => percentiles?.['50'] ?? null)).toEqual([null, null, 2, null, null])
    expect(bets[1]?.reason?.en).toBe('Waits for A, which has no forecast.')
    expect(bets[4]?.reason?.en).toBe('Waits for B, which has no forecast.')
  })

  test('a team that nobody works in any more is done with nothing, and that is said', () => {
    const team = { name: 'Web', daily: [1, 1, 1, 1, 1], capacity: [{ from: '2026-12-04', factor: 0 }] }
    const { bets } = forecast(
      anInput(
        [team],
        [
          { key: 'A', teams: ['Web'], size: 3 },
          { key: 'B', teams: ['Web'], size: [1, 2] },
        ],
        { trials: 1000 },
      ),
    )
    expect(bets[0]).toMatchObject({ percentiles: { '95': 3 } })
    expect(bets[1]?.percentiles).toEqual({ '50': 4, '70': null, '85': null, '95': null } satisfies Record<
      string,
      number | null
    >)
    expect(bets[1]?.reason?.en).toContain(
      'of the trials it is not done within 10 years. The team Web ends up without capacity.',
    )
  })
})
