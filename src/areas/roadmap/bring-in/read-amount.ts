/** Which sign stands before the decimals of a column. */
export type DecimalSign = '.' | ',' | 'unknown'

/** Which sign that is, seen in numbers that can be read in one way only, or else in how the file writes its days. */
export function decimalSignOf(texts: Iterable<string>, days: Iterable<string>): DecimalSign {
  const seen = new Set([...texts].map((text) => signIn(amountIn(text))))
  seen.delete('unknown')
  const [first] = seen
  if (first !== undefined) return seen.size === 1 ? first : 'unknown'
  for (const day of days) if (/^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/.test(day)) return ','
  return 'unknown'
}

/** Whether nobody can say if three digits behind a sign are thousands or decimals. */
export function isUnclearAmount(text: string, decimal: DecimalSign): boolean {
  const amount = amountIn(text)
  return decimal === 'unknown' && eitherWay.test(amount)
}

/** The number with a point before its decimals and nothing between its thousands; what is no number stays as it is. */
export function plainAmount(text: string, decimal: DecimalSign): string {
  const amount = amountIn(text)
  const own = signIn(amount)
  const sign = own === 'unknown' ? decimal : own
  const isNumber = inGroups.test(amount) || /^[+-]?\d+([.,]\d+)?$/.test(amount)
  if (!isNumber || (sign === 'unknown' && /[.,]/.test(amount))) return text.trim()
  const [units = '', decimals] = amount.split(sign === 'unknown' ? '.' : sign)
  return `${units.replace(/[.,]/g, '')}${decimals === undefined ? '' : `.${decimals}`}`
}

/** Without blanks and apostrophes, which stand between thousands alone. */
function amountIn(text: string): string {
  return text.trim().replace(/(?<=\d)['’\u00a0\u202f ](?=\d{3}(?!\d))/g, '')
}

/** Nobody writes thousands of nought. */
const inGroups = /^[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])\d+)?$/
const eitherWay = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/

/** The sign before the decimals as far as this number alone tells it. */
function signIn(amount: string): DecimalSign {
  if (eitherWay.test(amount)) return 'unknown'
  // Groups of three behind the other sign, or several of them: those are thousands.
  const group = inGroups.exec(amount)?.[1]
  if (group !== undefined) return group === '.' ? ',' : '.'
  const once = /^[+-]?\d+([.,])\d+$/.exec(amount)?.[1]
  return once === '.' || once === ',' ? once : 'unknown'
}
