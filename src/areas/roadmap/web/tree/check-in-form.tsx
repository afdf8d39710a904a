import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useWords } from '#kit/language/words.ts'
import { ProblemNote } from '#kit/page/problem-note.tsx'
import type { GoalNode } from '../../goal-tree/tree-shape.ts'
import { useCheckIn } from './use-check-in.ts'
import { treeWords } from './words/words.ts'

interface CheckInFormProps {
  readonly goal: GoalNode
  readonly today: string
  readonly onClose: () => void
}

/** Where it stands today and how sure one is, written in the row itself. */
export function CheckInForm({ goal, today, onClose }: CheckInFormProps) {
  const words = useWords(treeWords)
  const first = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  const checkIn = useCheckIn(goal, onClose)
  useEffect(() => first.current?.focus(), [])
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => {
      const entry = given.get(name)
      return typeof entry === 'string' && entry.trim() !== '' ? entry.trim() : null
    }
    const number = (name: string) => (text(name) === null ? null : Number(text(name)))
    const [value, confidence, note] = [number('value'), number('confidence'), text('note')]
    const isEmpty = value === null && confidence === null && note === null
    setMissing(isEmpty)
    if (!isEmpty) checkIn.mutate({ day: today, value, confidence, note })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const field = 'flex flex-col gap-0.5 text-xs text-ink-2'
  return (
    // Escape leaves the form from whichever of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form
      aria-label={words('check.title', { key: goal.key })}
      onSubmit={save}
      onKeyDown={onKeyDown}
      className="mt-2 mb-1 flex flex-wrap items-end gap-x-3 gap-y-2 bg-sunk p-3"
      data-print="no"
    >
      <label className={field}>
        {goal.unit === null ? words('check.value') : words('check.valueUnit', { unit: goal.unit })}
        <input ref={first} name="value" type="number" step="any" className="input w-36 text-base" />
      </label>
      <label className={field}>
        {words('check.confidence')}
        <input
          name="confidence"
          type="number"
          min={0}
          max={100}
          step="any"
          className="input w-28 text-base"
        />
      </label>
      <label className={`${field} min-w-48 flex-1`}>
        {words('check.note')}
        <input name="note" maxLength={200} className="input text-base" />
      </label>
      <button type="submit" className="button-primary" disabled={checkIn.isPending}>
        {words('check.save')}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {words('check.cancel')}
      </button>
      {isMissing && (
        <p role="alert" className="w-full text-bad">
          {words('check.missing')}
        </p>
      )}
      {checkIn.error && (
        <div className="w-full">
          <ProblemNote error={checkIn.error} isAct />
        </div>
      )}
    </form>
  )
}
