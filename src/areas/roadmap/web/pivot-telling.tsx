import { useRef, useState } from 'react'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { useKeys } from '#kit/page/use-keys.ts'
import type { PivotShape, Told, ToTell } from '../pivot/pivot-shape.ts'
import { dayAfter } from '../plan/day-after.ts'
import { PivotTellingForm } from './pivot-telling-form.tsx'
import { pivotWords } from './pivot-words.ts'
import { useTell } from './use-tell.ts'

/** Days until somebody is to know, where nobody says otherwise. */
const usualDays = 7
const rowLook =
  'flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule px-2 py-2 focus-within:bg-sunk'

/** What a cell takes. */
const longestWhat = 200

/** Who is told of it, who is still to be told and by when, and whom one may have forgotten. */
export function PivotTelling({ course }: { readonly course: PivotShape }) {
  const words = useWords(pivotWords)
  const place = useRef<HTMLDivElement>(null)
  const [writing, setWriting] = useState<Told | 'new' | null>(null)
  const { tell, remove } = useTell(course.pivot)
  const { telling, day } = course
  const add = ({ kind, whom, about, name }: ToTell) => {
    const titles = about.map(({ title }) => title).join(', ')
    const what = words(`what.${kind}`, { titles }).slice(0, longestWhat)
    const due = nextDay(day, usualDays)
    tell({ whom, what, due }, words('told.added', { name }), () => remove(whom))
  }
  const told = ({ whom, name }: Told) =>
    tell({ whom, told: day }, words('told.done', { name }), () => tell({ whom, told: null }))
  const rows = () =>
    [...(place.current?.querySelectorAll('[data-walk]') ?? [])].filter((row) => row.checkVisibility())
  const focus = (row: Element | undefined) => row?.querySelector<HTMLElement>('button')?.focus()
  const here = () => rows().findIndex((each) => each.contains(document.activeElement))
  const walk = (step: 1 | -1) => focus(rows()[Math.max(0, Math.min(rows().length - 1, here() + step))])
  const press = (key: string) => {
    const [all, at] = [rows(), here()]
    const button = all[at]?.querySelector<HTMLElement>(`[data-key="${key}"]`)
    if (!button) return
    button.click()
    // What is added leaves its place; the next one takes it.
    if (key === 'a') focus(all[at + 1] ?? all[at - 1])
  }
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    n: () => setWriting('new'),
    a: () => press('a'),
    m: () => press('m'),
    e: () => press('e'),
  })
  const overdue = telling.filter(({ isOverdue }) => isOverdue).length
  const done = telling.filter((each) => each.told !== null).length
  return (
    <div ref={place} className="flex flex-col gap-8">
      <Section
        title={words('tell.title')}
        lead={words(course.state === 'taken' ? 'tell.lead' : 'tell.lead.before')}
        actions={
          <button type="button" className="button" onClick={() => setWriting('new')} data-print="no">
            {words('tell.other')}
            <Key name="n" />
          </button>
        }
      >
        {telling.length === 0 && <p className="text-ink-2">{words('tell.nobody')}</p>}
        {telling.length > 0 && course.state === 'taken' && (
          <p className={`mb-2 ${overdue > 0 ? 'text-bad' : 'text-ink-2'}`}>
            {words('tell.count', { done, all: telling.length })}{' '}
            {overdue > 0 && words('tell.overdue', { count: overdue })}
          </p>
        )}
        <ul className="max-w-[80ch]">
          {inOrder(telling).map((each) => (
            <TellingRow
              key={each.whom}
              told={each}
              onTold={() => told(each)}
              onEdit={() => setWriting(each)}
            />
          ))}
        </ul>
      </Section>
      {course.tell.length > 0 && (
        <details open={course.state !== 'taken'}>
          <summary className="text-md font-semibold">
            {words('propose.title', { count: course.tell.length })}
          </summary>
          <p className="mt-0.5 mb-3 max-w-[72ch] text-ink-2">{words('propose.lead')}</p>
          <ul className="max-w-[80ch]">
            {course.tell.map((each) => (
              <ProposalRow key={each.whom} proposal={each} onAdd={() => add(each)} />
            ))}
          </ul>
        </details>
      )}
      {writing !== null && (
        <PivotTellingForm
          told={writing === 'new' ? null : writing}
          today={day}
          due={nextDay(day, usualDays)}
          onClose={() => setWriting(null)}
          onSave={(given, text, back) => {
            setWriting(null)
            tell(given, text, back === null ? () => remove(given.whom) : () => tell(back))
          }}
          onRemove={(row) => {
            setWriting(null)
            remove(row.whom, words('told.removed', { name: row.name }), () =>
              tell({ whom: row.whom, what: row.what, due: row.due, told: row.told }),
            )
          }}
        />
      )}
    </div>
  )
}

