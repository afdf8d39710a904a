import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../operation/refusal.ts'
import type { Words } from '../record/words.ts'

/** Creates the data folder when missing and closes an empty one to other users; refuses what cannot be written. */
export function ensureDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Where other things lie it is not ours to close; what is added there is closed by itself.
    if (readdirSync(folder).length === 0) chmodSync(folder, 0o700)
  } catch (error) {
    throw folderRefusal(folder, error) ?? error
  }
}

/** One level after the other: asked for all at once, Node goes round for ever where a place takes no folder, as in /proc. */
function makeFolder(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return
    throw code === 'ENOENT' ? noPlace(folder) : error
  }
}

function noPlace(folder: string): Refusal {
  return new Refusal(
    'invalid',
    {
      en: `The data folder ${folder} cannot be made there.`,
      de: `Der Datenordner ${folder} lässt sich dort nicht anlegen.`,
    },
    another,
  )
}

const another = { en: 'Choose another with --data.', de: 'Wähle mit --data einen anderen.' }
const freeSpace = {
  en: 'Free some space, or choose a folder on another disk with --data.',
  de: 'Schaffe Platz, oder wähle mit --data einen Ordner auf einem anderen Datenträger.',
}
const full = { en: 'is on a full disk', de: 'liegt auf einem vollen Datenträger' }

const reasons: Readonly<Record<string, readonly [message: Words, hint: Words]>> = {
  EACCES: [
    { en: 'cannot be written: permission denied', de: 'lässt sich nicht beschreiben: Zugriff verweigert' },
    {
      en: 'Give this user the right to write it, or choose another with --data.',
      de: 'Gib diesem Benutzer das Recht, ihn zu beschreiben, oder wähle mit --data einen anderen.',
    },
  ],
  EPERM: [{ en: 'belongs to another user', de: 'gehört einem anderen Benutzer' }, another],
  EROFS: [
    { en: 'is on a read-only disk', de: 'liegt auf einem schreibgeschützten Datenträger' },
    {
      en: 'Choose a folder on another disk with --data.',
      de: 'Wähle mit --data einen Ordner auf einem anderen Datenträger.',
    },
  ],
  ENOSPC: [full, freeSpace],
  EDQUOT: [
    {
      en: 'is on a disk whose quota is used up',
      de: 'liegt auf einem Datenträger, dessen Kontingent aufgebraucht ist',
    },
    freeSpace,
  ],
  '53100': [full, freeSpace],
  ENOTDIR: [
    {
      en: 'is not a folder, or holds a file in the place of one',
      de: 'ist kein Ordner, oder enthält eine Datei an der Stelle eines Ordners',
    },
    another,
  ],
  EEXIST: [{ en: 'is not a folder', de: 'ist kein Ordner' }, another],
  EISDIR: [
    { en: 'holds a folder in the place of a file', de: 'enthält einen Ordner an der Stelle einer Datei' },
    another,
  ],
  ENOTEMPTY: [
    {
      en: 'holds a folder named database that is none',
      de: 'enthält einen Ordner namens database, der keine Datenbank ist',
    },
    another,
  ],
}

/** What a path is to people, as the beginning of a sentence, and what to do when it cannot be used. */
export interface NamedPlace {
  readonly name: Words
  /** Instead of what is said of a data folder. */
  readonly hint?: Words
}

const dataFolder: NamedPlace = { name: { en: 'The data folder', de: 'Der Datenordner' } }

/** The refusal for an error of the file system that a person can do something about; undefined for any other error. */
export function folderRefusal(
  folder: string,
  error: unknown,
  place: NamedPlace = dataFolder,
): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  const reason = typeof code === 'string' ? reasons[code] : undefined
  if (reason === undefined) return folderRefusal(folder, error.cause, place)
  const [message, hint] = reason
  const { name } = place
  return new Refusal(
    'invalid',
    { en: `${name.en} ${folder} ${message.en}.`, de: `${name.de} ${folder} ${message.de}.` },
    place.hint ?? hint,
  )
}
