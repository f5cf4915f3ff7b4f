import type { Diagnostic } from '@backchannel/core'
import { intakeError } from '../errors.ts'
import { isMarkup, textOfMarkup } from '../html/entities.ts'
import { MAX_FEED_BYTES } from '../limits.ts'
import { maybePublished } from '../published.ts'
import { resolveUrl } from '../urls.ts'
import type { ContainerInput } from './container-input.ts'
import { type FeedEntry, type FeedFailure, parseEntries } from './feed-entries.ts'
import { NO_HINTS, type Opened, originOf, partOf } from './part.ts'
import { decodeXml } from './xml.ts'

/** A summary that says itself that it was cut. */
const CUT =
  /(?:\[(?:…|\.{3}|&#8230;|&hellip;)\]|(?:…|\.{3})\s*(?:<\/p>)?|(?:continue reading|read more)[^\n]{0,80})\s*(?:<\/\w+>\s*)*$/i

/**
 * The entries of a feed, in its order: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom and JSON Feed. An entry that comes twice alike
 * is given once; one that comes twice with another text is given twice and says so. A feed that is cut off gives the
 * entries that are whole, and an error for the rest. Throws `intake/too-big` and `intake/bad-feed`.
 */
export function* openFeed(input: ContainerInput): Generator<Opened> {
  const { bytes, name } = input
  if (bytes.length > MAX_FEED_BYTES) {
    const details = { name, bytes: bytes.length, kind: 'a feed', limit: MAX_FEED_BYTES, constant: 'MAX_FEED_BYTES' }
    throw intakeError('intake/too-big', details)
  }
  const decoded = decodeXml(bytes, name, input.mediaType)
  const feed = parseEntries(decoded.text)
  if ('why' in feed) throw intakeError('intake/bad-feed', { name, why: feed.why })
  const { title: publisher, entries } = feed
  const base = resolveUrl(feed.base, input.url) ?? input.url ?? resolveUrl(feed.link, null)
  const seen = new Map<string, string>()
  for (const entry of entries) {
    input.budget.enter()
    yield* 'why' in entry ? failed(entry, input) : openEntry(entry)
  }

  function* openEntry(entry: FeedEntry): Generator<Opened> {
    const url = resolveUrl(entry.link, resolveUrl(entry.base, base) ?? base)
    const title = titleOf(entry)
    const id = entry.id ?? url ?? (title === '' ? null : title)
    const content = entry.content ?? entry.summary ?? (title === '' ? null : { value: title, markup: false })
    if (id === null || content === null || content.value.trim() === '') {
      yield* failed({ number: entry.number, why: 'it has no text' }, input)
      return
    }
    const known = seen.get(id)
    const print = JSON.stringify([title, content.value])
    if (known === print) return
    seen.set(id, print)
    const published = entry.published === null ? null : maybePublished(entry.published)
    const summary = entry.content === null || CUT.test(content.value.slice(-200))
    const diagnostics: Diagnostic[] = [...decoded.diagnostics]
    if (known !== undefined) diagnostics.push(note('intake/changed-entry', CHANGED))
    if (entry.published !== null && published === null) diagnostics.push(badDate(entry.published))
    if (published && input.found && isAhead(published.when.earliest, input.found)) {
      diagnostics.push(
        note('intake/date-ahead', `the date ${published.text} lies after the day on which the feed was fetched`),
      )
    }
    if (summary) diagnostics.push(note('intake/summary-only', SUMMARY))
    const origin = input.unique(originOf(id))
    yield partOf({
      kind: 'feed-entry',
      origin,
      name: `${name}${origin}`,
      body: content.markup
        ? { bytes: new TextEncoder().encode(content.value), fragment: true }
        : { text: content.value.trim() },
      ...(content.markup ? { mediaType: 'text/html; charset=utf-8' } : {}),
      hints: {
        ...NO_HINTS,
        title: title === '' ? null : title,
        outlet: entry.source ?? publisher,
        authors: entry.authors,
        published: published?.text ?? null,
        publishedRaw: entry.published,
        modified: entry.modified === null ? null : (maybePublished(entry.modified)?.text ?? null),
        url,
        id,
        found: input.found,
      },
      summary,
      diagnostics,
    })
  }
}

const SUMMARY = 'the feed gives only the beginning or a summary of the article'
const CHANGED = 'the feed holds this entry twice, with another text'

function* failed(entry: FeedFailure, input: ContainerInput): Generator<Opened> {
  const { number, why } = entry
  yield {
    ok: false,
    origin: input.unique(`#entry-${number}`),
    name: input.name,
    error: intakeError('intake/feed-entry', { name: input.name, number, why }),
  }
}

function titleOf(entry: FeedEntry): string {
  const { title } = entry
  if (title === null) return ''
  return title.markup || isMarkup(title.value) ? textOfMarkup(title.value) : title.value.replace(/\s+/g, ' ').trim()
}

/** True for a day more than one after another: a day of difference may be one of time zones. */
function isAhead(day: string | null, found: string): boolean {
  const next = maybePublished(found)?.when.latest ?? null
  return day !== null && next !== null && Date.parse(day) - Date.parse(next) > 86_400_000
}

function badDate(raw: string): Diagnostic {
  const shown = JSON.stringify(raw.length > 60 ? `${raw.slice(0, 60)}…` : raw)
  return note('intake/date-unread', `the date ${shown} is none that is read: the article has no date of publication`)
}

function note(code: string, message: string): Diagnostic {
  return { code, severity: 'note', message, span: null, stage: 'intake' }
}
