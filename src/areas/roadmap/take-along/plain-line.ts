/**
 * What no file that leaves may hold of a text: control characters, what turns the direction of writing or takes no room, and
 * what Unicode keeps for itself. The joiners stay: families of emoji and Persian words are made with them.
 */
const unfit = /(?![\u{200c}\u{200d}])[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}]/gu

/** A text as one line that does nothing but be read. */
export function plainLine(text: string): string {
  return text.toWellFormed().replaceAll(/\s/g, ' ').replaceAll(unfit, '').replaceAll(/ +/g, ' ').trim()
}
