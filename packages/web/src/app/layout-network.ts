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
  /** The name as it is written beside the node, cut where it is long. */
  readonly label: string
  /** Its lines go down, so that the name stands above it. */
  readonly above: boolean
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
/**
 * The least that the picture is wide and high, in its own units: about as many as the page has pixels for it, so that the names of
 * a few actors are written no larger than the words around the picture.
 */
export const NETWORK_WIDTH_MIN = 860
const NETWORK_HEIGHT_MIN = 300
/** About how wide a letter of a name is, and how many of them are written: the whole name is in the title and in the table. */
const LETTER = 7.2
const NAME_LENGTH = 32

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
    // The simulation writes into the links that it gets.
    .force(
      'link',
      forceLink(links.map((link) => ({ ...link })))
        .distance(110)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-320))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    // Names are wider than nodes; a long one keeps some more room, though not all that it takes.
    .force(
      'apart',
      forceCollide<Moving>(({ node }) => Math.max(38, Math.min(64, (cut(node.name).length * LETTER) / 2.5))),
    )
    .stop()
    .tick(STEPS)
  const round = (number: number | undefined): number => Math.round((number ?? 0) * 10) / 10
  const below = new Map<string, number>()
  for (const { source, target } of links)
    for (const [one, other] of [
      [moving[source], moving[target]],
      [moving[target], moving[source]],
    ])
      if (one && other) below.set(one.node.id, (below.get(one.node.id) ?? 0) + (other.y ?? 0) - (one.y ?? 0))
  const placed = moving.map(({ node, x, y }) => ({
    ...{ ...node, x: round(x), y: round(y), label: cut(node.name), above: (below.get(node.id) ?? 0) > 0 },
  }))
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
  return { nodes: placed, edges: drawn, box: boxOf(placed) }
}

/** All nodes with their names, in the middle of at least as much as the page has room for. */
function boxOf(nodes: readonly PlacedNode[]): NetworkLayout['box'] {
  const halves = nodes.map(({ label }) => Math.max(MARGIN, (label.length * LETTER) / 2 + LETTER))
  const left = Math.min(0, ...nodes.map(({ x }, at) => x - (halves[at] ?? 0)))
  const right = Math.max(0, ...nodes.map(({ x }, at) => x + (halves[at] ?? 0)))
  const top = Math.min(0, ...nodes.map(({ y }) => y - MARGIN))
  const bottom = Math.max(0, ...nodes.map(({ y }) => y + MARGIN))
  const [width, height] = [Math.max(NETWORK_WIDTH_MIN, right - left), Math.max(NETWORK_HEIGHT_MIN, bottom - top)]
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height]
}

function cut(name: string): string {
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name
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
