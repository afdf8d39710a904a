import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FieldValueView } from '#kit/fields/field-value-view.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { recordQuery } from '#kit/records/record-queries.ts'
import type { BrokenPromise, Named, PivotShape, StoppedBet } from '../pivot/pivot-shape.ts'
import { pivot as definition } from '../pivot.record.ts'
import { pivotWords } from './pivot-words.ts'

interface PivotPlanProps {
  readonly course: PivotShape
}

/** Bets and goals that end, and goals that come in. */
export function PivotStops({ course }: PivotPlanProps) {
  const words = useWords(pivotWords)
  return (
    <Section title={words(isThen(course) ? 'stops.then' : 'stops')} lead={words('stops.lead')}>
      <Lines all={course.stops} none={words('stops.none')}>
        {(bet) => <Stopped bet={bet} />}
      </Lines>
      <Goals course={course} />
    </Section>
  )
}

/** Days and words that somebody counts on, and links to what goes on. */
export function PivotBreaks({ course }: PivotPlanProps) {
  const words = useWords(pivotWords)
  return (
    <Section title={words(isThen(course) ? 'breaks.then' : 'breaks')} lead={words('breaks.lead')}>
      <Lines all={byDay(course.promises)} none={words('breaks.none')}>
        {(promise) => <Promised promise={promise} />}
      </Lines>
      {course.breaks.length > 0 && (
        <details className="mt-4">
          <summary className="text-ink-2">{words('links', { count: course.breaks.length })}</summary>
          <ul className="mt-2">
            {course.breaks.map(({ from, relation, key, title }) => (
              <li key={`${from} ${relation} ${key}`} className="border-t border-rule py-1.5">
                <ToKey named={{ key: from, title: '' }} /> <span className="text-ink-3">→</span>{' '}
                <ToKey named={{ key, title }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** The nearest first, those without a day last. */
function byDay(promises: readonly BrokenPromise[]): BrokenPromise[] {
  const place = ({ day }: BrokenPromise) => day ?? '9999-99-99'
  return promises.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

/** Whether the plan is told as it was. */
const isThen = ({ state, isKept }: PivotShape) => state === 'taken' && isKept

/** What of the stopped work is used again, in the words of whoever considers it, and the bets that go on. */
export function PivotSurvives({ course }: PivotPlanProps) {
  const words = useWords(pivotWords)
  const { data } = useQuery(recordQuery(course.pivot))
  const text = data?.fields['survives'] ?? null
  return (
    <Section title={words(isThen(course) ? 'survives.then' : 'survives')}>
      {text === null ? (
        <p className="max-w-[72ch] text-ink-2">
          {words('survives.noText')}{' '}
          <Link
            to="/records/$key"
            params={{ key: course.pivot }}
            search={{ form: 'edit' }}
            className="text-accent underline underline-offset-2"
          >
            {words('survives.write')}
          </Link>
        </p>
      ) : (
        <FieldValueView field={definition.fields.survives} value={text} references={data?.references ?? {}} />
      )}
      <details className="mt-4" open={course.survives.length <= 8}>
        <summary className="text-ink-2">{words('survives.bets', { count: course.survives.length })}</summary>
        <ul className="mt-2">
          {course.survives.map((bet) => (
            <li key={bet.key} className="border-t border-rule py-1.5">
              <ToKey named={bet} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

interface LinesProps<One extends Named> {
  readonly all: readonly One[]
  readonly none: string
  readonly children: (one: One) => ReactNode
}

function Lines<One extends Named>({ all, none, children }: LinesProps<One>) {
  if (all.length === 0) return <p className="text-ink-2">{none}</p>
  return (
    <ul className="max-w-[80ch]">
      {all.map((one) => (
        <li key={one.key} className="border-t border-rule py-2">
          {children(one)}
        </li>
      ))}
    </ul>
  )
}

function Stopped({ bet }: { readonly bet: StoppedBet }) {
  const words = useWords(pivotWords)
  const changes = bet.delivered.reduce((sum, each) => sum + each.changes, 0)
  const parts = [
    isOpen(bet.state) ? words(`state.${bet.state}`) : null,
    changes > 0 ? words('changes', { count: changes }) : words('changes.none'),
    bet.goals.length > 0
      ? words('withGoals', { goals: bet.goals.map(({ key, title }) => `${key} ${title}`).join(', ') })
      : null,
  ].filter((part) => part !== null)
  return (
    <>
      <ToKey named={bet} />
      <p className="text-xs wrap-anywhere text-ink-3">{parts.join(' · ')}</p>
    </>
  )
}

const openStates = ['idea', 'shaped', 'committed', 'in-progress'] as const

function isOpen(state: string | null): state is (typeof openStates)[number] {
  return openStates.some((each) => each === state)
}

function Goals({ course: { goalsDropped, goalsAdded } }: PivotPlanProps) {
  const words = useWords(pivotWords)
  const parts = [
    { title: words('goals.dropped'), goals: goalsDropped },
    { title: words('goals.added'), goals: goalsAdded },
  ].filter(({ goals }) => goals.length > 0)
  return (
    <div className="mt-5 grid max-w-[80ch] gap-x-10 gap-y-5 sm:grid-cols-2">
      {parts.map(({ title, goals }) => (
        <div key={title}>
          <h3 className="text-xs text-ink-3">{title}</h3>
          <ul>
            {goals.map((goal) => (
              <li key={goal.key} className="border-t border-rule py-1.5">
                <ToKey named={goal} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Promised({ promise }: { readonly promise: BrokenPromise }) {
  const words = useWords(pivotWords)
  const format = useFormat()
  const { kind, day, reason, of, key } = promise
  const date = day === null ? words('promise.noDay') : format.day(day)
  return (
    <div className="grid gap-x-4 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <p className="font-medium">{date}</p>
      <div className="min-w-0">
        <ToKey named={promise} />
        <p className="text-xs wrap-anywhere text-ink-3">
          {[words(`promise.${kind}`), reason, of === key ? null : words('promise.of', { bet: of })]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
    </div>
  )
}

/** A record by its key and title, as a link. */
function ToKey({ named: { key, title } }: { readonly named: Named }) {
  return (
    <Link
      to="/records/$key"
      params={{ key }}
      className="wrap-anywhere underline-offset-2 hover:text-accent hover:underline"
    >
      <span className="mr-1 font-mono text-xs whitespace-nowrap text-ink-3">{key}</span> {title}
    </Link>
  )
}
