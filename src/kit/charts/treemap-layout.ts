import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy'

export interface Leaf {
  readonly key: string
  readonly group: string
  readonly size: number
}

export interface Cell<L extends Leaf> {
  readonly leaf: L
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Group {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Branch<L extends Leaf> {
  readonly name: string
  readonly leaf?: L
  readonly children?: readonly Branch<L>[]
}

/** Height of the line that names a group. */
export const headHeight = 18

/** Areas by size, the groups together and largest first; one group alone needs no name. */
export function treemapLayout<L extends Leaf>(
  leaves: readonly L[],
  width: number,
  height: number,
): { readonly cells: readonly Cell<L>[]; readonly groups: readonly Group[] } {
  const byGroup = Map.groupBy(leaves, (leaf) => leaf.group)
  const hasHeads = byGroup.size > 1
  const root = hierarchy<Branch<L>>(
    {
      name: '',
      children: [...byGroup].map(([name, own]) => ({
        name,
        children: own.map((leaf) => ({ name: leaf.key, leaf })),
      })),
    },
    ({ children }) => children,
  )
    .sum(({ leaf }) => Math.max(0, leaf?.size ?? 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const laidOut = treemap<Branch<L>>()
    .tile(treemapSquarify)
    .size([width, height])
    .round(true)
    .paddingInner(1)
    .paddingTop((node) => (hasHeads && node.depth === 1 && node.x1 - node.x0 > 40 ? headHeight : 0))(root)
  return {
    cells: laidOut.leaves().flatMap((node) =>
      node.data.leaf
        ? [
            {
              leaf: node.data.leaf,
              x: node.x0,
              y: node.y0,
              width: node.x1 - node.x0,
              height: node.y1 - node.y0,
            },
          ]
        : [],
    ),
    groups: hasHeads
      ? (laidOut.children ?? [])
          .filter((node) => node.x1 - node.x0 > 40 && node.y1 - node.y0 > headHeight)
          .map((node) => ({ name: node.data.name, x: node.x0, y: node.y0, width: node.x1 - node.x0 }))
      : [],
  }
}
