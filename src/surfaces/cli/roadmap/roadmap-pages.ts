import type { AllocationShape } from '#areas/roadmap/allocation/allocation-shape.ts'
import type { showAlignment } from '#areas/roadmap/alignment/show-alignment.ts'
import type { RoadmapForecast } from '#areas/roadmap/answer-forecast.ts'
import type { BringInPreview } from '#areas/roadmap/bring-in/bring-in-shape.ts'
import type { GoalTreeShape } from '#areas/roadmap/goal-tree/tree-shape.ts'
import type { ComparisonShape } from '#areas/roadmap/scenario/comparison-shape.ts'
import type { Look } from '../terminal/look.ts'
import { alignmentPage } from './alignment-page.ts'
import { bringInPage } from './bring-in-page.ts'
import { goalTreePage } from './goal-tree-page.ts'
import { comparisonPage } from './comparison-page.ts'
import { roadmapForecastPage } from './roadmap-forecast-page.ts'
import { splitPage } from './split-page.ts'

/** The pages of verbs that have one, by the names of their operations; each gets the answer of its own. */
export const roadmapPages: Readonly<Record<string, (answer: unknown, look: Look) => string>> = {
  'roadmap.forecast': (answer, look) => roadmapForecastPage(answer as RoadmapForecast, look), // what it answers
  'roadmap.alignment': (answer, look) =>
    alignmentPage(answer as Awaited<ReturnType<typeof showAlignment.run>>, look), // what it answers
  'roadmap.split': (answer, look) => splitPage(answer as AllocationShape, look), // what it answers
  'roadmap.compare': (answer, look) => comparisonPage(answer as ComparisonShape, look), // what it answers
  'strategy.tree': (answer, look) => goalTreePage(answer as GoalTreeShape, look), // what it answers
  'roadmap.bring-in-preview': (answer, look) => bringInPage(answer as BringInPreview, look), // what it answers
}
