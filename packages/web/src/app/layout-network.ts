import type { NetworkEdgeJson, NetworkNodeJson } from '@backchannel/wire/write'
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'

export interface PlacedNode extends NetworkNodeJson {
  readonly x: number
  readonly y: number
}

/** An edge with the bend that keeps it apart from others between the same two. */
export interface PlacedEdge {
  readonly edge: NetworkEdgeJson
  readonly path: string
}

export interface NetworkLayout {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Left, top, width and height of all of it. */
  readonly box: readonly [number, number, number, number]
}

/** Steps of the simulation: it then stands still, and the same network always looks the same. */
const STEPS = 300
const MARGIN = 70

interface Moving extends SimulationNodeDatum {
  readonly node: NetworkNodeJson
}

/** Puts the actors of a network on a plane. No chance is in it: the order of the nodes decides where each begins. */
export function layoutNetwork(nodes: readonly NetworkNodeJson[], edges: readonly NetworkEdgeJson[]): NetworkLayout {
  const moving: Moving[] = nodes.map((node) => ({ node }))
  const index = new Map(nodes.map(({ id }, at) => [id, at]))
  const links = edges.flatMap(({ source, target }) => {
    const [from, to] = [index.get(source), index.get(target)]
    return from === undefined || to === undefined ? [] : [{ source: from, target: to }]
  })
  forceSimulation(moving)
    .force('link', forceLink(links).distance(110).strength(0.4))
    .force('charge', forceManyBody().strength(-320))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .force('apart', forceCollide(38))
    .stop()
    .tick(STEPS)
  const round = (number: number | undefined): number => Math.round((number ?? 0) * 10) / 10
  const placed = moving.map(({ node, x, y }) => ({ ...node, x: round(x), y: round(y) }))
  const at = new Map(placed.map((node) => [node.id, node]))
  const seen = new Map<string, number>()
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.source), at.get(edge.target)]
    if (!from || !to) return []
    const pair = [edge.source, edge.target].sort().join(' ')
    const turn = seen.get(pair) ?? 0
    seen.set(pair, turn + 1)
    return [{ edge, path: bend(from, to, turn * (edge.source < edge.target ? 1 : -1)) }]
  })
  const xs = placed.map(({ x }) => x)
  const ys = placed.map(({ y }) => y)
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN]
  return {
    nodes: placed,
    edges: drawn,
    box: [left, top, Math.max(0, ...xs) + MARGIN - left, Math.max(0, ...ys) + MARGIN - top],
  }
}

/** A line from one to the other, the more bent the more there are between them. */
function bend(from: PlacedNode, to: PlacedNode, turn: number): string {
  if (turn === 0) return `M${from.x},${from.y}L${to.x},${to.y}`
  const lift = turn * 14
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  const x = Math.round((from.x + to.x) / 2 - (dy / length) * lift)
  const y = Math.round((from.y + to.y) / 2 + (dx / length) * lift)
  return `M${from.x},${from.y}Q${x},${y} ${to.x},${to.y}`
}
