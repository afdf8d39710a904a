/** Whether every word that was typed begins a word of the label, whatever its case and accents. */
export function matchesWords(label: string, typed: string): boolean {
  const words = fold(label).split(/[^\p{L}\p{N}]+/u)
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
