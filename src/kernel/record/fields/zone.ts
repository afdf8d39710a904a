/** The name of a time zone as the world's list of them writes it, as in Europe/Berlin; null for what is none. */
export function zoneNamed(text: string): string | null {
  // What is an offset holds for half of the year in most places.
  if (!/^[a-z]/i.test(text)) return null
  const known = Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase() === text.toLowerCase())
  if (known !== undefined) return known
  try {
    // Older and newer names of the same zone are not on the list, but known all the same.
    new Intl.DateTimeFormat('en', { timeZone: text }).format(0)
    return text
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
