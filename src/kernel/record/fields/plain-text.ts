import { fault, type Reading } from './field.ts'

/**
 * Text as it is kept: well-formed Unicode in NFC with line feeds, without the white space around it and without
 * control characters. What is empty then is no value.
 */
export function readText(
  given: unknown,
  rules: { readonly longest: number; readonly lines: boolean },
): Reading<string> {
  if (typeof given !== 'string') return fault('must be text', 'muss Text sein')
  if (!given.isWellFormed()) return fault('is not valid Unicode', 'ist kein gültiges Unicode')
  const text = given.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (text === '') return fault('must not be empty', 'darf nicht leer sein')
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text))
    return fault('holds control characters', 'enthält Steuerzeichen')
  if (!rules.lines && text.includes('\n')) return fault('must be one line', 'muss eine einzige Zeile sein')
  const { length } = Array.from(text)
  if (length > rules.longest)
    return fault(
      `has ${length} characters; at most ${rules.longest} are possible`,
      `hat ${length} Zeichen; höchstens ${rules.longest} sind möglich`,
    )
  return { value: text }
}
