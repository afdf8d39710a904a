/** Fewer letters than these say nothing. */
const fewest = 6

/** As much of a text as fits, with an ellipsis; nothing where less than six letters would be left. */
export function fittingText(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text
  const all = Array.from(text)
  // How many letters fit before the ellipsis lies between these.
  let [fits, tooMany] = [0, all.length]
  while (tooMany - fits > 1) {
    const between = Math.floor((fits + tooMany) / 2)
    if (widthOf(`${all.slice(0, between).join('')}…`) <= room) fits = between
    else tooMany = between
  }
  return fits < fewest ? '' : `${all.slice(0, fits).join('').trimEnd()}…`
}
