import { typeOfName } from './file-types.ts'

/** In characters, its ending included. */
const longest = 120

/**
 * The name of a file as it is kept: without folders, without characters that cannot be seen or turn the direction of
 * writing round, without those that a file system does not take; letters of every language stay. Empty where nothing is
 * left. A name that is clean stays as it is.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const name = last
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(name)
}

function shorten(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  const ending = typeOfName(name) === null ? '' : name.slice(name.lastIndexOf('.'))
  const stem = letters.slice(0, longest - ending.length).join('')
  return `${stem.replace(/[. ]+$/, '')}${ending}`
}
