import { deliveryScopes } from './delivery-scopes.ts'
import type { Evidence, Review } from './evidence.ts'
import { leftOut, noFigure, tooFew } from './figure.ts'
import { hasFlag } from '../history/history.ts'
import { hoursBetween } from './hours-between.ts'
import type { Figure, Measure, Scope, Window } from './measure.ts'
import { humansOf } from './people-changes.ts'
import { medianOf, percentilesOf } from './percentiles.ts'
import { commitsOfDelivered } from './scope-changes.ts'
import { fullWeeks, isWithin } from './windows.ts'

const windowWeeks = 13
const reviewsNeeded = 5
const peopleNeeded = 5

export const reviewTime: Measure = {
  ...deliveryScopes,
  id: 'delivery.review-time',
  version: 1,
  unit: 'hours',
  title: { en: 'Review time', de: 'Dauer der Reviews' },
  definition: {
    en: `From opening a change request to merging it, for those merged in the last ${windowWeeks} full weeks; the median, with the 75th and 90th percentile. Its stages stand beside it: opened to first human answer, answer to approval, approval to merge, each over those change requests where both ends happened.`,
    de: `Vom Öffnen eines Pull oder Merge Requests bis zum Merge, für alle in den letzten ${windowWeeks} vollen Wochen gemergten; der Median, dazu das 75. und 90. Perzentil. Daneben die Abschnitte: vom Öffnen bis zur ersten menschlichen Antwort, von der Antwort bis zur Freigabe, von der Freigabe bis zum Merge, jeweils über die Requests, bei denen es beide Enden gab.`,
  },
  sampleRule: {
    en: 'At least five merged change requests by at least five people. A stage that did not happen counts nowhere, never as zero.',
    de: 'Mindestens fünf gemergte Requests von mindestens fünf Personen. Ein Abschnitt, den es nicht gab, zählt nirgends, auch nicht als null.',
  },
  sources: ['https://dora.dev/capabilities/streamlining-change-approval/'],
  partNames: {
    waitingForReview: { en: 'Opened to first answer', de: 'Öffnen bis erste Antwort' },
    inReview: { en: 'First answer to approval', de: 'Erste Antwort bis Freigabe' },
    waitingForMerge: { en: 'Approval to merge', de: 'Freigabe bis Merge' },
    negative: { en: 'Merged before they were opened, by their clock', de: 'Laut Uhr vor dem Öffnen gemergt' },
  },
  scopes: ['repository'],
  personNear: true,
  // The weeks asked for are ignored: two windows that differ by a week would tell of that week.
  window: (asOf) => fullWeeks(asOf, windowWeeks),
  compute: computeReviewTime,
}

function computeReviewTime(evidence: Evidence, _scope: Scope, asked: Window | null): Figure {
  const window = asked ?? fullWeeks(evidence.asOf, windowWeeks)
  if (evidence.reviews === null) return noFigure({ code: 'no-data', source: 'forge' })
  const merged = evidence.reviews.filter(({ mergedAt }) => mergedAt !== null && isWithin(window, mergedAt))
  const reviews = merged.filter((review) => hoursBetween(review.openedAt, review.mergedAt) !== null)
  const known = { sample: reviews.length, ...leftOut({ negative: merged.length - reviews.length }) }
  if (reviews.length < reviewsNeeded) return noFigure(tooFew('reviews', reviewsNeeded, reviews.length), known)
  if (contributors(evidence, reviews) < peopleNeeded) {
    return noFigure({ code: 'group-too-small', needed: peopleNeeded })
  }
  const percentiles = percentilesOf(
    reviews.flatMap((review) => hoursBetween(review.openedAt, review.mergedAt) ?? []),
  )
  return { ...known, value: percentiles.p50, percentiles, parts: stages(evidence, reviews) }
}

// No weekly series: a week seldom has five people, and a stage is held to the same rule as the whole.
function stages(evidence: Evidence, reviews: readonly Review[]): Record<string, number> {
  const hoursOf = {
    waitingForReview: (review: Review) => hoursBetween(review.openedAt, review.firstAnswerAt),
    inReview: (review: Review) => hoursBetween(review.firstAnswerAt, review.approvedAt),
    waitingForMerge: (review: Review) => hoursBetween(review.approvedAt, review.mergedAt),
  }
  const parts: Record<string, number> = {}
  for (const [stage, hours] of Object.entries(hoursOf)) {
    const passed = reviews.filter((review) => hours(review) !== null)
    const median = medianOf(passed.flatMap((review) => hours(review) ?? []))
    const enough = passed.length >= reviewsNeeded && contributors(evidence, passed) >= peopleNeeded
    if (median !== null && enough) parts[stage] = median
  }
  return parts
}

/** People, no bots, who wrote what was merged: co-authors as well, whom a squash keeps in the message only. */
function contributors(evidence: Evidence, reviews: readonly Review[]): number {
  const { history } = evidence
  const people = new Set<number>()
  for (const { commit } of reviews) {
    if (commit === -1) continue
    const brought = history.deliveredBy[commit] === commit ? commitsOfDelivered(evidence, commit) : [commit]
    for (const index of brought) {
      if (hasFlag(history, index, 'merge')) continue
      for (const person of humansOf(evidence, index)) people.add(person)
    }
  }
  return people.size
}
