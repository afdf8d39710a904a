/** How both engines turn PostgreSQL's text into JavaScript, by type id; all other types keep their driver's parser. */
export const valueParsers: Readonly<Record<number, (text: string) => unknown>> = {
  // int8: a number while that is exact, a bigint beyond.
  20: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text)),
  // numeric: what sum(), avg() and percentiles of integers give.
  1700: Number,
  // date: a day has no time zone, so it stays text.
  1082: (text) => text,
}
