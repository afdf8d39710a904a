import { Refusal } from '#kernel/operation/refusal.ts'
import { decodeText } from './decode-text.ts'
import { leaveOutPeople } from './leave-out-people.ts'
import { readIssues } from './read-issues.ts'
import { readJson } from './read-json.ts'
import { readTable } from './read-table.ts'
import { tooLarge, tooManyRows } from './too-much.ts'
import { mostBytes, mostRows, type RawTable, type SourceFile, type SourceFormat } from './source-shape.ts'

/**
 * Reads a file of another program and says where it comes from: issues of GitHub and GitLab as JSON or CSV, the CSV of
 * Linear and Jira, or any other table. Refuses what is broken, empty, too large or something else.
 */
export function readSource(bytes: Uint8Array): SourceFile {
  if (bytes.length > mostBytes) throw tooLarge()
  const text = withoutControls(decodeText(bytes))
  if (text.trim() === '') throw isEmpty()
  const isJson = /^\s*[[{]/.test(text)
  const read = isJson ? readIssues(withinLimit(readJson(text))) : null
  const table = read?.table ?? readTable(text)
  const format = read?.format ?? formatOfHead(table.columns)
  const { table: clean, columns, addresses } = leaveOutPeople(table, format)
  const requests = read?.requests ?? 0
  if (clean.rows.length === 0 && requests === 0) throw isEmpty()
  return {
    format,
    counted: isJson ? 'issues' : 'rows',
    ...clean,
    identity: identityOf(clean, format),
    leftOut: { columns: [...(read?.people ?? []), ...columns], requests, outOfTexts: addresses },
  }
}

function withinLimit<Each>(all: readonly Each[]): readonly Each[] {
  if (all.length === 0) throw isEmpty()
  if (all.length > mostRows) throw tooManyRows(all.length)
  return all
}

/** Characters that nobody sees and no field takes, and halves of characters. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

function formatOfHead(columns: readonly string[]): SourceFormat {
  const has = (...names: readonly string[]) => names.every((name) => columns.includes(name))
  if (has('ID', 'Team', 'Title', 'Status') && (has('Cycle Number') || has('Project ID'))) return 'linear'
  if (has('Summary', 'Issue key') || has('Zusammenfassung', 'Vorgangsschlüssel')) return 'jira'
  return has('URL', 'Title', 'State') && (has('Issue ID') || has('IID')) ? 'gitlab' : 'table'
}

const identities: Readonly<Record<Exclude<SourceFormat, 'table'>, readonly string[]>> = {
  github: ['url', 'number'],
  gitlab: ['url', 'URL', 'reference'],
  linear: ['UUID', 'ID'],
  jira: ['Issue key', 'Vorgangsschlüssel'],
}

const usual =
  /^(url|link|web ?url|permalink|uuid|id|key|issue (key|id)|ticket( ?(id|key|no))?|number|no\.?|nr\.?|nummer|kennung|schlüssel)$/i

/** A column that has another value in every row. */
function identityOf({ columns, rows }: RawTable, format: SourceFormat): string | null {
  const wanted =
    format === 'table'
      ? columns.filter((name) => usual.test(name)).sort((one, other) => rank(one) - rank(other))
      : identities[format]
  const tellsApart = (name: string) => {
    const at = columns.indexOf(name)
    if (at < 0) return false
    const values = rows.map(({ cells }) => cells[at]?.[0] ?? '')
    // In a tracker's own column the same twice is a fault of the file, and is told as one.
    return !values.includes('') && (format !== 'table' || new Set(values).size === values.length)
  }
  return wanted.find(tellsApart) ?? null
}

/** An address says more than a number. */
const rank = (name: string) => (/url|link/i.test(name) ? 0 : /uuid/i.test(name) ? 1 : 2)

function isEmpty(): Refusal {
  return new Refusal(
    'invalid',
    { en: 'The file holds no rows.', de: 'Die Datei enthält keine Zeilen.' },
    {
      en: 'Choose a file with a head and at least one row below it, or with at least one issue.',
      de: 'Wähle eine Datei mit einer Kopfzeile und mindestens einer Zeile darunter, oder mit mindestens einem Issue.',
    },
  )
}
