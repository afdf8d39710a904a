import { useWords } from '#kit/language/words.ts'
import { RadioRow } from '#kit/page/radio-row.tsx'
import { baselineDay, isSince, sinces, type Since } from './baseline-day.ts'
import { pastWords } from './past-words.ts'
import { useRoadmapView } from './use-roadmap-view.ts'

/** Which earlier day stands behind today’s forecast. */
export function BaselineChoice({ today }: { readonly today: string }) {
  const words = useWords(pastWords)
  const [{ since }, change] = useRoadmapView()
  const chosen = since === undefined ? 'none' : (sinces.find((one) => one === since) ?? 'other')
  const choose = (next: string) => {
    if (next === 'none') change({ since: undefined })
    // A day of one’s own begins where one stood.
    else if (next === 'other') change({ since: baselineDay(since ?? 'week', today) as Since }) // a day
    else if (isSince(next)) change({ since: next })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <RadioRow
        legend={words('since')}
        name="since"
        options={(['none', ...sinces, 'other'] as const).map((value) => ({
          value,
          label: words(`since.${value}`),
        }))}
        value={chosen}
        onChange={choose}
        isLegendShown
      />
      {chosen === 'other' && (
        <input
          type="date"
          className="input"
          aria-label={words('since.day')}
          value={since}
          max={today}
          onChange={({ target }) => isSince(target.value) && change({ since: target.value })}
        />
      )}
    </div>
  )
}
