import type { Evidence, Review } from './evidence.ts'
import { hoursBetween } from './hours-between.ts'
import type { LeadTime } from './lead-times.ts'
import { humansOf } from './people-changes.ts'
import { medianOf } from './percentiles.ts'

const changesNeeded = 5
const peopleNeeded = 5

/** How the lead times of some changes split up. */
export interface LeadTimeStages {
  /** Medians in hours by stage, those left out that too few changes or people went through. */
  readonly parts: Readonly<Record<string, number>>
  /** Changes that no change request is known to have brought. */
  readonly withoutRequest: number
}

const stages = {
  coding: (review, { authored }) => hoursBetween(authored, review.openedAt),
  waitingForReview: (review) => hoursBetween(review.openedAt, review.firstAnswerAt),
  inReview: (review) => hoursBetween(review.firstAnswerAt, review.mergedAt),
  waitingForDeployment: (review, { deployed }) => hoursBetween(review.mergedAt, deployed),
} satisfies Record<string, (review: Review, ends: { authored: number; deployed: number }) => number | null>

/**
 * Coding, waiting for review, review and waiting for deployment of the changes that change requests brought, each stage
 * over the changes that went through it. Null where no forge tells of any. How people review is near to them: a stage
 * needs five of them.
 */
export function leadTimeStages(evidence: Evidence, times: readonly LeadTime[]): LeadTimeStages | null {
  const { history, reviews } = evidence
  if (reviews === null) return null
  const byCommit = requestsByCommit(reviews)
  const joined = times.flatMap(({ commit, at }) => {
    const review = byCommit.get(commit) ?? byCommit.get(history.deliveredBy[commit] ?? -1)
    return review === undefined
      ? []
      : [{ commit, review, ends: { authored: history.authoredAt[commit] ?? Number.NaN, deployed: at } }]
  })
  const parts: Record<string, number> = {}
  for (const [stage, hoursOf] of Object.entries(stages)) {
    const passed = joined.filter(({ review, ends }) => hoursOf(review, ends) !== null)
    const people = new Set(passed.flatMap(({ commit }) => [...humansOf(evidence, commit)]))
    const median = medianOf(passed.flatMap(({ review, ends }) => hoursOf(review, ends) ?? []))
    if (median !== null && passed.length >= changesNeeded && people.size >= peopleNeeded)
      parts[stage] = median
  }
  return { parts, withoutRequest: times.length - joined.length }
}

/** The request that each commit came with; of several the one that was opened first. */
function requestsByCommit(reviews: readonly Review[]): Map<number, Review> {
  const oldestLast = reviews
    .filter(({ commit, mergedAt }) => commit !== -1 && mergedAt !== null)
    .sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1))
  return new Map(oldestLast.map((review) => [review.commit, review]))
}
