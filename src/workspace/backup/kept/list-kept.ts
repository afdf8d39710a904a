import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Why a backup was made: by the program itself, because somebody asked, or before an upgrade. */
export type BackupKind = 'by-itself' | 'by-hand' | 'before-upgrade'

/** A backup that the program keeps: whatever bears such a name was restored and compared before it got it. */
export interface KeptBackup {
  readonly name: string
  readonly kind: BackupKind
  readonly at: Date
  readonly bytes: number
}

const form =
  /^leitstand-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-(by-itself|by-hand|before-upgrade)-[0-9a-f]{6}\.backup$/

/** A name of its own: two made within a second do not meet. */
export function keptName(kind: BackupKind, at: Date): string {
  const instant = `${at.toISOString().slice(0, 19).replaceAll(':', '')}Z`
  return `leitstand-${instant}-${kind}-${randomBytes(3).toString('hex')}.backup`
}

/** The backups kept in a folder, newest first; none where there is no folder, or none that may be read: making one says why. */
export function listKept(folder: string): KeptBackup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const [, day, hour, minute, second, kind] = form.exec(name) ?? []
      const found = kind && statSync(join(folder, name), { throwIfNoEntry: false })
      if (!found) return []
      const at = new Date(`${day}T${hour}:${minute}:${second}Z`)
      return [{ name, kind: kind as BackupKind, at, bytes: found.size }] // the form allows no other kind
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime() || (one.name < other.name ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (typeof code === 'string' && ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) return []
    throw error
  }
}
