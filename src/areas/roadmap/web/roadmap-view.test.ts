import { expect, test } from 'vitest'
import { nextSpan, parseRoadmapView, toSearch } from './roadmap-view.ts'

test('what an address says and nobody understands is as it usually is', () => {
  const usual = { by: 'horizon', span: 'half', window: 65 }
  expect(parseRoadmapView({})).toEqual(usual)
  expect(parseRoadmapView({ by: 'person', span: 7, window: '64', bet: 'GOAL-1' })).toEqual(usual)
  expect(parseRoadmapView({ bet: ['BET-1'], window: null })).toEqual(usual)
})

test('a view comes back from its address, and what is usual stands in none', () => {
  const view = { by: 'team', span: 'year', window: 130, bet: 'BET-7' } as const
  expect(parseRoadmapView(toSearch(view))).toEqual(view)
  expect(parseRoadmapView({ window: '130', bet: 'bet-7' })).toMatchObject({ window: 130, bet: 'BET-7' })
  expect(toSearch(parseRoadmapView({}))).toEqual({})
})

test('an earlier day stands in the address, and one drawer at a time', () => {
  const view = { by: 'horizon', span: 'half', window: 65, since: '2026-10-01', open: 'moved' } as const
  expect(parseRoadmapView(toSearch(view))).toEqual(view)
  expect(parseRoadmapView({ since: 'week', bet: 'BET-1', open: 'moved' })).toEqual({
    by: 'horizon',
    span: 'half',
    window: 65,
    since: 'week',
    bet: 'BET-1',
  })
  expect(parseRoadmapView({ since: 'yesterday', open: 'all' })).not.toMatchObject({
    since: expect.anything(),
  })
})

test('the axis is drawn nearer and further in steps, and ends at the last', () => {
  expect(nextSpan('half', -1)).toBe('quarter')
  expect(nextSpan('quarter', -1)).toBe('quarter')
  expect(nextSpan('half', 1)).toBe('year')
  expect(nextSpan('year', 1)).toBe('year')
})
