import { expect, test } from 'vitest'
import { Refusal } from '#kernel/operation/refusal.ts'
import { capacitySteps } from './capacity-steps.ts'

test('whoever leaves takes a share along, whoever works less a part of one', () => {
  expect(
    capacitySteps(4, [
      { kind: 'leaves', on: '2027-02-01' },
      { kind: 'part-time', on: '2027-01-01', from: 1, to: 0.6 },
      { kind: 'part-time', on: '2027-03-01', from: 0.6, to: 1 },
    ]),
  ).toEqual([
    { from: '2027-01-01', factor: 0.9 },
    { from: '2027-02-01', factor: 0.65 },
    { from: '2027-03-01', factor: 0.75 },
  ])
})

test('whoever joins costs the others time first and becomes as quick as they are week by week', () => {
  expect(
    capacitySteps(5, [{ kind: 'joins', on: '2027-03-01', rampUpDays: 28, startShare: 0.2, mentorCost: 0.5 }]),
  ).toEqual([
    // (0.2 + 0.8 × 3.5 ÷ 28 − 0.5) ÷ 5, and a fifth of 0.8 × 7 ÷ 28 more each week.
    { from: '2027-03-01', factor: 0.96 },
    { from: '2027-03-08', factor: 1 },
    { from: '2027-03-15', factor: 1.04 },
    { from: '2027-03-22', factor: 1.08 },
    { from: '2027-03-29', factor: 1.2 },
  ])
})

test('without a ramp-up they are there at once, and everybody leaving leaves nothing', () => {
  expect(
    capacitySteps(2, [
      { kind: 'joins', on: '2027-03-01', share: 0.5, rampUpDays: 0, startShare: 0, mentorCost: 1 },
      ...[1, 2, 3].map(() => ({ kind: 'leaves' as const, on: '2027-04-01' })),
    ]),
  ).toEqual([
    { from: '2027-03-01', factor: 1.25 },
    { from: '2027-04-01', factor: 0 },
  ])
  expect(capacitySteps(2, [])).toEqual([])
})

test.each([
  [0, []],
  [Number.NaN, []],
  [3, [{ kind: 'leaves', on: '2027-02-30' }]],
  [3, [{ kind: 'leaves', on: '2027-02-01', share: 1.5 }]],
  [3, [{ kind: 'joins', on: '2027-02-01', rampUpDays: -1, startShare: 0, mentorCost: 0 }]],
  [3, [{ kind: 'joins', on: '2027-02-01', rampUpDays: 9, startShare: Number.NaN, mentorCost: 0 }]],
] as const)('%j with %j is refused', (people, changes) => {
  expect(() => capacitySteps(people, changes)).toThrow(Refusal)
})
