import type { AccountFieldJson, ReportJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { label } from '../words.ts'
import { claimOf, Told } from './accounts-table.tsx'
import { CorrectedMark } from './corrected.tsx'

/** Accounts that stand beside each other; the others are in the table of words. */
const ACCOUNTS_MAX = 8

/** A value of a field with the document and the words; taken back where all who told it have corrected or withdrawn it. */
interface Said {
  readonly value: string
  readonly document: string
  readonly quote: string
  readonly takenBack: boolean
  /** Who set it in the place of the machine. */
  readonly correctedBy: readonly string[]
}

/** What one account says of the fields; `name` is a voice, or a document that speaks for itself. */
export interface Account {
  readonly name: string
  /** Values by field. */
  readonly says: ReadonlyMap<string, readonly Said[]>
}

/** The accounts that tell the fields, those of most fields first, then in order of the fields. */
export function accountsOf(fields: readonly AccountFieldJson[], labels: DocumentLabels): readonly Account[] {
  const accounts = new Map<string, Map<string, Said[]>>()
  for (const { field, values } of fields)
    for (const { told, documents, ...rest } of values) {
      const [document] = documents
      if (document === undefined) continue
      const names = told.length > 0 ? told : documents.map((id) => shortLabel(labels, id))
      for (const name of new Set(names)) {
        const says = accounts.get(name) ?? new Map<string, Said[]>()
        accounts.set(name, says.set(field, [...(says.get(field) ?? []), { ...rest, document }]))
      }
    }
  return [...accounts].map(([name, says]) => ({ name, says })).sort((a, b) => b.says.size - a.says.size)
}

/** Who says what: a row for each field, a column for each account; fields in which they differ say so. */
export function AccountsMatrix({
  fields,
  reports,
  labels,
}: {
  readonly fields: readonly AccountFieldJson[]
  readonly reports: readonly ReportJson[]
  readonly labels: DocumentLabels
}): JSX.Element | null {
  const accounts = accountsOf(fields, labels)
  if (accounts.length === 0) return null
  const shown = accounts.slice(0, ACCOUNTS_MAX)
  return (
    <>
      {/* A region that scrolls can be reached by the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
      <section class="scroll" aria-label="Who says what" tabIndex={0}>
        <table class="accounts matrix">
          <caption>Fields by account</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              {shown.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, agree }) => (
              <tr key={field} class={agree ? 'agree' : 'differ'}>
                <th scope="row">
                  {label(field)}
                  {!agree && (
                    <span class="badge differ-mark">
                      <span aria-hidden="true">≠</span> accounts differ
                    </span>
                  )}
                </th>
                {shown.map(({ name, says }) => (
                  <td key={name}>
                    {(says.get(field) ?? []).map(({ value, document, quote, takenBack, correctedBy }) => (
                      <p key={`${value} ${document}`}>
                        <a href={documentHref(document, claimOf(reports, document, quote))}>
                          <Told value={value} takenBack={takenBack} />
                        </a>{' '}
                        <CorrectedMark by={correctedBy} />
                      </p>
                    ))}
                    {!says.has(field) && <span class="hint">does not say</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {accounts.length > shown.length && (
        <p class="hint">
          {accounts.length - shown.length} further accounts say less:{' '}
          {accounts
            .slice(ACCOUNTS_MAX)
            .map(({ name }) => name)
            .join(', ')}
          .
        </p>
      )}
    </>
  )
}
