/**
 * Control characters, escape sequences, characters that turn the direction of writing or take no room: what a path
 * from somebody's repository may hold, and a terminal must not be sent.
 */
const hostile = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/** The text with everything in it that could steer a terminal written out, `\n` as `\u{a}`. */
export function harmless(text: string): string {
  return text.replace(hostile, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
