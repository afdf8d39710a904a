import { useLanguage } from '#kit/language/language.ts'
import type { Span } from './roadmap-view.ts'
import { monthsOf, weeksIn, type TimeAxis } from './time-axis.ts'

/** The months over the rows; it stays in sight while one scrolls. What it says stands as days in the rows, too. */
export function AxisHead({ axis, span }: { readonly axis: TimeAxis; readonly span: Span }) {
  const months = monthsOf(axis)
  const weeks = span === 'year' ? [] : weeksIn(axis)
  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-10 mb-3 bg-paper pt-1 lg:grid lg:grid-cols-(--roadmap) lg:gap-x-6"
    >
      <div className="relative h-7 overflow-hidden border-b border-rule-strong text-xs text-ink-3 lg:col-start-2">
        {weeks.map(({ date, at }) => (
          <span
            key={date}
            className="absolute bottom-0 h-1 border-l border-rule-strong"
            style={{ left: `${at}%` }}
          />
        ))}
        {months.map(({ date, at }) => (
          <span
            key={date}
            className="absolute inset-y-0 border-l border-rule-strong pl-1.5 whitespace-nowrap"
            style={{ left: `${at}%` }}
          >
            <span className={isSecond(date) && span === 'year' ? 'max-sm:hidden' : ''}>
              <MonthName date={date} span={span} />
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}

/** With the year where one begins, for which alone there is room where a whole year is shown. */
function MonthName({ date, span }: { readonly date: string; readonly span: Span }) {
  const language = useLanguage()
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  const [year, isFirst] = [date.slice(0, 4), date.slice(5, 7) === '01']
  return (
    <>
      {!(isFirst && span === 'year') && month.format(new Date(date))}
      {isFirst && <span className="text-ink-2"> {year}</span>}
    </>
  )
}

/** Every second month gives way where it is narrow, but never the first of a year. */
const isSecond = (date: string) => Number(date.slice(5, 7)) % 2 === 0
