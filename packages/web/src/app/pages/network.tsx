import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Answers, facetsAddress, type NetworkAnswer, networkAddress } from '../api.ts'
import { layoutNetwork } from '../layout-network.ts'
import { Heading, Loaded, Status } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import type { ListProps } from '../query.ts'
import { actorHref, documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, rootsWords, whenWords } from '../words.ts'

/** Facets of the page: whom it is of comes first. */
const ORDER = ['actor', 'country', 'type', 'status', 'channel', 'outlet', 'speaker'] as const

/** Who did what with whom: a picture, and the same as a table. */
export function NetworkView({ network }: { readonly network: NetworkAnswer }): JSX.Element {
  const { nodes, edges, stories, looked } = network
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const { nodes: placed, edges: drawn, box } = useMemo(() => layoutNetwork(nodes, edges), [nodes, edges])
  return (
    <>
      <p role="status">
        {counted(nodes.length, 'actor')}, {counted(edges.length, 'tie')}
        {looked < stories && ` of the latest ${looked} of ${stories} stories; filters lead to the others`}
      </p>
      {nodes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached by the keyboard
        <section class="scroll" aria-label="Picture of the network; the table below says the same" tabIndex={0}>
          <svg class="network" viewBox={box.join(' ')} aria-hidden="true">
            {drawn.map(({ edge, path }) => (
              <a
                key={`${edge.story} ${edge.source} ${edge.target}`}
                href={documentHref(edge.evidence.document, edge.evidence.claim)}
                tabindex={-1}
              >
                <title>{`${edge.title} (${label(edge.status).toLowerCase()}, ${whenWords(edge.when)})`}</title>
                <path class="reach" d={path} />
                <path class={`edge ${isReal(edge.status) ? '' : 'unreal'}`} d={path} />
              </a>
            ))}
            {placed.map(({ id, name, label: shown, above, kind, x, y, stories: own }) => (
              <a key={id} href={actorHref(id)} tabindex={-1}>
                <title>{`${name}, ${label(kind).toLowerCase()}: ${counted(own, 'story', 'stories')}`}</title>
                {kind === 'person' ? (
                  <circle class="node" cx={x} cy={y} r={6 + Math.min(8, own)} />
                ) : (
                  <rect
                    class="node"
                    x={x - 6 - Math.min(8, own)}
                    y={y - 6 - Math.min(8, own)}
                    width={12 + 2 * Math.min(8, own)}
                    height={12 + 2 * Math.min(8, own)}
                  />
                )}
                <text x={x} y={above ? y - 12 - Math.min(8, own) : y + 20 + Math.min(8, own)}>
                  {shown}
                </text>
              </a>
            ))}
          </svg>
        </section>
      )}
      <p class="hint">
        Circles are persons, squares all others; the larger, the more stories. Dashed: planned, asked, offered,
        threatened or supposed, so it has not happened.
      </p>
      <table>
        <caption>Happenings between two, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">With or to whom</th>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">In which words</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(
            ({ story, source, target, directed, role, title, type, status, when, roots, evidence, correctedBy }) => (
              <tr key={`${story} ${source} ${target}`}>
                <td>
                  <a href={actorHref(source)}>{names.get(source)}</a>
                </td>
                <td>
                  {directed ? '→ ' : '↔ '}
                  <a href={actorHref(target)}>{names.get(target)}</a>{' '}
                  <span class="hint">{label(role).toLowerCase()}</span>
                </td>
                <td>
                  <a href={storyHref(story)}>{title}</a> <Status status={status} /> {label(type)}, {rootsWords(roots)}{' '}
                  <CorrectedMark by={correctedBy} />
                </td>
                <td>{whenWords(when)}</td>
                <td>
                  <a href={documentHref(evidence.document, evidence.claim)}>
                    <q>{evidence.quote}</q>
                  </a>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {edges.length === 0 && <p>Nothing in the record that passes this is between two.</p>}
    </>
  )
}

function isReal(status: NetworkAnswer['edges'][number]['status']): boolean {
  return status === 'happened' || status === 'ongoing'
}

/** The network of the address. */
export function NetworkPage(list: ListProps): JSX.Element {
  const { query } = list
  const network = useFetched<NetworkAnswer>(networkAddress(query))
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  return (
    <>
      <Heading>Network</Heading>
      <p class="lead">Who did what with whom. A line is a happening, however many tell of it; it leads to the words.</p>
      <Narrowing {...list} path="/network" name="Who with whom" facets={facets} order={ORDER}>
        <Loaded of={network}>{(found) => <NetworkView network={found} />}</Loaded>
      </Narrowing>
    </>
  )
}
