import { Link } from '@tanstack/react-router'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import type { GoalLine } from '../edition-shape.ts'
import { visionWords } from './words/words.ts'

/** The active goals that the strategy leads to, each above those that are part of it. */
export function GoalsOfVision({ goals }: { readonly goals: readonly GoalLine[] }) {
  const words = useWords(visionWords)
  return (
    <section aria-label={words('goals.title')} className="border-t border-rule pt-10">
      <h2 className="text-lg font-semibold tracking-tight">{words('goals.title')}</h2>
      {goals.length === 0 ? (
        <p className="mt-3 text-ink-2">{words('goals.none')}</p>
      ) : (
        <Goals goals={goals} parent={null} />
      )}
      <p className="mt-5" data-print="no">
        <Link to="/direction/goals/tree" className="text-accent underline underline-offset-2">
          {words('goals.tree')}
        </Link>
      </p>
    </section>
  )
}

function Goals({ goals, parent }: { readonly goals: readonly GoalLine[]; readonly parent: string | null }) {
  const own = goals.filter((goal) => goal.parent === parent)
  if (own.length === 0) return null
  return (
    <ul className={`flex flex-col gap-3 ${parent === null ? 'mt-4' : 'mt-3 border-l border-rule pl-4'}`}>
      {own.map((goal) => (
        <li key={goal.key}>
          <Goal goal={goal} />
          <Goals goals={goals} parent={goal.key} />
        </li>
      ))}
    </ul>
  )
}

function Goal({ goal: { key, title, due, unit, baseline, target, value } }: { readonly goal: GoalLine }) {
  const words = useWords(visionWords)
  const format = useFormat()
  const number = (figure: number) => format.number(figure, 2)
  const way =
    target === null
      ? null
      : baseline !== null && value !== null
        ? words('goals.way', { baseline: number(baseline), value: number(value), target: number(target) })
        : value !== null
          ? words('goals.value', { value: number(value), target: number(target) })
          : null
  const about = [
    way === null ? null : [way, unit].filter(Boolean).join('\u00a0'),
    due === null ? null : words('goals.due', { day: format.day(due) }),
  ]
  return (
    <>
      <Link
        to="/records/$key"
        params={{ key }}
        className="text-md text-pretty underline-offset-4 hover:text-accent hover:underline"
      >
        {title}
      </Link>
      <p className="text-xs text-ink-3">{about.filter((each) => each !== null).join(' · ')}</p>
    </>
  )
}
