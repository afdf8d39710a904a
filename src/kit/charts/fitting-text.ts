/** As much of a text as fits, with an ellipsis; nothing where less than six letters would be left. */
export function fittingText(text: string, room: number, letter: number): string {
  const letters = Math.floor(room / letter)
  const all = Array.from(text)
  if (all.length <= letters) return text
  return letters < 7 ? '' : `${all.slice(0, letters - 1).join('')}…`
}
