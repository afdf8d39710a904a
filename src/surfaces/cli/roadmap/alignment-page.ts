import type { showAlignment } from '#areas/roadmap/alignment/show-alignment.ts'
import type { AlignmentCounts } from '#areas/roadmap/alignment/measure-alignment.ts'
import type { Words } from '#kernel/shape.ts'
import { columnsOf } from '../terminal/columns.ts'
import { harmless } from '../terminal/harmless.ts'
import type { Look } from '../terminal/look.ts'
import { table } from '../terminal/table.ts'
import { faint, pageOf, percent } from './page-parts.ts'

const words = {
  whole: { en: 'everything', de: 'alles' },
  changes: { en: 'changes', de: 'Änderungen' },
  bet: { en: 'to a bet', de: 'zu einer Wette' },
  goal: { en: 'to a goal', de: 'zu einem Ziel' },
  few: { en: 'too few changes for shares', de: 'zu wenige Änderungen für Anteile' },
} satisfies Record<string, Words>

const longestName = 28

type Alignment = Awaited<ReturnType<typeof showAlignment.run>>
type Row = AlignmentCounts & { readonly name: string }

/** How much of what was delivered reaches a bet and a goal, in all and by team. */
export function alignmentPage({ from, to, whole, teams }: Alignment, look: Look): string {
  const { say, number, sign } = look
  const rows: Row[] = [{ name: say(words.whole), ...whole }, ...teams]
  const share = (title: Words, of: (row: Row) => number | null) => ({
    heading: say(title),
    width: 14,
    kind: 'number' as const,
    text: (row: Row) => {
      const value = of(row)
      return value === null ? sign.dash : percent(value, look)
    },
  })
  return pageOf([
    ...table<Row>(
      [
        {
          heading: '',
          width: Math.min(longestName, Math.max(...rows.map(({ name }) => columnsOf(harmless(name))))),
          kind: 'name',
          text: ({ name }) => name,
        },
        {
          heading: say(words.changes),
          width: 10,
          kind: 'number',
          text: ({ changes }) => number(changes),
        },
        share(words.bet, ({ joinedShare }) => joinedShare),
        share(words.goal, ({ toGoalShare }) => toGoalShare),
        {
          heading: '',
          width: 34,
          kind: 'note',
          text: ({ reason }) => (reason === null ? '' : say(words.few)),
        },
      ],
      rows,
      look,
    ),
    '',
    faint(`${from.slice(0, 10)} ${sign.dash} ${to.slice(0, 10)}`, look),
  ])
}
