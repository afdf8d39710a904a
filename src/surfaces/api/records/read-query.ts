import type { Context } from 'hono'
import { Refusal } from '#kernel'
import type { Words } from '#kernel/shape.ts'

/**
 * The query of the address as names and values. Refuses what is not UTF-8, names that are not among those known, and a
 * name that stands twice where it has one value.
 */
export function readQuery(
  context: Context,
  single: readonly string[],
  repeatable: Iterable<string> = [],
): [name: string, value: string][] {
  const names = new Set([...single, ...repeatable])
  const given = new URL(context.req.url).search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const at = part.indexOf('=')
      return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]
    })
  const unknown = given.find(([name]) => !names.has(name))?.[0]
  const twice = single.find((name) => given.filter(([each]) => each === name).length > 1)
  if (twice !== undefined)
    throw refusedName(
      twice,
      { en: 'stands there twice', de: 'steht zweimal da' },
      { en: 'Say it once.', de: 'Gib es nur einmal an.' },
    )
  if (unknown === undefined) return given
  const all = [...names].join(', ')
  throw refusedName(
    unknown,
    { en: 'is nothing that can be asked here', de: 'kann man hier nicht fragen' },
    {
      en: all === '' ? 'Leave the query away.' : `Possible are ${all}.`,
      de: all === '' ? 'Lass die Abfrage weg.' : `Möglich sind ${all}.`,
    },
  )
}

/** Refuses a body with a name that is not among those known. */
export function assertNames(body: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw refusedName(
    unknown,
    { en: 'does not belong here', de: 'gehört hier nicht hin' },
    {
      en: `Names of the body: ${known.join(', ')}.`,
      de: `Namen im Inhalt: ${known.join(', ')}.`,
    },
  )
}

function refusedName(name: string, end: Words, hint: Words): Refusal {
  const path = name.slice(0, 60)
  const message = { en: `“${path}” ${end.en}.`, de: `„${path}“ ${end.de}.` }
  return new Refusal('invalid', message, hint, [{ path, message }])
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Refusal(
      'invalid',
      {
        en: 'The query of the address is not valid UTF-8.',
        de: 'Die Abfrage in der Adresse ist kein gültiges UTF-8.',
      },
      { en: 'Encode it with %XX for every byte.', de: 'Schreibe sie mit %XX für jedes Byte.' },
    )
  }
}
