const unicodeSteps = '▁▂▃▄▅▆▇█'
const asciiSteps = '_.-=+*#@'

/**
 * One character a value, from zero to the largest. What is not known is left empty: it is no zero. Empty where
 * nothing is known at all.
 */
export function sparkline(values: readonly (number | null)[], unicode: boolean): string {
  const steps = unicode ? unicodeSteps : asciiSteps
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return ''
  const largest = Math.max(...known)
  return values
    .map((value) => {
      if (value === null) return ' '
      return steps[largest > 0 ? Math.round((Math.max(0, value) / largest) * (steps.length - 1)) : 0]
    })
    .join('')
}
