/** The words by which a seed enters every stream. */
export interface SeedWords {
  readonly low: number
  readonly high: number
}

export function seedWords(seed: number): SeedWords {
  // The upper word is spread over all bits, because it is joined with that of a name.
  return { low: (seed % 2 ** 32) | 0, high: Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9) }
}
