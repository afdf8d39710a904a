import { useMemo, useState } from 'react'
import {
  readNewValues,
  readValues,
  wrongSteps,
  wrongTogether,
  type RecordDefinition,
  type RecordValues,
} from '#kernel/shape.ts'
import { ApiProblem } from '#kit/api/request.ts'
import { useLanguage } from '#kit/language/language.ts'
import { isSame } from '../merge-versions.ts'

export type Given = Readonly<Record<string, unknown>>

export interface RecordForm {
  readonly given: Given
  /** What is wrong, by field: said once somebody tried to save, and gone as soon as the field is written in again. */
  readonly errors: Readonly<Record<string, string>>
  readonly isDirty: boolean
  put(name: string, value: unknown): void
  /** The values to send where nothing is wrong with them; null after saying what is. */
  check(): Given | null
  /** Says what the server found wrong; false where it said nothing of any field. */
  blame(problem: unknown): boolean
}

/** The values of a form over a record or, with null, over a new one. */
export function useRecordForm(
  definition: RecordDefinition,
  base: RecordValues | null,
  begun: Given = {},
): RecordForm {
  const language = useLanguage()
  const [given, setGiven] = useState<Given>(begun)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const changed = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(given).filter(([name, value]) => !isSame(value ?? null, base?.[name] ?? null)),
      ),
    [given, base],
  )
  return {
    given,
    errors,
    isDirty: Object.keys(changed).length > 0,
    put(name, value) {
      setGiven((before) => ({ ...before, [name]: value }))
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([faulty]) => faulty !== name)))
    },
    check() {
      const read = base === null ? readNewValues(definition, given) : readValues(definition, changed)
      const faults =
        base === null ? [...read.faults] : [...read.faults, ...wrongSteps(definition, base, read.values)]
      if (faults.length === 0) faults.push(...wrongTogether(definition, read.values, base))
      setErrors(Object.fromEntries(faults.map(({ path, message }) => [path, message[language]])))
      if (faults.length > 0) return null
      // What was read is what is kept: with it nothing that only looks different is sent.
      return base === null ? withoutNothing(read.values) : read.values
    },
    blame(problem) {
      if (!(problem instanceof ApiProblem)) return false
      // The API may name a field from its body on, as in fields.title.
      const found = problem.fields.map(
        ({ path, message }) => [path.replace(/^fields\./, ''), message] as const,
      )
      const own = found.filter(([name]) => Object.hasOwn(definition.fields, name))
      setErrors(Object.fromEntries(own))
      return own.length > 0
    },
  }
}

function withoutNothing(values: RecordValues): Given {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
