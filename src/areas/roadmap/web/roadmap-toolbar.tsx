import { useWords } from '#kit/language/words.ts'
import { RadioRow } from '#kit/page/radio-row.tsx'
import { BaselineChoice } from './baseline-choice.tsx'
import { groupings, spans, windows } from './roadmap-view.ts'
import { useRoadmapView } from './use-roadmap-view.ts'
import { roadmapWords } from './words.ts'

/** By what the bets are grouped, how far ahead one looks, from how much history pace is drawn, and what stands behind. */
export function RoadmapToolbar({ today }: { readonly today: string }) {
  const words = useWords(roadmapWords)
  const [{ by, span, window }, change] = useRoadmapView()
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-1" data-print="no">
      <RadioRow
        legend={words('by')}
        name="by"
        options={groupings.map((value) => ({ value, label: words(`by.${value}`) }))}
        value={by}
        onChange={(by) => change({ by })}
        isLegendShown
      />
      <RadioRow
        legend={words('span')}
        name="span"
        options={spans.map((value) => ({ value, label: words(`span.${value}`) }))}
        value={span}
        onChange={(span) => change({ span })}
        isLegendShown
      />
      <RadioRow
        legend={words('window')}
        name="window"
        options={windows.map((count) => ({
          value: count,
          label: words('window.days', { count }),
          fullName: words('window.full', { count }),
        }))}
        value={window}
        onChange={(window) => change({ window })}
        isLegendShown
      />
      <BaselineChoice today={today} />
    </div>
  )
}
