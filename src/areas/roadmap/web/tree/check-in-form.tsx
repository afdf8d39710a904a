import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
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
  const [problem, setProblem] = useState<Problem | null>(null)
  const id = useId()
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
    const found = isWrong(event.currentTarget, 'value')
      ? 'value'
      : isWrong(event.currentTarget, 'confidence') ||
          (confidence !== null && (confidence < 0 || confidence > 100))
        ? 'confidence'
        : isEmpty
          ? 'missing'
          : null
    setProblem(found)
    if (found === null) checkIn.mutate({ day: today, value, confidence, note })
    else if (found !== 'missing') fieldOf(event.currentTarget, found)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const wrong = (name: Problem) => ({
    'aria-invalid': problem === name,
    'aria-describedby': problem === name ? id : undefined,
  })
  const field = 'flex flex-col gap-0.5 text-xs text-ink-2'
  return (
    // Escape leaves the form from whichever of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <form
      aria-label={words('check.title', { key: goal.key })}
      // The browser's own bubble speaks the language of the browser.
      noValidate
      onSubmit={save}
      onKeyDown={onKeyDown}
      className="mt-2 mb-1 flex flex-wrap items-end gap-x-3 gap-y-2 bg-sunk p-3"
      data-print="no"
    >
      <label className={field}>
        {goal.unit === null ? words('check.value') : words('check.valueUnit', { unit: goal.unit })}
        <input
          ref={first}
          name="value"
          type="number"
          step="any"
          {...wrong('value')}
          className="input w-36 text-base"
        />
      </label>
      <label className={field}>
        {words('check.confidence')}
        <input
          name="confidence"
          type="number"
          min={0}
          max={100}
          step="any"
          {...wrong('confidence')}
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
      {problem && (
        <p id={id} role="alert" className="w-full text-bad">
          {words(`check.wrong.${problem}`)}
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

type Problem = 'value' | 'confidence' | 'missing'

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
}

/** What was typed and is no number: the field then says that it is empty. */
const isWrong = (form: HTMLFormElement, name: string) => fieldOf(form, name)?.validity.badInput === true
