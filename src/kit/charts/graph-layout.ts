import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

export interface Edge {
  readonly a: string
  readonly b: string
  /** From 0 to 1. */
  readonly strength: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

interface Node extends SimulationNodeDatum {
  readonly key: string
}

/**
 * Where the ends of the edges come to rest in the given room. d3 starts from fixed places and draws from a generator
 * with a fixed seed, so the same edges always give the same picture.
 */
export function graphLayout(
  edges: readonly Edge[],
  width: number,
  height: number,
): ReadonlyMap<string, Point> {
  const keys = [...new Set(edges.flatMap(({ a, b }) => [a, b]))]
  const nodes: Node[] = keys.map((key) => ({ key }))
  const links: (SimulationLinkDatum<Node> & { strength: number })[] = edges.map(({ a, b, strength }) => ({
    source: keys.indexOf(a),
    target: keys.indexOf(b),
    strength,
  }))
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink(links)
        .distance(46)
        .strength((link) => 0.3 + 0.6 * link.strength),
    )
    .force('apart', forceManyBody().strength(-110).distanceMax(260))
    .force('x', forceX(0).strength(0.05 * Math.min(1, height / width)))
    .force('y', forceY(0).strength(0.05 * Math.max(1, width / height)))
    .force('collide', forceCollide(15))
    .stop()
  simulation.tick(300)
  return fitted(nodes, width, height)
}

/** Stretched to the room, but never far: few nodes stay together in its middle. A margin is left for the names. */
function fitted(nodes: readonly Node[], width: number, height: number): ReadonlyMap<string, Point> {
  const xs = nodes.map(({ x = 0 }) => x)
  const ys = nodes.map(({ y = 0 }) => y)
  const across = scaleInto(Math.min(...xs), Math.max(...xs), width, Math.min(90, width / 6))
  const down = scaleInto(Math.min(...ys), Math.max(...ys), height, 18)
  return new Map(nodes.map(({ key, x = 0, y = 0 }) => [key, { x: across(x), y: down(y) }]))
}

const stretchAtMost = 4

function scaleInto(from: number, to: number, room: number, margin: number): (value: number) => number {
  const factor = Math.min(stretchAtMost, (room - 2 * margin) / Math.max(1, to - from))
  return (value) => room / 2 + (value - (from + to) / 2) * factor
}
