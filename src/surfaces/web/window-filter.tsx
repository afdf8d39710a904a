import { useWords } from '#kit/language/words.ts'
import { RadioRow } from '#kit/page/radio-row.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { usualWeeks, windows } from '#kit/view/view.ts'
import { shellWords } from './words/words.ts'

/** How many weeks back the figures look. */
export function WindowFilter() {
  const words = useWords(shellWords)
  const changeView = useChangeView()
  const { weeks = usualWeeks } = useView()
  return (
    <RadioRow
      legend={words('bar.window')}
      name="weeks"
      options={windows.map((count) => ({
        value: count,
        label: words('bar.weeksShort', { count }),
        fullName: words('bar.weeks', { count }),
      }))}
      value={weeks}
      onChange={(count) => changeView({ weeks: count }, 'push')}
    />
  )
}
