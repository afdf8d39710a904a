/** How many letters were left out, added, mistaken or exchanged with their neighbour between two words (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1
  const at = new Uint16Array((one.length + 1) * width)
  for (let i = 0; i <= one.length; i++) at[i * width] = i
  for (let j = 0; j <= other.length; j++) at[j] = j
  const cell = (i: number, j: number) => at[i * width + j] ?? 0
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + differs)
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwap) least = Math.min(least, cell(i - 2, j - 2) + 1)
      at[i * width + j] = least
    }
  }
  return cell(one.length, other.length)
}
