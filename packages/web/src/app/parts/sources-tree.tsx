import type { RootJson, SourcesJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { counted, label } from '../words.ts'

export interface SourcesTreeProps {
  readonly sources: SourcesJson
  readonly labels: DocumentLabels
  /** Whether the reasons are unfolded. */
  readonly open?: boolean
}

const ROOT_KINDS: Readonly<Record<RootJson['kind'], string>> = {
  speaker: 'speaker',
  outlet: 'outlet, in its own voice',
  document: 'document',
  anonymous: 'not named',
}

/** On whom a story rests: roots with their documents, copies folded under what they copy, and why others do not count. */
export function SourcesTree({ sources, labels, open = false }: SourcesTreeProps): JSX.Element {
  const { roots, denied, collapsed, loops } = sources
  return (
    <div class="sources">
      <p>{sources.sentence}</p>
      <h3>Independent roots</h3>
      {roots.length === 0 && <p>None.</p>}
      <Roots roots={roots} sources={sources} labels={labels} />
      {denied.roots.length > 0 && (
        <>
          <h3>Denied by</h3>
          <Roots roots={denied.roots} sources={sources} labels={labels} />
        </>
      )}
      {loops.length > 0 && (
        <>
          <h3>Loops</h3>
          <ul>
            {loops.map((loop) => (
              <li key={loop.join(' ')}>
                <span aria-hidden="true">↻ </span>
                {[...loop, loop[0]].join(' → ')}: they only cite each other, so they are no root.
              </li>
            ))}
          </ul>
        </>
      )}
      {collapsed.length > 0 && (
        <details open={open}>
          <summary>Why {counted(collapsed.length, 'branch', 'branches')} did not count on their own</summary>
          <ul>
            {collapsed.map(({ documents, into, why }) => (
              <li key={`${documents.join(' ')} ${why}`}>
                {why} <span class="hint">{into === 'nobody' ? 'Counted for nobody.' : `Counted for ${into}.`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Roots({ roots, sources, labels }: SourcesTreeProps & { readonly roots: readonly RootJson[] }): JSX.Element {
  return (
    <ul class="tree">
      {roots.map(({ name, kind, documents }) => (
        <li key={name}>
          <strong>{name}</strong> <span class="hint">{ROOT_KINDS[kind]}</span>
          <ul>
            {documents
              // A copy stands under what it copies, where that is here too.
              .filter((id) => !sources.copies.some((copy) => copy.document === id && documents.includes(copy.of)))
              .map((id) => (
                <DocumentBranch key={id} id={id} within={documents} above={[]} sources={sources} labels={labels} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

interface BranchProps extends SourcesTreeProps {
  readonly id: string
  readonly within: readonly string[]
  /** Documents it stands under: a circle of copies ends. */
  readonly above: readonly string[]
}

function DocumentBranch({ id, within, above, sources, labels }: BranchProps): JSX.Element {
  const copies = sources.copies.filter(
    (copy) => copy.of === id && within.includes(copy.document) && !above.includes(copy.document),
  )
  return (
    <li>
      <a href={documentHref(id)}>{shortLabel(labels, id)}</a>
      {copies.length > 0 && (
        <details>
          <summary>{counted(copies.length, 'copy', 'copies')} of it, not counted</summary>
          <ul>
            {copies.map(({ document, how, why }) => (
              <li key={document}>
                <a href={documentHref(document)}>{shortLabel(labels, document)}</a>{' '}
                <span class="hint">
                  {label(how)}: {why}
                </span>
                {sources.copies.some((copy) => copy.of === document && !above.includes(copy.document)) && (
                  <ul>
                    <DocumentBranch
                      id={document}
                      within={within}
                      above={[...above, id]}
                      sources={sources}
                      labels={labels}
                    />
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
