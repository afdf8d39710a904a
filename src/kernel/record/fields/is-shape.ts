/** True for an object that has exactly these names. */
export function isShape<Name extends string>(
  given: unknown,
  names: readonly Name[],
): given is Record<Name, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  const own = Object.keys(given)
  return own.length === names.length && names.every((name) => own.includes(name))
}
