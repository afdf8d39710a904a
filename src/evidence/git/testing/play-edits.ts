import * as fc from 'fast-check'
import { day, hour } from '../../measures/windows.ts'
import { aRepository, type TestRepository } from './a-repository.ts'

/** One step of a random history in which no two lines have the same text, so that a difference has one reading only. */
export const anEdit = fc.record({
  kind: fc.constantFrom('write', 'write', 'write', 'rename', 'remove', 'side', 'side', 'merge'),
  file: fc.nat(3),
  /** Lines go where the bits of this number say so. */
  drop: fc.nat(0xffff),
  insertAt: fc.nat(12),
  insert: fc.nat(4),
  hours: fc.integer({ min: -60, max: 300 }),
})

type Edit = typeof anEdit extends fc.Arbitrary<infer Value> ? Value : never

interface File {
  readonly lines: readonly string[]
}

type Files = ReadonlyMap<string, File>

/** One change of the first-parent line, with the files after it. */
export interface PlayedChange {
  readonly hash: string
  readonly at: number
  readonly files: Files
}

/** Builds the repository, and tells what each change of its first-parent line left standing. */
export function playEdits(
  edits: readonly Edit[],
  start: number,
): { repository: TestRepository; changes: PlayedChange[] } {
  const repository = aRepository({ bare: true })
  const told: { name: string; at: number; files: Files }[] = []
  let main: Files = new Map()
  let side: { files: Files; written: Map<string, File | null> } | null = null
  let at = start
  let next = 0

  function written(files: Files, edit: Edit, path: string): File {
    const { lines } = files.get(path) ?? { lines: [] }
    const kept = lines.filter((_, index) => ((edit.drop >> (index % 16)) & 1) === 0)
    // A file is never left empty: git takes no empty file for a renamed one.
    const inserted = Array.from({ length: edit.insert + (kept.length === 0 ? 1 : 0) }, () => `line ${next++}`)
    return { lines: kept.toSpliced(edit.insertAt, 0, ...inserted) }
  }

  for (const [index, edit] of edits.entries()) {
    at += edit.hours * hour
    const name = `c${index}`
    const place = { as: name, at }
    if (edit.kind === 'merge' && side) {
      repository.merge('side', place)
      main = withFiles(main, side.written)
      side = null
    } else if (edit.kind === 'side' && main.size > 0) {
      const fork = side === null ? { from: 'main' } : {}
      side ??= { files: main, written: new Map() }
      const path = pathOf(side.files, edit.file)
      const file = written(side.files, edit, path)
      side.written.set(path, file)
      side.files = withFiles(side.files, new Map([[path, file]]))
      repository.commit({ ...place, ...fork, branch: 'side', files: { [path]: text(file) } })
      continue
    } else if (edit.kind === 'rename' && main.size > 0) {
      const from = pathOf(main, edit.file)
      const file = main.get(from)
      if (!file) continue
      const to = `moved-${next++}`
      repository.commit({ ...place, renames: { [from]: to } })
      main = withFiles(
        main,
        new Map([
          [from, null],
          [to, file],
        ]),
      )
    } else if (edit.kind === 'remove' && main.size > 1) {
      const path = pathOf(main, edit.file)
      repository.commit({ ...place, files: { [path]: null } })
      main = withFiles(main, new Map([[path, null]]))
    } else {
      const path = edit.insertAt === 0 ? `file-${edit.file}` : pathOf(main, edit.file)
      const file = written(main, edit, path)
      repository.commit({ ...place, files: { [path]: text(file) } })
      main = withFiles(main, new Map([[path, file]]))
    }
    told.push({ name, at, files: main })
  }
  repository.write()
  return {
    repository,
    changes: told.map(({ name, at, files }) => ({ hash: repository.hash(name), at, files })),
  }
}

/** Lines added, of those gone within 21 days, and of those gone before they came. */
export type Survival = [added: number, deletedSoon: number, skewed: number]

/**
 * The survival by change of the lines that came at `first` or later, found by looking for each line's text in each file
 * after each change.
 */
export function survivalByText(changes: readonly PlayedChange[], first: number): Map<string, Survival> {
  const survival = new Map<string, Survival>()
  let before = new Map<string, Map<string, PlayedChange>>()
  for (const [index, change] of changes.entries()) {
    const after = new Map<string, Map<string, PlayedChange>>()
    for (const [path, { lines }] of change.files) {
      const source = before.has(path) ? path : movedFrom(lines, before, change.files)
      const known = (source === null ? undefined : before.get(source)) ?? new Map<string, PlayedChange>()
      if (source !== null) before.delete(source)
      for (const [line, birth] of known) {
        if (!lines.includes(line)) countGone(survival, birth, change.at)
      }
      after.set(path, new Map(lines.map((line) => [line, known.get(line) ?? change])))
      const added = lines.filter((line) => !known.has(line)).length
      if (added > 0 && index >= first) {
        survival.set(change.hash, [(survival.get(change.hash)?.[0] ?? 0) + added, 0, 0])
      }
    }
    for (const lines of before.values())
      for (const birth of lines.values()) countGone(survival, birth, change.at)
    before = after
  }
  return survival
}

/** A file that is gone now and had just these lines. */
function movedFrom(
  lines: readonly string[],
  before: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  after: Files,
): string | null {
  for (const [path, known] of before) {
    if (!after.has(path) && [...known.keys()].join('\n') === lines.join('\n')) return path
  }
  return null
}

function countGone(survival: Map<string, Survival>, birth: PlayedChange, at: number) {
  const counts = survival.get(birth.hash)
  if (!counts) return
  const age = at - birth.at
  if (age < 0) counts[2]++
  else if (age <= 21 * day) counts[1]++
}

function withFiles(files: Files, changed: ReadonlyMap<string, File | null>): Files {
  const result = new Map(files)
  for (const [path, file] of changed) {
    if (file) result.set(path, file)
    else result.delete(path)
  }
  return result
}

function pathOf(files: Files, index: number): string {
  return [...files.keys()][index % Math.max(1, files.size)] ?? 'first'
}

function text(file: File): string {
  return file.lines.map((line) => `${line}\n`).join('')
}
