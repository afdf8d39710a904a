import type { RecordDefinition } from '#kernel/record/define-record.ts'
import { parseKey } from '#kernel/record/record-key.ts'
import type { RecordRegistry } from '#kernel/record/record-registry.ts'
import type { FileFaults } from './file-faults.ts'
import { readHistoryFile, type FiledVersion } from './history-file.ts'
import type { JsonLine } from './json-lines.ts'
import { readLinkFile, type FiledLink } from './link-file.ts'
import { readManifestFile, type Manifest } from './manifest-file.ts'
import { readRecordFile, recordPath, type FiledRecord } from './record-file.ts'
import { historyPath, linksPath, manifestPath, type TextFile } from './text-file.ts'

/** A record of an export, read and found right by itself. */
export interface ReadRecord extends FiledRecord {
  readonly definition: RecordDefinition
  readonly number: number
  readonly path: string
  /** Null for a file that somebody wrote by hand: the record begins with the import. */
  readonly history: readonly FiledVersion[] | null
}

/** An export whose files are right, each by itself; whether they fit together is looked at next. */
export interface ReadExport {
  readonly manifest: Manifest
  readonly records: readonly ReadRecord[]
  readonly links: readonly JsonLine<FiledLink>[]
}

/** Reads the files of an export. What is wrong is noted; with so much as one fault there is nothing to import. */
export function readExport(
  registry: RecordRegistry,
  files: readonly TextFile[],
  faults: FileFaults,
): ReadExport | null {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const manifest = readManifestFile(byPath.get(manifestPath), faults)
  const records: ReadRecord[] = []
  const keys = new Set<string>()
  for (const file of files) {
    const named = recordNamedBy(registry, file.path)
    if (!named) continue
    keys.add(named.key)
    const past = byPath.get(historyPath(named.key))
    const history = past ? readHistoryFile(named.definition, past, faults) : null
    const filed = readRecordFile(named.definition, named.key, file, faults, history?.at(-1)?.fields)
    if (filed) records.push({ ...named, ...filed, path: file.path, history })
  }
  for (const { path } of files) noteStranger(registry, path, keys, faults)
  const linkFile = byPath.get(linksPath)
  const links = linkFile ? readLinkFile(linkFile, faults) : []
  if (manifest) noteMissing(registry, manifest, { keys, links: links.length }, faults)
  return manifest && faults.count === 0 ? { manifest, records, links } : null
}

/** The record that a path such as `goals/GOAL-3.md` names; null for any other path. */
function recordNamedBy({ all }: RecordRegistry, path: string) {
  const [, collection, key = ''] = /^([a-z-]+)\/([A-Z]{2,8}-[1-9]\d{0,8})\.md$/.exec(path) ?? []
  const definition = all.find((each) => each.collection === collection)
  const parsed = parseKey(key)
  if (!definition || parsed?.prefix !== definition.prefix) return null
  return { definition, key, number: parsed.number }
}

function noteStranger(
  registry: RecordRegistry,
  path: string,
  keys: ReadonlySet<string>,
  faults: FileFaults,
): void {
  if (path === manifestPath || path === linksPath || recordNamedBy(registry, path)) return
  const [, key] = /^history\/([A-Z]+-\d+)\.jsonl$/.exec(path) ?? []
  if (key !== undefined && keys.has(key)) return
  if (key !== undefined)
    return faults.add(path, null, {
      en: `There is a history of ${key}, but no file of the record itself.`,
      de: `Es gibt einen Verlauf von ${key}, aber keine Datei des Datensatzes selbst.`,
    })
  const collection = path.split('/')[0]
  const definition = registry.all.find((each) => each.collection === collection)
  if (definition && path.endsWith('.md'))
    return faults.add(path, null, {
      en: `In ${definition.collection} a file is named like ${recordPath(definition, `${definition.prefix}-1`)}.`,
      de: `In ${definition.collection} heißt eine Datei wie ${recordPath(definition, `${definition.prefix}-1`)}.`,
    })
  faults.add(path, null, {
    en: 'A file of this name has no place in an export.',
    de: 'Eine Datei dieses Namens hat in einem Export keinen Platz.',
  })
}

/** A folder that was copied in part would otherwise come in as if it were whole. */
function noteMissing(
  { all }: RecordRegistry,
  { records, links: linksSaid }: Manifest,
  { keys, links }: { readonly keys: ReadonlySet<string>; readonly links: number },
  faults: FileFaults,
): void {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const definition = all.find(({ prefix }) => key.startsWith(`${prefix}-`))
    if (definition) counts.set(definition.collection, (counts.get(definition.collection) ?? 0) + 1)
  }
  for (const collection of new Set([...Object.keys(records), ...counts.keys()])) {
    const [said, found] = [records[collection] ?? 0, counts.get(collection) ?? 0]
    if (said !== found)
      faults.add(manifestPath, null, {
        en: `It says that there are ${said} ${collection}, and there are ${found}.`,
        de: `Dort stehen ${said} ${collection}, und es sind ${found}.`,
      })
  }
  if (linksSaid !== links)
    faults.add(manifestPath, null, {
      en: `It says that there are ${linksSaid} links, and there are ${links}.`,
      de: `Dort stehen ${linksSaid} Verbindungen, und es sind ${links}.`,
    })
}
