import { records } from '#areas/records.ts'
import { samples } from '#areas/samples.ts'
import { planSample } from '#workspace'
import { tellHistory } from './history/tell-history.ts'
import { begunOf } from './sample-source.ts'

/** The history of the sample company's repository, as `git fast-import` takes it; null for every other source. */
export function madeUpHistory(source: string): (() => Promise<Buffer>) | null {
  const begun = begunOf(source)
  if (!begun) return null
  // Keys are the same in both languages, and commits are written in one.
  return async () => tellHistory(planSample(samples, { definitions: records, language: 'en', begun }), begun)
}
