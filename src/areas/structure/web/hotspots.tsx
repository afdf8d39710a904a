import { useMemo, useRef } from 'react'
import type { HotspotShape } from '#evidence/shape.ts'
import { Treemap, type Step, type TreemapLeaf } from '#kit/charts/treemap.tsx'
import { useFigures } from '#kit/figure/use-figures.ts'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { useRepositoryPlace } from '#kit/page/place.ts'
import { PictureAndTable } from '#kit/page/picture-and-table.tsx'
import { Section } from '#kit/page/section.tsx'
import { DataTable, type Column } from '#kit/table/data-table.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { PathText } from '#kit/table/path-text.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { structureWords } from './words.ts'

/** More cells than this are too small to be seen. */
const cellsAtMost = 250
const steps: readonly Step[] = [1, 2, 3, 4, 5]

/** Files by how much they change and how hard they are to change. */
export function Hotspots() {
  const words = useWords(structureWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('hotspots.title')}
      lead={words('hotspots.lead')}
      actions={<Exports name={words('hotspots.name')} table="hotspots" chart={chart} />}
    >
      <FromTable name="hotspots" height={460}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <NoHotspots />
          ) : (
            <PictureAndTable
              picture={
                <div ref={chart}>
                  <HotspotMap hotspots={rows} />
                </div>
              }
              table={<HotspotTable hotspots={rows} total={total} />}
            />
          )
        }
      </FromTable>
    </Section>
  )
}

/** Before the files are read nothing is known of them, which is not the same as nothing to say. */
function NoHotspots() {
  const words = useWords(structureWords)
  const { phase } = useRepositoryPlace().shape.scan
  const reason = useFigures().byId.get('structure.hotspot')?.reason
  const isRead = phase === 'lines' || phase === 'done'
  return <p className="max-w-[64ch] text-ink-2">{isRead ? words('hotspots.none') : reason}</p>
}

function HotspotMap({ hotspots }: { readonly hotspots: readonly HotspotShape[] }) {
  const words = useWords(structureWords)
  const format = useFormat()
  const select = useSelect()
  const { selected } = useView()
  const leaves = useMemo(() => {
    const greatest = Math.max(1, ...hotspots.map(({ score }) => score))
    return hotspots
      .slice(0, cellsAtMost)
      .map(({ path, component, changes, complexity, lines, score }): TreemapLeaf => ({
        key: path,
        group: component,
        size: lines,
        label: path.slice(path.lastIndexOf('/') + 1),
        remark: format.number(score),
        step: stepOf(score / greatest),
        row: [path, component, ...[changes, complexity, lines, score].map((value) => format.number(value))],
      }))
  }, [hotspots, format])
  return (
    <Treemap
      label={words('hotspots.chart', { count: leaves.length })}
      leaves={leaves}
      selected={selected}
      onSelect={select}
    />
  )
}

/** By the cubic root of the share of the greatest: scores fall so steeply that by themselves all but a few would be pale. */
function stepOf(share: number): Step {
  return steps[Math.ceil(Math.cbrt(share) * steps.length) - 1] ?? 1
}

function HotspotTable({
  hotspots,
  total,
}: {
  readonly hotspots: readonly HotspotShape[]
  readonly total: number
}) {
  const words = useWords(structureWords)
  const format = useFormat()
  const select = useSelect()
  const { selected } = useView()
  const amount = (
    key: 'changes' | 'complexity' | 'lines' | 'score',
    isMinor: boolean,
  ): Column<HotspotShape> => ({
    key,
    title: words(`hotspots.${key}`),
    isNumber: true,
    isMinor,
    sortBy: (row) => row[key],
    render: (row) => format.number(row[key]),
  })
  const columns: readonly Column<HotspotShape>[] = [
    {
      key: 'path',
      title: words('hotspots.path'),
      isWide: true,
      sortBy: ({ path }) => path,
      render: ({ path }) => <PathText path={path} />,
    },
    amount('changes', false),
    amount('complexity', true),
    amount('lines', true),
    amount('score', false),
  ]
  return (
    <DataTable
      id="hotspots"
      label={words('hotspots.title')}
      columns={columns}
      rows={hotspots}
      total={total}
      keyOf={({ path }) => path}
      selected={selected}
      onSelect={select}
    />
  )
}

function useSelect(): (key: string) => void {
  const changeView = useChangeView()
  const { selected } = useView()
  return (key) => changeView({ selected: key === selected ? undefined : key })
}
