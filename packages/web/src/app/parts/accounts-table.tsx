import type { AccountFieldJson, ReportJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { label } from '../words.ts'
import { CorrectedMark } from './corrected.tsx'

export interface AccountsTableProps {
  readonly fields: readonly AccountFieldJson[]
  readonly reports: readonly ReportJson[]
  readonly labels: DocumentLabels
}

/** Who says what: a row for each value of each field, with its voices and its words; fields that differ say so. */
export function AccountsTable({ fields, reports, labels }: AccountsTableProps): JSX.Element {
  return (
    <table class="accounts">
      <caption>Who says what, field by field</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
          <th scope="col">Who says so</th>
          <th scope="col">In which words</th>
        </tr>
      </thead>
      {fields.map(({ field, values, agree }) => (
        <tbody key={field} class={agree ? 'agree' : 'differ'}>
          {values.map(({ value, told, documents, quote, takenBack, correctedBy }, index) => (
            <tr key={value}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={values.length}>
                  {label(field)}
                  {!agree && (
                    <span class="badge differ-mark">
                      <span aria-hidden="true">≠</span> accounts differ
                    </span>
                  )}
                </th>
              )}
              <td>
                <Told value={value} takenBack={takenBack} /> <CorrectedMark by={correctedBy} />
              </td>
              <td>{told.join(', ') || 'nobody named'}</td>
              <td>
                <q>{quote}</q>
                <ul class="links" aria-label="Where it stands">
                  {documents.map((document) => (
                    <li key={document}>
                      <a href={documentHref(document, claimOf(reports, document, quote))}>
                        {shortLabel(labels, document)}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** A value; struck out, and said so, where its outlets have taken it back. */
export function Told({ value, takenBack }: { readonly value: string; readonly takenBack: boolean }): JSX.Element {
  return takenBack ? (
    <>
      <s>{value}</s> <span class="hint">(taken back)</span>
    </>
  ) : (
    <span>{value}</span>
  )
}

/** The claim of a document that a value is told by: the one with the same words, else its first of this story. */
export function claimOf(reports: readonly ReportJson[], document: string, quote: string): string | null {
  const own = reports.filter((report) => report.document === document)
  return (own.find((report) => report.quote === quote) ?? own[0])?.claim ?? null
}
