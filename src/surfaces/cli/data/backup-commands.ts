import type { Writable } from 'node:stream'
import type { Words } from '#kernel/shape.ts'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { readThrough, verifyBackup } from '#workspace'
import { backupOptions } from '#surfaces/files/backup-options.ts'
import { listsBeside, restoreFolder } from '#surfaces/files/restore-folder.ts'
import { folderKey, keyBeside, keyFor, keyIn, passphraseFrom } from '#surfaces/files/backup-secret.ts'
import { reachServer, sendRestore } from '../workplace/ask-server.ts'
import { withWorkplace } from '../workplace/open-workplace.ts'
import type { BackupArguments, Streams } from './read-data-arguments.ts'
import { harmless } from '../terminal/harmless.ts'
import { writeOut } from '../write-out.ts'

/** Writes a backup and tries it in a database of its own before it says that it is there. */
export async function backupCommand(
  { place: file, data, json, passphrase, language }: BackupArguments,
  { input, output }: Streams,
): Promise<void> {
  const said = passphrase ? await passphraseFrom(input) : null
  const { rows, secret } = await withWorkplace(data, 'refused', async (workplace) => {
    const secret = said ?? folderKey(data)
    return { secret, ...(await workplace.backup(file, secret)) }
  })
  try {
    await verifyBackup(file, secret, backupOptions)
    if (said === null) writeFileSync(keyBeside(file), `${secret}\n`, { mode: 0o600 })
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  const key = said === null ? keyBeside(file) : null
  const lines: Words[] = [
    {
      en: `Backed up to ${file}: ${rows} rows, restored and compared in a database of its own.`,
      de: `Gesichert in ${file}: ${rows} Zeilen, in einer eigenen Datenbank eingespielt und verglichen.`,
    },
    ...(key === null
      ? []
      : [
          {
            en: `Its key is in ${key}. Keep it apart from the backup: both together open it, and without the key nobody can.`,
            de: `Der Schlüssel liegt in ${key}. Bewahre ihn getrennt auf: Beide zusammen öffnen die Sicherung, ohne ihn kann es niemand.`,
          },
        ]),
  ]
  await tell(output, json ? { file, rows, key, verified: true } : lines.map((line) => line[language]))
}

/** Restores a backup into a new data folder, or through the server that runs on one into its workspace, if that is empty. */
export async function restoreCommand(
  { place: file, data, json, passphrase, keyFile, erasures, language }: BackupArguments,
  { input, output }: Streams,
): Promise<void> {
  const secret = passphrase ? await passphraseFrom(input) : keyFile === null ? keyFor(file) : keyIn(keyFile)
  const isThrough = !process.env['DATABASE_URL'] && existsSync(data) && (await reachServer(data))
  const target = { data, environment: process.env, erasures }
  // Here, where the file has the name by which it was given.
  if (isThrough) await readThrough(file, secret)
  const { repeated } = isThrough
    ? await sendRestore(data, file, secret, listsBeside(file, erasures))
    : await restoreFolder(target, file, secret)
  const lines: Words[] = [
    {
      en: `Restored ${file} to ${data}, and compared it with what was backed up.`,
      de: `${file} in ${data} eingespielt und mit dem Gesicherten verglichen.`,
    },
    ...(repeated === 0
      ? []
      : [
          {
            en: `Erased again what was erased since the backup: ${repeated}.`,
            de: `Wieder gelöscht, was seit der Sicherung gelöscht wurde: ${repeated}.`,
          },
        ]),
    isThrough
      ? {
          en: 'The running server goes on with it, and reads repositories again.',
          de: 'Der laufende Server arbeitet damit weiter und liest Repositorys neu.',
        }
      : {
          en: 'Repositories are read again when the server starts.',
          de: 'Repositorys werden neu gelesen, wenn der Server startet.',
        },
  ]
  await tell(
    output,
    json ? { file, data, verified: true, erasedAgain: repeated } : lines.map((line) => line[language]),
  )
}

async function tell(output: Writable, answer: object | readonly string[]): Promise<void> {
  const text = Array.isArray(answer) ? answer.map(harmless).join('\n') : JSON.stringify(answer)
  await writeOut(output, `${text}\n`)
}
