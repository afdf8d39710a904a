import type { Sample } from '#workspace'
import { firstGoals } from './first-goals.ts'
import { laterGoals } from './later-goals.ts'

/** What Larkenfeld, which lets households share the power of their roof, wanted to reach in eighteen months. */
export const strategySample: Sample = {
  records: [...firstGoals, ...laterGoals],
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
    { daysAgo: 500, from: 'self-deploy', relation: 'affects', to: 'residents' },
    { daysAgo: 193, from: 'back-in-an-hour', relation: 'affects', to: 'landlords' },
    { daysAgo: 193, from: 'back-in-an-hour', relation: 'affects', to: 'metering' },
    { daysAgo: 296, from: 'minute', relation: 'relates', to: 'bills-by-fifth' },
  ],
}
