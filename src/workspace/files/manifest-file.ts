import { z } from 'zod'
import { inputFaults } from '#kernel/operation/input-faults.ts'
import type { FileFaults } from './file-faults.ts'
import { readYaml, writeYaml } from './front-matter.ts'
import { manifestPath, type TextFile } from './text-file.ts'

/** The version of the form that these files have; another one is refused. */
const formatVersion = 1

const numbers = z.record(z.string(), z.int().min(0).max(999_999_999))

const manifest = z.strictObject({
  format: z.literal(formatVersion),
  records: numbers,
  links: z.int().min(0),
  // Exports from before there were files say nothing of them.
  attachments: z.int().min(0).default(0),
  numbers,
  leftOut: z.strictObject({ types: z.array(z.string()), fields: z.array(z.string()) }),
})

/**
 * What an export consists of: how many records of each collection, links and files there are, the last number that was
 * given with each prefix, and what was left out because whoever exported may not see it.
 */
export type Manifest = z.infer<typeof manifest>

/** The manifest as a file. It says nothing of when or by whom, so that the same workspace gives the same folder. */
export function writeManifestFile(content: Omit<Manifest, 'format'>): TextFile {
  return { path: manifestPath, text: writeYaml({ format: formatVersion, ...content }) }
}

/** Reads the manifest; notes what is wrong with it and then answers null. */
export function readManifestFile(file: TextFile | undefined, faults: FileFaults): Manifest | null {
  if (!file) {
    faults.add(manifestPath, null, {
      en: 'The file is missing, so this is no export.',
      de: 'Die Datei fehlt, also ist das kein Export.',
    })
    return null
  }
  const yaml = readYaml(file.path, file.text, 1, faults)
  if (!yaml) return null
  const { format } = yaml.values
  if (format !== formatVersion) {
    faults.add(file.path, yaml.lineOf('format'), {
      en: `The format is ${String(format)}; this version of Leitstand reads format ${formatVersion}.`,
      de: `Das Format ist ${String(format)}; diese Version von Leitstand liest Format ${formatVersion}.`,
    })
    return null
  }
  const read = manifest.safeParse(yaml.values, { reportInput: true })
  if (read.success) return read.data
  for (const { path, message } of inputFaults(read.error.issues))
    faults.add(file.path, yaml.lineOf(path.split('.')[0] ?? ''), {
      en: `${`${path} ${message.en}`.trim()}.`,
      de: `${`${path} ${message.de}`.trim()}.`,
    })
  return null
}
