import { createHmac } from 'node:crypto'
import { loadKey } from './key-file.ts'

/** The 32 secret bytes under which addresses are hashed: from the environment, else from a file of the data folder, made at first use. */
export function loadWorkspaceKey(folder: string | undefined): Buffer {
  return loadKey({
    folder,
    file: 'workspace.key',
    variable: 'LEITSTAND_WORKSPACE_KEY',
    name: { en: 'workspace key', de: 'der Schlüssel des Arbeitsbereichs' },
    loss: {
      en: 'nobody is recognised by address any more',
      de: 'wird niemand mehr an seiner Adresse erkannt',
    },
  })
}

/** A value the database may hold to notice a wrong key; it tells nothing about the key. */
export function checkOfKey(key: Buffer): string {
  return createHmac('sha256', key).update('leitstand workspace key check').digest('hex')
}
