import { fieldKeeping } from '#kernel/links/kept-by-field.ts'
import { relations } from '#kernel/links/relations.ts'
import type { RecordRegistry } from '#kernel/record/record-registry.ts'
import { wrongSteps, wrongTogether } from '#kernel/record/read-values.ts'
import { mayHaveNoCircle } from '#kernel/record/link-references.ts'
import { referredIn, referredType, rowReferences, rowVersions } from '#kernel/record/referred.ts'
import { canonicalValues } from './canonical-values.ts'
import type { FileFaults } from './file-faults.ts'
import type { ReadExport, ReadRecord } from './read-export.ts'
import { sortedJson } from './sorted-json.ts'
import { historyPath, linksPath } from './text-file.ts'

/** Notes where the records and links of an export do not fit together: references that lead nowhere, versions that are missing, and circles. */
export function checkExport(registry: RecordRegistry, given: ReadExport, faults: FileFaults): void {
  const byKey = new Map(given.records.map((record) => [record.key, record]))
  for (const record of given.records) {
    noteWrongReferences(record, byKey, faults)
    noteLostVersions(record, faults)
    noteWrongStep(record, faults)
  }
  noteWrongLinks(registry, given, byKey, faults)
  if (faults.count === 0) noteCircles(given, faults)
}

type ByKey = ReadonlyMap<string, ReadRecord>

function noteWrongReferences(record: ReadRecord, byKey: ByKey, faults: FileFaults): void {
  for (const [name, field] of Object.entries(record.definition.fields)) {
    const type = referredType(field)
    const line = record.lineOf(name)
    const named = [
      ...(type === null ? [] : referredIn(record.values[name]).map((key) => ({ type, key }))),
      ...rowReferences(field, record.values[name]).map(({ column, key }) => ({ type: column.to, key })),
    ]
    for (const { type: wanted, key } of named) {
      const target = byKey.get(key)
      if (target?.definition.type !== wanted)
        faults.add(record.path, line, {
          en: `${field.label.en}: there is no ${wanted} ${key} in this folder.`,
          de: `${field.label.de}: ${wanted} ${key} gibt es in diesem Ordner nicht.`,
        })
      else if (key === record.key && type !== null)
        faults.add(record.path, line, {
          en: `${field.label.en} leads to the record itself.`,
          de: `${field.label.de} führt zum Datensatz selbst.`,
        })
    }
  }
}

/** A version that the history does not bring along would later be another one. */
function noteLostVersions(
  { definition, key, path, history, values, lineOf }: ReadRecord,
  faults: FileFaults,
) {
  const last = history?.length ?? 0
  for (const [name, field] of Object.entries(definition.fields))
    for (const { row, version } of rowVersions(field, values[name]))
      if (version > last)
        faults.add(path, lineOf(name), {
          en: `${field.label.en}, row ${row}: there is no version ${version} of ${key} in this folder. Bring the whole ${historyPath(key)} along, or take the row out.`,
          de: `${field.label.de}, Zeile ${row}: Version ${version} von ${key} gibt es in diesem Ordner nicht. Nimm ${historyPath(key)} ganz mit, oder nimm die Zeile heraus.`,
        })
}

/** What somebody changed in a file is a change like any other. */
function noteWrongStep(record: ReadRecord, faults: FileFaults): void {
  const latest = record.history?.at(-1)
  const before = latest ? canonicalValues(record.definition, latest.fields) : null
  // What stands as its history says was taken once, whatever is asked today.
  if (before !== null && sortedJson(before) === sortedJson(record.values)) return
  const found = [
    ...(before === null ? [] : wrongSteps(record.definition, before, record.values)),
    ...wrongTogether(record.definition, record.values, before),
  ]
  for (const { path, message } of found) faults.add(record.path, record.lineOf(path), message)
}

function noteWrongLinks(
  registry: RecordRegistry,
  { links }: ReadExport,
  byKey: ByKey,
  faults: FileFaults,
): void {
  const seen = new Set<string>()
  for (const { line, value } of links) {
    const [from, to] = [byKey.get(value.from), byKey.get(value.to)]
    const name = `${value.from} ${value.relation} ${value.to}`
    const missing = [...(from ? [] : [value.from]), ...(to ? [] : [value.to])]
    for (const key of missing)
      faults.add(linksPath, line, {
        en: `There is no record ${key} in this folder.`,
        de: `Einen Datensatz ${key} gibt es in diesem Ordner nicht.`,
      })
    if (from && to) {
      const isJoined = registry.links.some(
        (rule) =>
          rule.relation === value.relation &&
          rule.from === from.definition.type &&
          rule.to === to.definition.type,
      )
      const isKept = fieldKeeping(from.definition, value.relation, to.definition.type) !== null
      if (!isJoined || isKept || from === to)
        faults.add(linksPath, line, {
          en: `“${value.relation}” does not join ${value.from} to ${value.to}.`,
          de: `„${value.relation}“ verbindet ${value.from} nicht mit ${value.to}.`,
        })
    }
    if (seen.has(name))
      faults.add(linksPath, line, {
        en: 'The link stands here twice.',
        de: 'Die Verbindung steht hier zweimal.',
      })
    seen.add(name)
  }
}

interface Step {
  readonly from: string
  readonly to: string
  readonly path: string
  readonly line: number | null
}

/** Circles are looked for in every relation, and in every field, that may have none. */
function noteCircles({ records, links }: ReadExport, faults: FileFaults): void {
  const byName = new Map<string, Step[]>()
  const add = (name: string, step: Step) => {
    const steps = byName.get(name)
    if (steps) steps.push(step)
    else byName.set(name, [step])
  }
  for (const { line, value } of links)
    if (relations.some(({ name, acyclic }) => acyclic && name === value.relation))
      add(value.relation, { from: value.from, to: value.to, path: linksPath, line })
  for (const record of records)
    for (const [name, field] of Object.entries(record.definition.fields)) {
      if (!mayHaveNoCircle(field)) continue
      for (const to of referredIn(record.values[name]))
        add(`field:${name}`, { from: record.key, to, path: record.path, line: record.lineOf(name) })
    }
  for (const steps of byName.values()) {
    const circle = stepInCircle(steps)
    if (circle)
      faults.add(circle.path, circle.line, {
        en: `From ${circle.from} to ${circle.to} and on, this leads back to ${circle.from}.`,
        de: `Von ${circle.from} über ${circle.to} führt das zu ${circle.from} zurück.`,
      })
  }
}

/** A step that closes a circle; null where there is none. Depth first, with a stack of its own however long the way. */
function stepInCircle(steps: readonly Step[]): Step | null {
  const outgoing = Map.groupBy(steps, ({ from }) => from)
  const state = new Map<string, 'open' | 'done'>()
  for (const start of outgoing.keys()) {
    const way = state.has(start) ? [] : [{ key: start, at: 0 }]
    for (let here = way.at(-1); here; here = way.at(-1)) {
      state.set(here.key, 'open')
      const step = outgoing.get(here.key)?.[here.at]
      here.at += 1
      if (!step) {
        state.set(here.key, 'done')
        way.pop()
      } else if (state.get(step.to) === 'open') return step
      else if (!state.has(step.to)) way.push({ key: step.to, at: 0 })
    }
  }
  return null
}