/** What waits longest first, what is done last. */
function inOrder(telling: readonly Told[]): Told[] {
  const rank = ({ told, due }: Told) => `${told === null ? 0 : 1}${told ?? due ?? '~'}`
  return telling.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

interface TellingRowProps {
  readonly told: Told
  readonly onTold: () => void
  readonly onEdit: () => void
}

function TellingRow({ told: { name, what, due, told, isOverdue }, onTold, onEdit }: TellingRowProps) {
  const words = useWords(pivotWords)
  const format = useFormat()
  const standing =
    told !== null
      ? words('told.on', { day: format.day(told) })
      : due === null
        ? words('told.noDue')
        : words(isOverdue ? 'told.overdue' : 'told.due', { day: format.day(due) })
  return (
    <li data-walk className={rowLook}>
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere">
          {name}{' '}
          <span className={`text-xs ${isOverdue ? 'font-medium text-bad' : 'text-ink-3'}`}>{standing}</span>
        </p>
        {what !== null && <p className="wrap-anywhere text-ink-2">{what}</p>}
      </div>
      <div className="flex flex-wrap gap-2" data-print="no">
        {told === null && (
          <button
            type="button"
            data-key="m"
            aria-keyshortcuts="m"
            className={isOverdue ? 'button-primary' : 'button'}
            onClick={onTold}
          >
            {words('told.today')}
            <Key name="m" />
          </button>
        )}
        <button
          type="button"
          data-key="e"
          aria-keyshortcuts="e"
          className={
            told === null
              ? 'button'
              : 'h-8 px-2 text-ink-3 underline-offset-2 hover:text-accent hover:underline'
          }
          onClick={onEdit}
        >
          {words('told.edit')}
          {told === null && <Key name="e" />}
        </button>
      </div>
    </li>
  )
}

interface ProposalRowProps {
  readonly proposal: ToTell
  readonly onAdd: () => void
}

function ProposalRow({ proposal: { name, kind, about }, onAdd }: ProposalRowProps) {
  const words = useWords(pivotWords)
  return (
    <li data-walk className={rowLook}>
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere">
          {name} <span className="text-xs text-ink-3">{words(`kind.${kind}`)}</span>
        </p>
        <p className="text-xs wrap-anywhere text-ink-3">
          {about.map(({ key, title }, at) => (
            <span key={key}>
              {at > 0 && ', '}
              <span className="whitespace-nowrap">{key}</span> {title}
            </span>
          ))}
        </p>
      </div>
      <button
        type="button"
        data-key="a"
        aria-keyshortcuts="a"
        className="button"
        onClick={onAdd}
        data-print="no"
      >
        {words('propose.add')}
        <Key name="a" />
      </button>
    </li>
  )
}

function Key({ name }: { readonly name: string }) {
  return (
    <kbd className="ml-1 hidden font-mono text-xs opacity-75 pointer-fine:inline" aria-hidden="true">
      {name}
    </kbd>
  )
}

function nextDay(day: string, after: number): string {
  return Array.from({ length: after }).reduce<string>((each) => dayAfter(each), day)
}
