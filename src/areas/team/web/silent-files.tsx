import type { SilentFileShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { Section } from '#kit/page/section.tsx'
import { DataTable, type Column } from '#kit/table/data-table.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { PathText } from '#kit/table/path-text.tsx'
import { teamWords } from './words.ts'

/** Files that nobody who is still here has written. */
export function SilentFiles() {
  const words = useWords(teamWords)
  const format = useFormat()
  const columns: readonly Column<SilentFileShape>[] = [
    {
      key: 'path',
      title: words('silent.path'),
      isWide: true,
      sortBy: ({ path }) => path,
      render: ({ path }) => <PathText path={path} />,
    },
    {
      key: 'component',
      title: words('silent.component'),
      isMinor: true,
      sortBy: ({ component }) => component,
      render: ({ component }) => component,
    },
    {
      key: 'days',
      title: words('silent.days'),
      isNumber: true,
      sortBy: ({ daysSinceLastChange }) => daysSinceLastChange,
      render: ({ daysSinceLastChange }) => format.number(daysSinceLastChange),
    },
  ]
  return (
    <Section
      title={words('silent.title')}
      lead={words('silent.lead')}
      actions={<Exports name={words('silent.name')} table="silent-files" />}
    >
      <FromTable name="silent-files" height={300}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="text-ink-2">{words('silent.none')}</p>
          ) : (
            <DataTable
              id="silent-files"
              label={words('silent.title')}
              columns={columns}
              rows={rows}
              total={total}
              keyOf={({ path }) => path}
            />
          )
        }
      </FromTable>
    </Section>
  )
}
