import { useMemo } from 'react'
import type { CouplingShape } from '#evidence/shape.ts'
import { Graph } from '#kit/charts/graph.tsx'
import { useFormat } from '#kit/language/format.ts'
import { useChangeView, useView } from '#kit/view/use-view.ts'
import { pairKey } from './pair-key.ts'

interface CouplingGraphProps {
  readonly pairs: readonly CouplingShape[]
  readonly label: string
  readonly marksBorders: boolean
  readonly nameOf: (key: string) => string
}

/** Pairs as a drawn graph. */
export function CouplingGraph({ pairs, label, marksBorders, nameOf }: CouplingGraphProps) {
  const format = useFormat()
  const changeView = useChangeView()
  const { selected } = useView()
  const edges = useMemo(
    () =>
      pairs.map((pair) => ({
        key: pairKey(pair),
        a: pair.a,
        b: pair.b,
        strength: pair.degree / 100,
        isCrossing: marksBorders && pair.crossesComponents,
        row: [`${pair.a} – ${pair.b}`, format.share(pair.degree / 100), format.number(pair.shared)],
      })),
    [pairs, marksBorders, format],
  )
  return (
    <Graph
      label={label}
      edges={edges}
      nameOf={nameOf}
      selected={selected}
      onSelect={(key) => changeView({ selected: key === selected ? undefined : key })}
    />
  )
}
