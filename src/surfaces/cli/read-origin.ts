import { WrongUse } from './wrong-use.ts'

/** Reads the address of a server: scheme, host and port, and nothing behind them. */
export function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new WrongUse({
      en: `"${text}" is no address such as https://leitstand.example.com.`,
      de: `„${text}“ ist keine Adresse wie https://leitstand.example.com.`,
    })
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new WrongUse({
      en: `"${text}" has more than scheme, host and port; Leitstand answers at the root of a host.`,
      de: `„${text}“ hat mehr als Schema, Rechner und Port; Leitstand antwortet an der Wurzel eines Rechners.`,
    })
  return url.origin
}
