import type { Sample } from '#workspace'
import { direction } from './direction.ts'
import { firstGoals } from './first-goals.ts'
import { goalsOfTheTurn } from './goals-of-the-turn.ts'
import { laterGoals } from './later-goals.ts'
import { vision } from './vision.ts'

/** What Larkenfeld, which lets households share the power of their roof, wanted to reach in eighteen months. */
export const strategySample: Sample = {
  records: [vision, direction, ...firstGoals, ...laterGoals, ...goalsOfTheTurn],
  links: [
    { daysAgo: 544, from: 'residents', relation: 'owns', to: 'first-buildings' },
    { daysAgo: 514, from: 'platform', relation: 'owns', to: 'self-deploy' },
    { daysAgo: 435, from: 'residents', relation: 'owns', to: 'join' },
    { daysAgo: 419, from: 'landlords', relation: 'owns', to: 'right-bills' },
    { daysAgo: 419, from: 'landlords', relation: 'owns', to: 'bills-by-fifth' },
    { daysAgo: 298, from: 'metering', relation: 'owns', to: 'surplus' },
    { daysAgo: 297, from: 'metering', relation: 'owns', to: 'minute' },
    { daysAgo: 249, from: 'landlords', relation: 'owns', to: 'landlord-alone' },
    { daysAgo: 194, from: 'platform', relation: 'owns', to: 'back-in-an-hour' },
    { daysAgo: 173, from: 'metering', relation: 'owns', to: 'surplus-ten' },
    { daysAgo: 98, from: 'platform', relation: 'owns', to: 'certificate' },
    { daysAgo: 49, from: 'residents', relation: 'owns', to: 'cars' },
    { daysAgo: 172, from: 'surplus-ten', relation: 'supersedes', to: 'surplus' },
    { daysAgo: 48, from: 'surplus-ten', relation: 'blocks', to: 'cars' },
    { daysAgo: 97, from: 'certificate', relation: 'blocks', to: 'landlord-alone' },
    { daysAgo: 296, from: 'residents', relation: 'owns', to: 'streets' },
    { daysAgo: 287, from: 'metering', relation: 'owns', to: 'exchange-earns' },
    { daysAgo: 210, from: 'landlords', relation: 'owns', to: 'associations' },
    ...upTo('direction', [
      [545, 'roofs'],
      [539, 'right-bills'],
      [519, 'self-deploy'],
      [364, 'surplus'],
      [194, 'back-in-an-hour'],
      [173, 'surplus-ten'],
      [97, 'certificate'],
    ]),
    { daysAgo: 209, from: 'associations', relation: 'supersedes', to: 'streets' },
    { daysAgo: 96, from: 'certificate', relation: 'blocks', to: 'associations' },
    { daysAgo: 500, from: 'self-deploy', relation: 'affects', to: 'residents' },
    { daysAgo: 193, from: 'back-in-an-hour', relation: 'affects', to: 'landlords' },
    { daysAgo: 193, from: 'back-in-an-hour', relation: 'affects', to: 'metering' },
    { daysAgo: 296, from: 'minute', relation: 'relates', to: 'bills-by-fifth' },
  ],
}

function upTo(
  strategy: string,
  goals: readonly (readonly [daysAgo: number, goal: string])[],
): NonNullable<Sample['links']> {
  return goals.map(([daysAgo, goal]) => ({ daysAgo, from: goal, relation: 'serves', to: strategy }))
}
