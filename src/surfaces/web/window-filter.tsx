import { useWords } from '#kit/language/words.ts'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { usualWeeks, windows } from '#kit/view/view.ts'
import { shellWords } from './words/words.ts'

/** How many weeks back the figures look. */
export function WindowFilter() {
  const words = useWords(shellWords)
  const changeView = useChangeView()
  const { weeks = usualWeeks } = useView()
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">{words('bar.window')}</legend>
      {windows.map((count) => (
        <label
          key={count}
          className="relative flex h-8 cursor-pointer items-center px-2 text-ink-2 has-checked:font-medium has-checked:text-ink has-checked:shadow-[inset_0_-2px_0_var(--color-accent)] has-focus-visible:outline-2 has-focus-visible:outline-accent hover:text-ink"
        >
          <input
            type="radio"
            name="weeks"
            className="sr-only"
            checked={weeks === count}
            aria-label={words('bar.weeks', { count })}
            onChange={() => changeView({ weeks: count }, 'push')}
          />
          {words('bar.weeksShort', { count })}
        </label>
      ))}
    </fieldset>
  )
}
