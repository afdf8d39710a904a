import type { SheetSection, SheetShape } from './sheet-shape.ts'

/** The sheet as Markdown. */
export function sheetText({ title, lead, sections }: SheetShape): string {
  return `${[`# ${plain(title)}`, plain(lead), ...sections.map(sectionText)].join('\n\n')}\n`
}

function sectionText({ title, lead, lines, table }: SheetSection): string {
  return [
    `## ${plain(title)}`,
    ...(lead === '' ? [] : [plain(lead)]),
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${plain(line)}`).join('\n')]),
    ...(table
      ? [
          [
            row(table.head),
            row(table.head.map(() => '---')),
            ...table.rows.map((cells) => row(cells.map(plain))),
          ].join('\n'),
        ]
      : []),
  ].join('\n\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`)
}
