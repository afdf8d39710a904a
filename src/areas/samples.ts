import type { Sample } from '#workspace'
import { customersSample } from './customers/sample/customers-sample.ts'
import { roadmapSample } from './roadmap/sample/roadmap-sample.ts'
import { strategySample } from './strategy/sample/strategy-sample.ts'
import { teamSample } from './team/sample/team-sample.ts'

/** What each area brings to the sample company, those first to whose records others refer. */
export const samples: readonly Sample[] = [teamSample, strategySample, roadmapSample, customersSample]
