import type { FieldFault, RecordValues } from './read-values.ts'
import type { Words } from './words.ts'

/** A fault of the later of two days where it lies before the earlier one; days are text that sorts. */
export function dayOrder(
  values: RecordValues,
  [first, last]: readonly [string, string],
  message: Words,
): readonly FieldFault[] {
  const [from, until] = [values[first], values[last]]
  const isWrong = typeof from === 'string' && typeof until === 'string' && until < from
  return isWrong ? [{ path: last, message }] : []
}
