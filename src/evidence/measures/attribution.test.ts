import { expect, test } from 'vitest'
import { arrivalsIn } from './arrivals.ts'
import { causeOf } from './attribution.ts'
import { into, dailyCommits } from './testing/a-quarter.ts'
import { anEvidence, repositoryScope, type ADeployment, type AnIncident } from './testing/an-evidence.ts'
import { day } from './windows.ts'

const cause = (deployments: readonly ADeployment[], incident: Omit<AnIncident, 'id'>) => {
  const evidence = anEvidence({
    commits: dailyCommits(3),
    asOf: into(12),
    deployments,
    incidents: [{ id: 'i', ...incident }],
  })
  const { list } = arrivalsIn(evidence, repositoryScope)
  return evidence.incidents?.map((told) => causeOf(told, list)?.name)[0]
}

const monday = { id: 'monday', at: into(0), component: 'api' }
const tuesday = { id: 'tuesday', at: into(0, 1), component: 'web' }

test('a link that says so decides, however old the deployment is', () => {
  expect(cause([monday, tuesday], { at: into(10), causedBy: 'monday', component: 'web' })).toBe('monday')
})

test('a link to something unknown is not replaced by a guess', () => {
  expect(cause([monday], { at: into(0, 0, 1), causedBy: 'gone', component: 'api' })).toBeUndefined()
})

test('without a link it is the latest deployment of the affected component, not the latest of all', () => {
  expect(cause([monday, tuesday], { at: into(0, 2), component: 'api' })).toBe('monday')
  expect(cause([tuesday], { at: into(0, 2), component: 'api' })).toBeUndefined()
})

test('an incident is not charged to the last deployment however old: seven days are the limit', () => {
  expect(cause([monday], { at: monday.at + 7 * day, component: 'api' })).toBe('monday')
  expect(cause([monday], { at: monday.at + 7 * day + 1, component: 'api' })).toBeUndefined()
})

test('a deployment after the start caused nothing, one at the very instant did', () => {
  expect(cause([tuesday], { at: tuesday.at - 1 })).toBeUndefined()
  expect(cause([tuesday], { at: tuesday.at })).toBe('tuesday')
})

test('a deployment or an incident without a component concerns all of them', () => {
  expect(cause([monday, { id: 'all', at: into(0, 1) }], { at: into(0, 2), component: 'api' })).toBe('all')
  expect(cause([monday, tuesday], { at: into(0, 2) })).toBe('tuesday')
})

test('the order in which deployments were told does not matter', () => {
  const deployments = [monday, tuesday, { id: 'later', at: into(0, 1, 5), component: 'api' }]
  const answers = [deployments, deployments.toReversed()].map((told) =>
    cause(told, { at: into(0, 2), component: 'api' }),
  )
  expect(answers).toEqual(['later', 'later'])
})
