import { useRef } from 'react'
import { useWords } from '#kit/language/words.ts'
import { PictureAndTable } from '#kit/page/picture-and-table.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { CouplingGraph } from './coupling-graph.tsx'
import { CouplingTable } from './coupling-table.tsx'
import { structureWords } from './words.ts'

/** Components that change together. */
export function ComponentCoupling() {
  const words = useWords(structureWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('components.title')}
      lead={words('components.lead')}
      actions={<Exports name={words('components.name')} table="component-coupling" chart={chart} />}
    >
      <FromTable name="component-coupling" height={300}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="text-ink-2">{words('components.none')}</p>
          ) : (
            <PictureAndTable
              picture={
                <div ref={chart}>
                  <CouplingGraph
                    pairs={rows}
                    label={words('components.chart', { count: rows.length })}
                    marksBorders={false}
                    nameOf={itself}
                  />
                </div>
              }
              table={
                <CouplingTable
                  id="component-coupling"
                  label={words('components.title')}
                  pairs={rows}
                  total={total}
                  showsBorder={false}
                  renderName={(component) => <span className="block truncate">{component}</span>}
                />
              }
            />
          )
        }
      </FromTable>
    </Section>
  )
}

function itself(name: string): string {
  return name
}
