/** A text with the name of the field that it is the value of. */
export interface Section {
  readonly field: string
  /** Of its heading, counted from 1 among the lines that were given. */
  readonly line: number
  readonly text: string
}

/** A heading of a section; the name in the comment counts, the words before it are for people. */
const heading = /^## .*<!-- ([a-z][a-zA-Z0-9]*) -->\s*$/
/** A line of a text that could be taken for one, however often it was kept from that before. */
const mistakable = /^\\*## .*<!-- [a-z][a-zA-Z0-9]* -->\s*$/

/** Texts under headings. A line that looks like such a heading gets a backslash before it, which Markdown does not show. */
export function joinSections(
  sections: readonly { readonly field: string; readonly label: string; readonly text: string }[],
): string {
  return sections
    .map(({ field, label, text }) => {
      const lines = text.split('\n').map((line) => (mistakable.test(line) ? `\\${line}` : line))
      return `## ${label} <!-- ${field} -->\n\n${lines.join('\n')}\n`
    })
    .join('\n')
}

/** The texts as they were joined, and what stands before the first heading; white space around a text is no part of it. */
export function splitSections(lines: readonly string[]): {
  readonly before: string
  readonly sections: readonly Section[]
} {
  const starts = lines.flatMap((line, at) => {
    const [, field] = heading.exec(line) ?? []
    return field === undefined ? [] : [{ field, at }]
  })
  const textBetween = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map((line) => (line.startsWith('\\') && mistakable.test(line) ? line.slice(1) : line))
      .join('\n')
      .trim()
  return {
    before: textBetween(0, starts[0]?.at ?? lines.length),
    sections: starts.map(({ field, at }, index) => ({
      field,
      line: at + 1,
      text: textBetween(at + 1, starts[index + 1]?.at ?? lines.length),
    })),
  }
}
