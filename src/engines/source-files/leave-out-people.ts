import type { RawTable, SourceFormat, SourceRow } from './source-shape.ts'

/** A table without what is about the people who work in it, and what that was. */
export interface WithoutPeople {
  readonly table: RawTable
  readonly columns: readonly string[]
  readonly addresses: number
}

/**
 * Takes out columns about people who work (who is to do it, who reported it, who watches), columns of e-mail addresses, in
 * issue trackers what people wrote to each other, and every e-mail address within a text.
 */
export function leaveOutPeople(table: RawTable, format: SourceFormat): WithoutPeople {
  const isLeftOut = table.columns.map(
    (name, at) => isAboutPeople(name, format) || holdsAddresses(table.rows, at),
  )
  let addresses = 0
  const clean = (text: string) => {
    if (!text.includes('@')) return text
    return text.replace(address, () => {
      addresses += 1
      return '…@…'
    })
  }
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells
      .filter((_, at) => !isLeftOut[at])
      .map((texts) => (texts.length === 0 ? texts : texts.map(clean))),
  }))
  return {
    table: { columns: table.columns.filter((_, at) => !isLeftOut[at]), rows },
    columns: table.columns.filter((_, at) => isLeftOut[at]),
    addresses,
  }
}

/** `git@host:path` is the address of a repository. */
const address =
  /(?<![\w.%+-])(?!git@)[\w.%+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,62})\.){1,8}[a-z]{2,24}(?![\w-])/gi

const person = [
  /\b(assignees?|reporter|creator|author|submitter|requester|owner|watchers?|participants?|voters?)\b/,
  /\b(project lead|username|user name|user id|first name|last name|full name|contact|phone|mobile)\b/,
  /\b(created|updated|reported|assigned|closed|resolved) (by|to)\b/,
  /\be-?mails?\b|\bmail\b|^(user|assigned)$/,
  /\b(bearbeiter(in)?|zugewiesene?|autor(in)?|ersteller(in)?|erstellt von|melder(in)?|gemeldet von|beobachter(in)?)\b/,
  /\b(vorname|nachname|ansprechpartner(in)?|kontakt|telefon|e-?mail-?adresse)\b/,
]

/** Of a tracker; in any other table a comment may be what a customer said. */
const talk = /\b(comments?|kommentare?|log work|work ?log|attachments?|anlagen|anhänge)\b/

function isAboutPeople(name: string, format: SourceFormat): boolean {
  const word = name.toLowerCase().replace(/[_/]+/g, ' ').trim()
  return person.some((each) => each.test(word)) || (format !== 'table' && talk.test(word))
}

const wholeAddress = /^\S+@\S+\.[a-z]{2,24}$/i

/** Whether most of what stands in the column are e-mail addresses. */
function holdsAddresses(rows: readonly SourceRow[], at: number): boolean {
  let [filled, found] = [0, 0]
  for (const { cells } of rows)
    for (const text of cells[at] ?? []) {
      filled += 1
      if (text.length < 330 && wholeAddress.test(text)) found += 1
    }
  return found > 0 && found * 2 >= filled
}
