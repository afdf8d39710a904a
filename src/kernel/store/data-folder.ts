import { accessSync, chmodSync, constants, mkdirSync, readdirSync } from 'node:fs'
import { Refusal } from '../operation/refusal.ts'

/** Creates the data folder when missing and closes an empty one to other users; refuses what cannot be written. */
export function ensureDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Where other things lie it is not ours to close; what is added there is closed by itself.
    if (readdirSync(folder).length === 0) chmodSync(folder, 0o700)
  } catch (error) {
    throw folderRefusal(folder, error) ?? error
  }
}

const reasons: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EACCES: [
    'cannot be written: permission denied',
    'Give this user the right to write it, or choose another with --data.',
  ],
  EPERM: ['belongs to another user', 'Choose another folder with --data.'],
  EROFS: ['is on a read-only disk', 'Choose a folder on another disk with --data.'],
  ENOSPC: ['is on a full disk', 'Free some space, or choose a folder on another disk with --data.'],
  EDQUOT: [
    'is on a disk whose quota is used up',
    'Free some space, or choose a folder on another disk with --data.',
  ],
  '53100': ['is on a full disk', 'Free some space, or choose a folder on another disk with --data.'],
  ENOTDIR: ['is not a folder, or holds a file in the place of one', 'Choose another with --data.'],
  EEXIST: ['is not a folder', 'Choose another with --data.'],
  EISDIR: ['holds a folder in the place of a file', 'Choose another with --data.'],
  ENOTEMPTY: ['holds a folder named database that is none', 'Choose another with --data.'],
}

/** The refusal for an error of the file system that a person can do something about; undefined for any other error. */
export function folderRefusal(folder: string, error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  const reason = typeof code === 'string' ? reasons[code] : undefined
  if (reason === undefined) return folderRefusal(folder, error.cause)
  return new Refusal('invalid', `The data folder ${folder} ${reason[0]}.`, reason[1])
}
