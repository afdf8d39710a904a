/** In which order day and month stand where both are numbers. */
export type DayOrder = 'day first' | 'month first' | 'unknown'

/**
 * The day that a text of another program names, as in 2026-03-01: ISO, `Fri Oct 02 2026 …` as Linear writes it, `02/Oct/26`
 * as Jira does, `2.10.2026`, and `10/2/2026` where the column shows which number is the month. Other texts stay as they are.
 */
export function readDay(text: string, order: DayOrder): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text)
  if (iso) return text.slice(0, 10)
  const named =
    /^(?:[a-z]{2,3}\.?,? )?([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})/i.exec(text) ??
    swapped(/^(?:[a-z]{2,3}\.?,? )?(\d{1,2})[/ .-]+([a-zäé]{3})[a-zäé]*[/ .-]+(\d{4}|\d\d)(?!\d)/i.exec(text))
  if (named) {
    const [, word = '', day = '', year = ''] = named
    const month = monthNamed(word)
    return month === 0 ? text : asDay(year, month, Number(day))
  }
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)(?!\d)/.exec(text)
  if (dotted) return asDay(dotted[3] ?? '', Number(dotted[2]), Number(dotted[1]))
  const slashed = slashedDay.exec(text)
  if (!slashed || order === 'unknown') return text
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  const [day, month] = order === 'day first' ? [first, second] : [second, first]
  return asDay(slashed[3] ?? '', month, day)
}

const slashedDay = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?!\d)/

/** Whether two numbers stand there of which nobody can say which one is the month. */
export function isUnclearDay(text: string, order: DayOrder): boolean {
  return order === 'unknown' && slashedDay.test(text)
}

/** Which number of a column is the month: the one that is never above twelve. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  let [first, second] = [0, 0]
  for (const text of texts) {
    const found = slashedDay.exec(text)
    if (!found) continue
    first = Math.max(first, Number(found[1]))
    second = Math.max(second, Number(found[2]))
  }
  if (first > 12 && second <= 12) return 'day first'
  return second > 12 && first <= 12 ? 'month first' : 'unknown'
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found && [found[0], found[2], found[1], found[3]]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const german: Readonly<Record<string, number>> = { mär: 3, mai: 5, okt: 10, dez: 12 }

/** From 1 on; 0 for no name of a month. */
function monthNamed(word: string): number {
  const short = word.toLowerCase()
  return german[short] ?? months.indexOf(short) + 1
}

function asDay(year: string, month: number, day: number): string {
  const whole = year.length === 2 ? `20${year}` : year
  return [whole, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
