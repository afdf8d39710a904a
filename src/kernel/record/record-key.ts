/** A key in its parts: of `GOAL-3` the prefix `GOAL` and the number 3; null for what is no key. */
export function parseKey(text: string): { readonly prefix: string; readonly number: number } | null {
  const found = /^([A-Z]{2,8})-([1-9]\d{0,8})$/.exec(text.trim().toUpperCase())
  return found ? { prefix: found[1] ?? '', number: Number(found[2]) } : null
}
