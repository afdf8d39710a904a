import { isMap, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml'
import type { FileFaults } from './file-faults.ts'

/** What YAML says, with the line of each of its names. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  lineOf(name: string): number | null
}

const longest = 1_000_000

/** Names and values as YAML that every reader takes for the same: what YAML 1.1 reads as something else is quoted. */
export function writeYaml(values: Readonly<Record<string, unknown>>): string {
  return stringify(values, { version: '1.2', schema: 'core', compat: 'yaml-1.1', lineWidth: 0 })
}

/**
 * Reads YAML that is one flat mapping at its top. Notes syntax errors, names that stand twice, aliases and tags, and
 * then answers null. `firstLine` is the line of the file at which the text begins.
 */
export function readYaml(
  path: string,
  text: string,
  firstLine: number,
  faults: FileFaults,
): FrontMatter | null {
  if (text.length > longest) {
    faults.add(path, firstLine, {
      en: 'The YAML is longer than a million characters.',
      de: 'Das YAML ist länger als eine Million Zeichen.',
    })
    return null
  }
  const before = faults.count
  try {
    const lines = new LineCounter()
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      stringKeys: true,
      uniqueKeys: true,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'silent',
    })
    const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
    for (const { message, pos } of [...document.errors, ...document.warnings])
      faults.add(path, lineAt(pos[0]), { en: `${message}.`, de: `Kein gültiges YAML: ${message}.` })
    visit(document, {
      Alias: (_key, { range }) => {
        faults.add(path, lineAt(range?.[0] ?? 0), {
          en: 'YAML aliases have no place here.',
          de: 'YAML-Aliasse haben hier keinen Platz.',
        })
        return visit.BREAK
      },
    })
    if (faults.count > before) return null
    const { contents } = document
    if (!isMap(contents)) return noMapping(path, firstLine, faults)
    const lineByName = new Map(
      contents.items.flatMap(({ key }) =>
        isScalar(key) ? [[String(key.value), lineAt(key.range?.[0] ?? 0)] as const] : [],
      ),
    )
    const values: unknown = document.toJS({ maxAliasCount: 0 })
    return {
      values: Object.fromEntries(Object.entries(values ?? {})),
      lineOf: (name) => lineByName.get(name) ?? null,
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The parser recurses; what nests so deeply that the stack ends has nothing to say.
    faults.add(path, firstLine, {
      en: 'The YAML nests too deeply.',
      de: 'Das YAML ist zu tief verschachtelt.',
    })
    return null
  }
}

function noMapping(path: string, line: number, faults: FileFaults): null {
  faults.add(path, line, {
    en: 'There must be names with values here, as in “title: Ship”.',
    de: 'Hier müssen Namen mit Werten stehen, wie „title: Ship“.',
  })
  return null
}
