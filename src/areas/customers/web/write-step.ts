import type { RecordShape, RecordValues } from '#kernel/shape.ts'
import { ApiProblem, send } from '#kit/api/request.ts'
import { recordUrl } from '#kit/records/record-queries.ts'
import { changedIn, contestedBy, fieldsOf, type Step } from './triage-step.ts'

/** Somebody else has decided otherwise since this insight was read. */
export class Contested extends Error {
  readonly base: RecordShape
  readonly current: RecordShape

  constructor(base: RecordShape, current: RecordShape) {
    super(current.key)
    this.base = base
    this.current = current
  }
}

interface Written {
  readonly record: RecordShape
  /** What the written fields held before. */
  readonly before: RecordValues
  /** Whether others have changed other fields meanwhile, which hold as well. */
  readonly isMerged: boolean
  /** Whether another had done the very same. */
  readonly isNothing: boolean
}

/** How often others may be quicker before it is told. */
const mostTries = 3

/** Writes a decision; onto what others wrote meanwhile where both hold, else it is contested. */
export async function writeStep(base: RecordShape, step: Step): Promise<Written> {
  let onto = base
  for (let tries = 1; ; tries++) {
    const fields = changedIn(fieldsOf(step, onto.fields), onto.fields)
    const known = { before: valuesOf(onto, fields), isMerged: onto !== base }
    if (Object.keys(fields).length === 0) return { ...known, record: onto, isNothing: true }
    try {
      return { ...known, record: await patch(onto, fields), isNothing: false }
    } catch (problem) {
      const current = staleIn(problem)
      if (!current || tries === mostTries) throw problem
      if (contestedBy(step, base.fields, current.fields).length > 0) throw new Contested(base, current)
      onto = current
    }
  }
}

/** Gives fields back what they held, unless others have written into them since. */
export async function writeBack(
  written: RecordShape,
  before: RecordValues,
  tooLate: string,
): Promise<RecordShape> {
  try {
    return await patch(written, before)
  } catch (problem) {
    const current = staleIn(problem)
    if (!current) throw problem
    const since = changedIn(valuesOf(written, before), current.fields)
    if (Object.keys(since).length > 0) throw new Error(tooLate, { cause: problem })
    return patch(current, before)
  }
}

const patch = ({ key, version }: RecordShape, fields: RecordValues) =>
  send<RecordShape>('PATCH', recordUrl('insights', key), { version, fields })

/** The version that a stale change ran into. */
function staleIn(problem: unknown): RecordShape | undefined {
  const isStale = problem instanceof ApiProblem && problem.status === 409
  return isStale ? (problem.details['current'] as RecordShape | undefined) : undefined // what the API says of a stale version
}

function valuesOf({ fields }: RecordShape, of: RecordValues): RecordValues {
  return Object.fromEntries(Object.keys(of).map((name) => [name, fields[name] ?? null]))
}
