import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Refusal } from '#kernel'
import { mostFileBytes, type Attachment, type RecordDefinition } from '#kernel/shape.ts'
import { attachmentOperations } from '../../operations.ts'
import type { Workplace } from '../workplace/open-workplace.ts'

type Values = Readonly<Record<string, unknown>>

/** Uploads a file of this machine. */
export async function uploadLocal(workplace: Workplace, path: string): Promise<Attachment> {
  const name = basename(path)
  const content = readLocal(resolve(workplace.folder, path)).toString('base64')
  return workplace.perform(attachmentOperations.upload, { name, content })
}

/**
 * The values with uploaded files in the place of their paths. Of a record that is there, a file that it names already may
 * be named by its id.
 */
export async function withFiles(
  workplace: Workplace,
  { fields }: RecordDefinition,
  values: Values,
  kept: () => Promise<Values>,
): Promise<Values> {
  const uploaded: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (fields[name]?.kind !== 'attachments' || !Array.isArray(value)) continue
    const files: Attachment[] = []
    for (const text of value.map(String))
      files.push(
        /^[0-9a-f]{64}$/.test(text) ? known(text, (await kept())[name]) : await uploadLocal(workplace, text),
      )
    uploaded[name] = files
  }
  return { ...values, ...uploaded }
}

function known(id: string, value: unknown): Attachment {
  const files = (Array.isArray(value) ? value : []) as Attachment[] // the value of a field for files
  const file = files.find((each) => each.id === id)
  if (file) return file
  throw new Refusal(
    'not-found',
    { en: `The record has no file ${id}.`, de: `Der Datensatz hat keine Datei ${id}.` },
    {
      en: 'Name the path of a file, or an id that the record shows.',
      de: 'Nenne den Pfad einer Datei oder eine Kennung, die der Datensatz zeigt.',
    },
  )
}

/** Writes a file where there is none yet, for this user alone; answers where. */
export function writeLocal(path: string, content: string): string {
  try {
    writeFileSync(path, content, { encoding: 'base64', mode: 0o600, flag: 'wx' })
    return path
  } catch (error) {
    throw refusalOf(path, error, 'written')
  }
}

/** The bytes of a file of this machine, where it is no larger than a file may be. */
export function readLocal(path: string): Buffer {
  try {
    const about = statSync(path)
    if (!about.isFile()) throw noFile(path)
    if (about.size > mostFileBytes) throw tooLarge(path)
    return readFileSync(path)
  } catch (error) {
    throw refusalOf(path, error, 'read')
  }
}

const reasons: Readonly<Record<string, { readonly en: string; readonly de: string }>> = {
  ENOENT: { en: 'it is not there', de: 'das gibt es nicht' },
  ENOTDIR: { en: 'it is not there', de: 'das gibt es nicht' },
  EACCES: { en: 'permission denied', de: 'keine Berechtigung' },
  EPERM: { en: 'permission denied', de: 'keine Berechtigung' },
  EEXIST: { en: 'there is one already', de: 'dort liegt schon etwas' },
  EISDIR: { en: 'it is a folder', de: 'das ist ein Ordner' },
  EROFS: { en: 'the disk is read-only', de: 'der Datenträger ist schreibgeschützt' },
  ENOSPC: { en: 'the disk is full', de: 'der Datenträger ist voll' },
}

/** The refusal for what a person can do something about; any other error as it is. */
function refusalOf(path: string, error: unknown, done: 'read' | 'written'): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  const reason = typeof code === 'string' && Object.hasOwn(reasons, code) ? reasons[code] : undefined
  if (reason === undefined) return error
  const verb = done === 'read' ? 'lesen' : 'schreiben'
  return new Refusal(
    code === 'ENOENT' ? 'not-found' : 'invalid',
    {
      en: `The file ${path} cannot be ${done}: ${reason.en}.`,
      de: `Die Datei ${path} lässt sich nicht ${verb}: ${reason.de}.`,
    },
    { en: 'Name another path.', de: 'Nenne einen anderen Pfad.' },
  )
}

function noFile(path: string): Refusal {
  return new Refusal(
    'invalid',
    { en: `${path} is no plain file.`, de: `${path} ist keine gewöhnliche Datei.` },
    { en: 'Name a file.', de: 'Nenne eine Datei.' },
  )
}

function tooLarge(path: string): Refusal {
  return new Refusal(
    'too-much',
    { en: `${path} is larger than 10 MiB.`, de: `${path} ist größer als 10 MiB.` },
    {
      en: 'Make it smaller, or link to where it lies.',
      de: 'Mach sie kleiner, oder verlinke, wo sie liegt.',
    },
  )
}
