import type { ComponentShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { DataTable, type Column } from '#kit/table/data-table.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { teamWords } from './words.ts'

const bands = { '1': 1, '2-4': 2, '5+': 5 }

/** Components with how many share the knowledge of them; people in bands alone. */
export function ComponentTable({
  components,
  total,
}: {
  readonly components: readonly ComponentShape[]
  readonly total: number
}) {
  const words = useWords(teamWords)
  const format = useFormat()
  const changeView = useChangeView()
  const { selected } = useView()
  const columns: readonly Column<ComponentShape>[] = [
    {
      key: 'name',
      title: words('map.component'),
      isWide: true,
      sortBy: ({ name }) => name,
      render: ({ name, paths, keyPersonRisk }) => (
        <span className="flex items-baseline" title={paths.join(', ')}>
          <span className="truncate">{name}</span>
          {keyPersonRisk && <span className="ml-2 shrink-0 text-xs font-medium">{words('map.atRisk')}</span>}
        </span>
      ),
    },
    {
      key: 'files',
      title: words('map.files'),
      isNumber: true,
      isMinor: true,
      sortBy: ({ files }) => files,
      render: ({ files }) => format.number(files),
    },
    {
      key: 'changes',
      title: words('map.changes'),
      isNumber: true,
      isMinor: true,
      sortBy: ({ changes365 }) => changes365,
      render: ({ changes365 }) => format.number(changes365),
    },
    {
      key: 'people',
      title: words('map.people'),
      isNumber: true,
      isMinor: true,
      // The lowest band also holds those that nobody changed.
      sortBy: ({ people365, changes365 }) => (changes365 === 0 ? null : bands[people365]),
      render: ({ people365, changes365 }) => (changes365 === 0 ? '–' : people365.replace('-', '–')),
    },
    {
      key: 'truck',
      title: words('map.truckFactor'),
      isNumber: true,
      sortBy: ({ truckFactor }) => truckFactor,
      render: ({ truckFactor }) => (truckFactor === null ? '–' : format.number(truckFactor)),
    },
  ]
  return (
    <DataTable
      id="components"
      label={words('map.title')}
      columns={columns}
      rows={components}
      total={total}
      keyOf={({ name }) => name}
      selected={selected}
      onSelect={(name) => changeView({ selected: name === selected ? undefined : name })}
    />
  )
}
