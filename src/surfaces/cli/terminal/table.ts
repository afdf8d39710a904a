import { harmless } from './harmless.ts'
import type { Look } from './look.ts'

/** A column of a table: its heading, its width (0 takes what is left) and the text of a row. */
export interface Column<Row> {
  readonly heading: string
  readonly width: number
  readonly kind: 'name' | 'path' | 'number' | 'note'
  text(row: Row): string
}

/** The rows under their headings; nothing where there are none, and no column of notes that has none. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], look: Look): string[] {
  if (rows.length === 0) return []
  const used = columns.filter(({ kind, text }) => kind !== 'note' || rows.some((row) => text(row) !== ''))
  const taken = used.reduce((sum, { width }) => sum + width + 2, 2)
  const cell = ({ width, kind }: Column<Row>, text: string) => {
    const room = width === 0 ? Math.max(12, look.columns - taken) : width
    if (kind === 'path') return look.fitPath(text, room)
    return look.fit(text, room, kind === 'number' ? 'right' : 'left')
  }
  const line = (texts: readonly string[]) => `  ${texts.join('  ')}`.trimEnd()
  return [
    look.ink('faint', line(used.map((column) => cell(column, column.heading)))),
    ...rows.map((row) =>
      line(
        used.map((column) => {
          const text = cell(column, harmless(column.text(row)))
          return column.kind === 'note' ? look.ink('warning', text.trimEnd()) : text
        }),
      ),
    ),
  ]
}
