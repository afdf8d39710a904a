import { join, resolve } from 'node:path'
import type { backupSettings } from '#workspace'
import { backupOptions } from './backup-options.ts'
import { folderKey, folderKeyFile } from './backup-secret.ts'

/** Where the backups of a data folder are kept, and what they are made with: in it, unless LEITSTAND_BACKUPS names a folder. */
export function backupPlace(
  data: string,
  environment: NodeJS.ProcessEnv,
): Omit<ReturnType<typeof backupSettings>, 'failure'> {
  const named = environment['LEITSTAND_BACKUPS']
  return {
    folder: named ? resolve(named) : join(data, 'backups'),
    secret: () => folderKey(data, environment),
    keyFile: folderKeyFile(data, environment),
    options: backupOptions,
  }
}
