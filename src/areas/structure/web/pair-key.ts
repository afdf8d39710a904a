import type { CouplingShape } from '#evidence/shape.ts'

/** Names a pair in the address; a newline stands in no name that is shown. */
export function pairKey({ a, b }: Pick<CouplingShape, 'a' | 'b'>): string {
  return `${a}\n${b}`
}
