import { maybeEventType } from '@backchannel/core'
import type { ExportActor, ExportStory } from './export-input.ts'
import { xmlText } from './xml.ts'

/** Somebody in the graph. */
export interface GraphNode {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly sector: string
  /** Documents of the whole record that somebody is in. */
  readonly documents: number
}

/** One happening between two: never one telling of it. */
export interface GraphEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly directed: boolean
  readonly type: string
  /** What the target is in it: patient, counterpart, intermediary, ... */
  readonly role: string
  readonly title: string
  readonly status: string
  readonly earliest: string
  readonly latest: string
  readonly roots_low: number
  readonly roots_high: number
  readonly documents: number
  readonly story: string
  /** What people changed in its tellings, with who, when and why; empty where nobody did. */
  readonly corrections: string
}

/** Roles that are a side of what both do. */
const SIDES: ReadonlySet<string> = new Set(['agent', 'counterpart', 'host'])

/**
 * The edges of a story: from each doer to everybody else in it, by the role of the other; between all sides of what both
 * do, without direction. Only those count whom the record knows across documents. A story that nobody does has none.
 */
export function storyEdges({
  story,
  reports,
  corrections,
}: Pick<ExportStory, 'story' | 'reports' | 'corrections'>): readonly GraphEdge[] {
  const roles = new Map<string, string>()
  // Who is the doer in one telling is so in the story, whatever others make of him.
  for (const { participants } of reports)
    for (const { actor, role } of participants)
      if (actor && (role === 'agent' || !roles.has(actor))) roles.set(actor, role)
  const reciprocal = maybeEventType(story.type)?.reciprocal ?? false
  const all = [...roles]
  const edges: GraphEdge[] = []
  const add = (source: string, target: string, role: string, directed: boolean): void => {
    edges.push({
      id: `${story.id}:${edges.length + 1}`,
      source,
      target,
      directed,
      type: story.type,
      role,
      title: story.title,
      status: story.status,
      earliest: story.when?.earliest ?? '',
      latest: story.when?.latest ?? '',
      roots_low: story.roots.low,
      roots_high: story.roots.high,
      documents: story.documents.length,
      story: story.id,
      corrections: corrections.join('; '),
    })
  }
  all.forEach(([source, role], index) => {
    if (reciprocal && SIDES.has(role)) {
      for (const [target, other] of all.slice(index + 1)) if (SIDES.has(other)) add(source, target, other, false)
    }
    if (role !== 'agent') return
    for (const [target, other] of all)
      if (other !== 'agent' && !(reciprocal && SIDES.has(other))) add(source, target, other, true)
  })
  return edges
}

export function graphNode({ id, name, kind, country, sector, documents }: ExportActor): GraphNode {
  return { id, name, kind, country: country ?? '', sector: sector ?? '', documents: documents.length }
}

interface Column<Row> {
  readonly name: keyof Row & string
  readonly type: 'string' | 'integer'
}

const NODE_COLUMNS: readonly Column<GraphNode>[] = [
  { name: 'kind', type: 'string' },
  { name: 'country', type: 'string' },
  { name: 'sector', type: 'string' },
  { name: 'documents', type: 'integer' },
]

const EDGE_COLUMNS: readonly Column<GraphEdge>[] = [
  { name: 'type', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'status', type: 'string' },
  { name: 'earliest', type: 'string' },
  { name: 'latest', type: 'string' },
  { name: 'roots_low', type: 'integer' },
  { name: 'roots_high', type: 'integer' },
  { name: 'documents', type: 'integer' },
  { name: 'story', type: 'string' },
  { name: 'corrections', type: 'string' },
]

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A graph in GEXF 1.3 (gexf.net), piece by piece. */
export function* renderGexf(nodes: readonly GraphNode[], edges: Iterable<GraphEdge>): Generator<string> {
  const attributes = <Row>(of: string, columns: readonly Column<Row>[]) =>
    `    <attributes class="${of}">\n${columns.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`).join('')}    </attributes>\n`
  const values = <Row>(row: Row, columns: readonly Column<Row>[]) =>
    `<attvalues>${columns.map(({ name }) => `<attvalue for="${name}" value="${xmlText(String(row[name]))}"/>`).join('')}</attvalues>`
  yield `${XML}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n  <meta><creator>backchannel</creator></meta>\n  <graph defaultedgetype="directed" mode="static">\n`
  yield attributes('node', NODE_COLUMNS) + attributes('edge', EDGE_COLUMNS)
  yield '    <nodes>\n'
  for (const node of nodes)
    yield `      <node id="${xmlText(node.id)}" label="${xmlText(node.name)}">${values(node, NODE_COLUMNS)}</node>\n`
  yield '    </nodes>\n    <edges>\n'
  for (const edge of edges)
    yield `      <edge id="${xmlText(edge.id)}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" type="${edge.directed ? 'directed' : 'undirected'}" label="${xmlText(edge.type)}">${values(edge, EDGE_COLUMNS)}</edge>\n`
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

/** A graph in GraphML (graphml.graphdrawing.org), piece by piece. */
export function* renderGraphml(nodes: readonly GraphNode[], edges: Iterable<GraphEdge>): Generator<string> {
  const keys = <Row>(of: string, columns: readonly Column<Row>[]) =>
    columns
      .map(
        ({ name, type }) =>
          `  <key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type === 'integer' ? 'int' : 'string'}"/>\n`,
      )
      .join('')
  const data = <Row>(of: string, row: Row, columns: readonly Column<Row>[]) =>
    columns.map(({ name }) => `<data key="${of}_${name}">${xmlText(String(row[name]))}</data>`).join('')
  const nodeColumns: readonly Column<GraphNode>[] = [{ name: 'name', type: 'string' }, ...NODE_COLUMNS]
  yield `${XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`
  yield keys('node', nodeColumns) + keys('edge', EDGE_COLUMNS)
  yield '  <graph id="record" edgedefault="directed">\n'
  for (const node of nodes) yield `    <node id="${xmlText(node.id)}">${data('node', node, nodeColumns)}</node>\n`
  for (const edge of edges)
    yield `    <edge id="${xmlText(edge.id)}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}" directed="${edge.directed}">${data('edge', edge, EDGE_COLUMNS)}</edge>\n`
  yield '  </graph>\n</graphml>\n'
}
