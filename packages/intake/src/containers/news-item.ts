import type { Diagnostic } from '@backchannel/core'
import { intakeError } from '../errors.ts'
import { maybePublished } from '../published.ts'
import { resolveUrl } from '../urls.ts'
import type { ContainerInput } from './container-input.ts'
import { type Opened, originOf, partOf } from './part.ts'

/** An agency's item, whatever its format; null where it says nothing. */
export interface NewsItem {
  readonly guid: string | null
  readonly version: string | null
  readonly headline: string | null
  readonly provider: string | null
  readonly authors: readonly string[]
  /** As written. */
  readonly created: string | null
  readonly modified: string | null
  readonly embargoed: string | null
  /** Without its scheme: "usable", "withheld", "canceled". */
  readonly status: string | null
  /** Note of the editor to those who print it. */
  readonly note: string | null
  readonly url: string | null
  readonly body: { readonly value: string; readonly markup: boolean } | null
}

/**
 * The part of an item. An item that was withdrawn, for good ("canceled") or for now ("withheld"), is given even without a text, with its headline or its note, because
 * what rested on it must be marked. Nothing for an item without a text, such as a picture.
 */
export function* openNewsItem(item: NewsItem, input: ContainerInput): Generator<Opened> {
  const withdrawn = item.status === 'canceled' || item.status === 'withheld'
  const standIn = withdrawn ? (item.headline ?? item.note) : null
  const body = item.body ?? (standIn === null ? null : { value: standIn, markup: false })
  if (body === null || body.value.trim() === '') return
  const diagnostics: Diagnostic[] = []
  if (withdrawn)
    diagnostics.push(
      diagnostic(
        'intake/withdrawn',
        'warning',
        `the agency ${item.status === 'withheld' ? 'withholds' : 'withdraws'} this item${item.note ? `: ${item.note.slice(0, 200)}` : ''}`,
      ),
    )
  if (item.embargoed !== null) {
    const until = item.embargoed.slice(0, 40)
    diagnostics.push(diagnostic('intake/embargoed', 'warning', `the agency does not release this item until ${until}`))
  }
  const published = item.created === null ? null : maybePublished(item.created)
  if (item.created !== null && published === null) {
    const shown = JSON.stringify(item.created.slice(0, 60))
    diagnostics.push(
      diagnostic(
        'intake/date-unread',
        'note',
        `the date ${shown} is none that is read: the article has no date of publication`,
      ),
    )
  }
  const id = item.guid ?? item.headline ?? 'item'
  const origin = input.unique(originOf(item.version === null ? id : `${id}:${item.version}`))
  yield partOf({
    kind: 'news-item',
    origin,
    name: `${input.name}${origin}`,
    ...(body.markup ? { mediaType: 'text/html; charset=utf-8' } : {}),
    body: body.markup ? { bytes: new TextEncoder().encode(body.value), fragment: true } : { text: body.value.trim() },
    hints: {
      title: item.headline,
      outlet: item.provider,
      authors: item.authors,
      published: published?.text ?? null,
      publishedRaw: item.created,
      modified: item.modified === null ? null : (maybePublished(item.modified)?.text ?? null),
      url: resolveUrl(item.url, input.url),
      id,
      found: input.found,
    },
    withdrawn,
    diagnostics,
  })
}

/** An item that could not be read. */
export function badItem(input: ContainerInput, number: number, why: string): Opened {
  const origin = input.unique(`#item-${number}`)
  const error = intakeError('intake/feed-entry', { name: input.name, number, why })
  return { ok: false, origin, name: `${input.name}${origin}`, error }
}

function diagnostic(code: string, severity: 'note' | 'warning', message: string): Diagnostic {
  return { code, severity, message, span: null, stage: 'intake' }
}
