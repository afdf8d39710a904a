import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#kernel/operation/refusal.ts'
import { folderRefusal } from '#kernel/store/data-folder.ts'

const aBackup = {
  name: { en: 'The backup', de: 'Die Sicherung' },
  hint: {
    en: 'Free some space, or choose a place that this user may write.',
    de: 'Schaffe Platz, oder wähle einen Ort, den dieser Benutzer beschreiben darf.',
  },
}

/** Has a file written beside its place and moves it there when it is whole; refuses a file that is there already. */
export async function wholeFile<Result>(
  file: string,
  write: (draft: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) throw fileThere(file)
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const result = await write(draft)
    renameSync(draft, file)
    return result
  } catch (error) {
    throw folderRefusal(file, error, aBackup) ?? error
  } finally {
    rmSync(draft, { force: true })
  }
}

function fileThere(file: string): Refusal {
  return new Refusal(
    'conflict',
    { en: `There is a file ${file} already.`, de: `Eine Datei ${file} gibt es schon.` },
    { en: 'Name a new one.', de: 'Nenne eine neue.' },
  )
}
