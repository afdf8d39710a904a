import { Refusal } from '#kernel'

/**
 * Reads a JSON text that comes from anybody. Refuses bytes that are not UTF-8, what is not JSON, a name that stands twice
 * in an object, of which one would be lost in silence, the one name that would reach into every object, and nesting that no input of ours has.
 */
export function parseJson(bytes: ArrayBuffer): unknown {
  const text = decode(bytes)
  const parsed = parse(text)
  const wrong = wrongName(text)
  if (wrong !== null) throw refusedName(wrong)
  return parsed
}

const deepest = 40

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(
      'invalid',
      { en: 'The body is not valid UTF-8.', de: 'Der Inhalt ist kein gültiges UTF-8.' },
      { en: 'Send it encoded as UTF-8.', de: 'Schicke ihn als UTF-8.' },
    )
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw noJsonObject()
  }
}

export function noJsonObject(): Refusal {
  return new Refusal(
    'invalid',
    { en: 'The body is not a JSON object.', de: 'Der Inhalt ist kein JSON-Objekt.' },
    { en: 'Send one, as in {"name": "value"}.', de: 'Schicke eines, wie in {"name": "Wert"}.' },
  )
}

/** The first name of valid JSON that stands twice in its object or is `__proto__`; null where all are as they should be. */
function wrongName(text: string): string | null {
  const open: (Set<string> | null)[] = []
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (open.length > deepest) throw tooDeep()
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (name !== undefined) {
      const read = String(JSON.parse(name))
      const names = open.at(-1)
      if (read === '__proto__' || names?.has(read)) return read
      names?.add(read)
    }
  }
  return null
}

function tooDeep(): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The body is nested deeper than ${deepest} levels.`,
      de: `Der Inhalt ist tiefer als ${deepest} Ebenen verschachtelt.`,
    },
    { en: 'Nothing here needs that.', de: 'Das braucht hier nichts.' },
  )
}

function refusedName(name: string): Refusal {
  const path = name.slice(0, 60)
  const message =
    name === '__proto__'
      ? { en: `${path} is no name for a value.`, de: `${path} ist kein Name für einen Wert.` }
      : { en: `${path} stands twice in one object.`, de: `${path} steht zweimal in einem Objekt.` }
  return new Refusal(
    'invalid',
    { en: `The body is not valid. ${message.en}`, de: `Der Inhalt ist nicht gültig. ${message.de}` },
    { en: 'Send every name once.', de: 'Schicke jeden Namen einmal.' },
    [{ path, message }],
  )
}
