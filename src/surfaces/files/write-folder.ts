import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Export } from '#workspace'
import { Refusal } from '#kernel/operation/refusal.ts'

/**
 * Writes files into a folder that is new or empty, open to this user alone. They are written beside it and moved there
 * when all are whole, so a folder that is there is a whole one.
 */
export function writeFolder(
  folder: string,
  { files, attachments }: Pick<Export, 'files' | 'attachments'>,
): void {
  assertFree(folder)
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}`)
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    const folders = new Set([...files, ...attachments].map(({ path }) => dirname(path)))
    for (const each of folders) mkdirSync(join(draft, each), { recursive: true, mode: 0o700 })
    for (const { path, text } of files) writeFileSync(join(draft, path), text, { mode: 0o600, flag: 'wx' })
    for (const { path, content } of attachments)
      writeFileSync(join(draft, path), content, { encoding: 'base64', mode: 0o600, flag: 'wx' })
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw notWritten(folder, error)
  }
}

function assertFree(folder: string): void {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'ENOENT') return
    throw notWritten(folder, error)
  }
  if (names.length === 0) return
  throw new Refusal(
    'conflict',
    { en: `The folder ${folder} is not empty.`, de: `Der Ordner ${folder} ist nicht leer.` },
    { en: 'Name a new one.', de: 'Nenne einen neuen.' },
  )
}

const reasons: Readonly<Record<string, { readonly en: string; readonly de: string }>> = {
  EACCES: { en: 'permission denied', de: 'keine Berechtigung' },
  EPERM: { en: 'permission denied', de: 'keine Berechtigung' },
  EROFS: { en: 'the disk is read-only', de: 'der Datenträger ist schreibgeschützt' },
  ENOSPC: { en: 'the disk is full', de: 'der Datenträger ist voll' },
  EDQUOT: { en: 'the quota of the disk is used up', de: 'das Kontingent des Datenträgers ist aufgebraucht' },
  ENOTDIR: { en: 'it is not a folder', de: 'das ist kein Ordner' },
  EBUSY: { en: 'it is in use', de: 'er wird benutzt' },
}

/** The refusal for what a person can do something about; any other error as it is. */
function notWritten(folder: string, error: unknown): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  const reason = typeof code === 'string' ? reasons[code] : undefined
  if (reason === undefined) return error
  return new Refusal(
    'invalid',
    {
      en: `The folder ${folder} cannot be written: ${reason.en}.`,
      de: `Der Ordner ${folder} lässt sich nicht schreiben: ${reason.de}.`,
    },
    { en: 'Choose another one.', de: 'Wähle einen anderen.' },
  )
}
