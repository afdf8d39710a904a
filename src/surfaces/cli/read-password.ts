import type { Readable } from 'node:stream'
import { Refusal } from '#kernel/operation/refusal.ts'

const most = 4096

/** The password as given, or the first line of standard input; a terminal shows what is typed, so it is for pipes. */
export async function readPassword(given: string | null, input: Readable): Promise<string> {
  if (given !== null) return given
  let text = ''
  for await (const chunk of input) {
    text += String(chunk)
    if (text.includes('\n') || text.length > most) break
  }
  const [line = ''] = text.split(/\r?\n/)
  if (line !== '') return line
  throw new Refusal(
    'invalid',
    { en: 'There is no password on standard input.', de: 'Auf der Standardeingabe steht kein Passwort.' },
    {
      en: 'Send one, as in: printf %s "$PASSWORD" | leitstand … --password-stdin',
      de: 'Schicke eines, wie in: printf %s "$PASSWORD" | leitstand … --password-stdin',
    },
  )
}
