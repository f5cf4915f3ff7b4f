import type { ReportJson, SourcesJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { counted, label, STANDING_WORDS } from '../words.ts'

/** Somebody in the tree, with those whom he cites. */
export interface Cited {
  readonly name: string
  /** What it is to who reads: an outlet or document between, or the voice at the end. */
  readonly what: string
  readonly claim: string
  readonly cites: readonly Cited[]
}

/** Whom an article cites, down to who speaks: one path for each telling, with what they begin alike joined. */
export function citedBy(reports: readonly ReportJson[], document: string): readonly Cited[] {
  const paths = reports
    .filter((report) => report.document === document)
    .map(({ told, claim }) =>
      told.flatMap((voice) => [
        ...voice.through.map((name) => ({ name, what: 'cited', claim })),
        { name: voice.name, what: STANDING_WORDS[voice.standing], claim },
      ]),
    )
  return joinPaths(paths)
}

type Step = Omit<Cited, 'cites'>

function joinPaths(paths: readonly (readonly Step[])[]): readonly Cited[] {
  const heads = new Map<string, { readonly step: Step; readonly rest: (readonly Step[])[] }>()
  for (const [step, ...rest] of paths) {
    if (!step) continue
    const key = step.name.toLowerCase()
    const known = heads.get(key)
    if (known) known.rest.push(rest)
    else heads.set(key, { step, rest: [rest] })
  }
  return [...heads.values()].map(({ step, rest }) => ({ ...step, cites: joinPaths(rest) }))
}

export interface ChainTreeProps {
  readonly reports: readonly ReportJson[]
  readonly sources: SourcesJson
  readonly labels: DocumentLabels
}

/** Articles, whom they cite, and who speaks at the end; copies folded under what they copy, each with the reason. */
export function ChainTree({ reports, sources, labels }: ChainTreeProps): JSX.Element {
  const documents = [...new Set(reports.map(({ document }) => document))]
  const copies = sources.copies.filter(({ document }) => documents.includes(document))
  const isCopy = (id: string): boolean => copies.some(({ document, of }) => document === id && documents.includes(of))
  return (
    <ul class="tree">
      {documents
        .filter((id) => !isCopy(id))
        .map((id) => (
          <li key={id}>
            <a href={documentHref(id)}>{shortLabel(labels, id)}</a> <span class="hint">article</span>
            <CitedList document={id} cited={citedBy(reports, id)} roots={sources.roots.map(({ name }) => name)} />
            <Copies of={id} copies={copies} labels={labels} above={[]} />
            {sources.collapsed
              .filter(({ documents: own }) => own.includes(id))
              .map(({ why, into }) => (
                <p key={why} class="hint">
                  {why} {into === '' || into === 'nobody' ? 'Counted for nobody.' : `Counted for ${into}.`}
                </p>
              ))}
          </li>
        ))}
    </ul>
  )
}

function CitedList({
  document,
  cited,
  roots,
}: {
  readonly document: string
  readonly cited: readonly Cited[]
  readonly roots: readonly string[]
}): JSX.Element {
  if (cited.length === 0) return <p class="hint">in its own voice</p>
  return (
    <ul>
      {cited.map(({ name, what, claim, cites }) => (
        <li key={name}>
          <a href={documentHref(document, claim)}>{name}</a> <span class="hint">{what}</span>{' '}
          {cites.length === 0 && roots.includes(name) && (
            <span class="badge">
              <span aria-hidden="true">◆</span> root
            </span>
          )}
          {cites.length > 0 && <CitedList document={document} cited={cites} roots={roots} />}
        </li>
      ))}
    </ul>
  )
}

function Copies({
  of,
  copies,
  labels,
  above,
}: {
  readonly of: string
  readonly copies: SourcesJson['copies']
  readonly labels: DocumentLabels
  /** What it stands under: a circle of copies ends. */
  readonly above: readonly string[]
}): JSX.Element | null {
  const own = copies.filter((copy) => copy.of === of && !above.includes(copy.document))
  if (own.length === 0) return null
  return (
    <details>
      <summary>{counted(own.length, 'copy', 'copies')} of it, not counted</summary>
      <ul>
        {own.map(({ document, how, why }) => (
          <li key={document}>
            <a href={documentHref(document)}>{shortLabel(labels, document)}</a>{' '}
            <span class="hint">
              {label(how)}: {why}
            </span>
            <Copies of={document} copies={copies} labels={labels} above={[...above, of]} />
          </li>
        ))}
      </ul>
    </details>
  )
}
