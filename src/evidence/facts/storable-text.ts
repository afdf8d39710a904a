/** The text as a database holds it: PostgreSQL takes every character of Unicode but NUL, and no halves of one. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}').toWellFormed()
}
