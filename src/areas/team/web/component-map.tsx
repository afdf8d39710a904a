import { useMemo, useRef } from 'react'
import type { ComponentShape } from '#evidence/shape.ts'
import { Treemap, type Step, type TreemapLeaf } from '#kit/charts/treemap.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useWords } from '#kit/language/words.ts'
import { PictureAndTable } from '#kit/page/picture-and-table.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { ComponentTable } from './component-table.tsx'
import { teamWords } from './words.ts'

/** The components as a map, and beside it as a table. */
export function ComponentMap() {
  const words = useWords(teamWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('map.title')}
      lead={words('map.lead')}
      actions={<Exports name={words('map.name')} table="components" chart={chart} />}
    >
      <FromTable name="components" height={460}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="max-w-[64ch] text-ink-2">{words('map.none')}</p>
          ) : (
            <PictureAndTable
              picture={
                <div ref={chart}>
                  <RiskMap components={rows} />
                </div>
              }
              table={<ComponentTable components={rows.toSorted(byRisk)} total={total} />}
            />
          )
        }
      </FromTable>
    </Section>
  )
}

function RiskMap({ components }: { readonly components: readonly ComponentShape[] }) {
  const words = useWords(teamWords)
  const format = useFormat()
  const changeView = useChangeView()
  const { selected } = useView()
  const leaves = useMemo(
    () =>
      components.map((component): TreemapLeaf => {
        const known = describe(component, words)
        return {
          key: component.name,
          group: '',
          size: component.files,
          label: component.name,
          remark: known,
          step: stepOf(component),
          isMarked: component.keyPersonRisk,
          row: [component.name, format.number(component.files), format.number(component.changes365), known],
        }
      }),
    [components, words, format],
  )
  return (
    <Treemap
      label={words('map.chart', { count: components.length })}
      leaves={leaves}
      selected={selected}
      onSelect={(key) => changeView({ selected: key === selected ? undefined : key })}
    />
  )
}

type Say = Awaited<ReturnType<typeof teamWords.load>>

function describe({ truckFactor, keyPersonRisk }: ComponentShape, words: Say): string {
  if (keyPersonRisk) return words('map.atRisk')
  return truckFactor === null ? words('map.unknown') : words('map.known', { count: truckFactor })
}

function stepOf({ truckFactor, keyPersonRisk }: ComponentShape): Step | null {
  if (keyPersonRisk) return 5
  if (truckFactor === null) return null
  if (truckFactor <= 1) return 4
  if (truckFactor === 2) return 3
  return truckFactor <= 4 ? 2 : 1
}

/** What asks for care first, then the largest. */
function byRisk(a: ComponentShape, b: ComponentShape): number {
  return Number(b.keyPersonRisk) - Number(a.keyPersonRisk) || b.files - a.files
}
