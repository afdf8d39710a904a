import type { LeadTimeBucketShape } from '#evidence/shape.ts'

/**
 * Where an amount of hours stands on an axis of equally wide buckets, in buckets. Within a bucket by its logarithm, as
 * the buckets themselves grow; the open last one has no width to share, so its middle stands for all of it.
 */
export function placeInBuckets(buckets: readonly LeadTimeBucketShape[], hours: number): number {
  const index = buckets.findIndex(({ upTo }) => upTo === null || hours < upTo)
  const bucket = buckets[index]
  if (!bucket) return buckets.length
  if (bucket.upTo === null) return index + 0.5
  if (bucket.from <= 0) return index + Math.max(0, hours) / bucket.upTo
  return index + Math.log(hours / bucket.from) / Math.log(bucket.upTo / bucket.from)
}
