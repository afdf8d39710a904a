import { useMemo, useRef } from 'react'
import type { CouplingShape } from '#evidence/shape.ts'
import { useWords } from '#kit/language/words.ts'
import { PictureAndTable } from '#kit/page/picture-and-table.tsx'
import { Section } from '#kit/page/section.tsx'
import { Exports } from '#kit/table/exports.tsx'
import { FromTable } from '#kit/table/from-table.tsx'
import { PathText } from '#kit/table/path-text.tsx'
import { CouplingGraph } from './coupling-graph.tsx'
import { CouplingTable } from './coupling-table.tsx'
import { shortNames } from './short-names.ts'
import { structureWords } from './words.ts'

/** More lines than this, in all or at one file, are a ball of wool; the table holds all. */
const edgesAtMost = 60
const edgesAtFile = 3

/** Files that change together. */
export function FileCoupling() {
  const words = useWords(structureWords)
  const chart = useRef<HTMLDivElement>(null)
  return (
    <Section
      title={words('coupling.title')}
      lead={words('coupling.lead')}
      actions={<Exports name={words('coupling.name')} table="coupling" chart={chart} />}
    >
      <FromTable name="coupling" height={460}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="max-w-[64ch] text-ink-2">{words('coupling.none')}</p>
          ) : (
            <PictureAndTable
              picture={
                <div ref={chart}>
                  <Closest pairs={rows} />
                </div>
              }
              table={
                <CouplingTable
                  id="coupling"
                  label={words('coupling.title')}
                  pairs={rows}
                  total={total}
                  showsBorder
                  renderName={(path) => <PathText path={path} />}
                />
              }
            />
          )
        }
      </FromTable>
    </Section>
  )
}

function Closest({ pairs }: { readonly pairs: readonly CouplingShape[] }) {
  const words = useWords(structureWords)
  const closest = useMemo(() => closestOf(pairs), [pairs])
  const nameOf = useMemo(() => shortNames(closest.flatMap(({ a, b }) => [a, b])), [closest])
  return (
    <CouplingGraph
      pairs={closest}
      label={words('coupling.chart', { count: closest.length })}
      marksBorders
      nameOf={nameOf}
    />
  )
}

function closestOf(pairs: readonly CouplingShape[]): readonly CouplingShape[] {
  const edgesAt = new Map<string, number>()
  const closest: CouplingShape[] = []
  for (const pair of pairs.toSorted((a, b) => b.degree * b.shared - a.degree * a.shared)) {
    if (closest.length === edgesAtMost) break
    const counts = [pair.a, pair.b].map((path) => (edgesAt.get(path) ?? 0) + 1)
    if (counts.some((count) => count > edgesAtFile)) continue
    edgesAt.set(pair.a, counts[0] ?? 1).set(pair.b, counts[1] ?? 1)
    closest.push(pair)
  }
  return closest
}
