import type { ReactNode } from 'react'
import type { CouplingShape } from '#evidence/shape.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { DataTable, type Column } from '#kit/table/data-table.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { pairKey } from './pair-key.ts'
import { structureWords } from './words.ts'

interface CouplingTableProps {
  readonly id: string
  readonly label: string
  readonly pairs: readonly CouplingShape[]
  readonly total: number
  readonly showsBorder: boolean
  readonly renderName: (text: string) => ReactNode
}

/** Pairs with how closely they change together. */
export function CouplingTable({ id, label, pairs, total, showsBorder, renderName }: CouplingTableProps) {
  const words = useWords(structureWords)
  const format = useFormat()
  const changeView = useChangeView()
  const { selected } = useView()
  const columns: readonly Column<CouplingShape>[] = [
    {
      key: 'pair',
      title: words('coupling.pair'),
      isWide: true,
      sortBy: ({ a }) => a,
      render: ({ a, b }) => (
        <>
          {renderName(a)}
          {renderName(b)}
        </>
      ),
    },
    ...(showsBorder
      ? [
          {
            key: 'border',
            title: words('coupling.border'),
            isMinor: true,
            sortBy: ({ crossesComponents }: CouplingShape) => Number(crossesComponents),
            render: ({ crossesComponents }: CouplingShape) =>
              crossesComponents && <span className="text-xs">{words('coupling.crosses')}</span>,
          },
        ]
      : []),
    {
      key: 'shared',
      title: words('coupling.shared'),
      isNumber: true,
      isMinor: true,
      sortBy: ({ shared }) => shared,
      render: ({ shared }) => format.number(shared),
    },
    {
      key: 'average',
      title: words('coupling.average'),
      isNumber: true,
      isMinor: true,
      sortBy: ({ averageChanges }) => averageChanges,
      render: ({ averageChanges }) => format.number(averageChanges, 1),
    },
    {
      key: 'degree',
      title: words('coupling.degree'),
      isNumber: true,
      sortBy: ({ degree }) => degree,
      render: ({ degree }) => format.share(degree / 100),
    },
  ]
  return (
    <DataTable
      id={id}
      isTall
      label={label}
      columns={columns}
      rows={pairs}
      total={total}
      keyOf={pairKey}
      selected={selected}
      onSelect={(key) => changeView({ selected: key === selected ? undefined : key })}
    />
  )
}
