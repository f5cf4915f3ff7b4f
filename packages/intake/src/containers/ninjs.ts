import { decodeText } from '../decode.ts'
import { intakeError } from '../errors.ts'
import { MAX_FEED_BYTES } from '../limits.ts'
import { charsetOf } from '../sniff.ts'
import type { ContainerInput } from './container-input.ts'
import { type NewsItem, openNewsItem } from './news-item.ts'
import type { Opened } from './part.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The items of a ninjs file (IPTC, 1.0 to 3.0): one item or a list of them. Throws `intake/unknown-json` for other JSON
 * and `intake/too-big`.
 */
export function* openNinjs(input: ContainerInput): Generator<Opened> {
  const { bytes, name } = input
  if (bytes.length > MAX_FEED_BYTES) {
    const details = {
      name,
      bytes: bytes.length,
      kind: 'a news item',
      limit: MAX_FEED_BYTES,
      constant: 'MAX_FEED_BYTES',
    }
    throw intakeError('intake/too-big', details)
  }
  const value = parse(decodeText(bytes, name, charsetOf(input.mediaType)).text)
  if (value instanceof SyntaxError) throw intakeError('intake/unknown-json', { name, why: value.message.slice(0, 100) })
  const items = (Array.isArray(value) ? value : [value]).filter(isNinjs)
  if (items.length === 0) {
    throw intakeError('intake/unknown-json', { name, why: 'it has neither the fields of a feed nor of a news item' })
  }
  for (const item of items) {
    input.budget.enter()
    yield* openNewsItem(itemOf(item), input)
  }
}

/** `uri` is what every version demands; the rest tells it from other JSON with a `uri`. */
function isNinjs(value: unknown): value is Json {
  if (!isJson(value) || typeof value['uri'] !== 'string') return false
  const fields = [
    'versioncreated',
    'pubstatus',
    'headline',
    'headlines',
    'body_text',
    'body_html',
    'body_xhtml',
    'bodies',
  ]
  return fields.some((field) => field in value)
}

function itemOf(item: Json): NewsItem {
  const { uri } = item
  return {
    guid: textOf(uri),
    version: textOf(item['version']),
    headline: textOf(item['headline']) ?? mainOf(item['headlines']) ?? textOf(item['title']),
    provider:
      nameOf(item['infosources']) ??
      nameOf(item['infosource']) ??
      nameOf(item['provider']) ??
      textOf(item['copyrightholder']),
    authors: [textOf(item['byline']) ?? textOf(item['by'])].flatMap((name) =>
      name === null ? [] : [name.replace(/^by\s+/i, '')],
    ),
    created: textOf(item['contentcreated']) ?? textOf(item['firstcreated']) ?? textOf(item['versioncreated']),
    modified: textOf(item['contentmodified']) ?? textOf(item['versioncreated']),
    embargoed: textOf(item['embargoed']),
    status: textOf(item['pubstatus'])?.toLowerCase() ?? null,
    note: textOf(item['ednote']),
    url: textOf(item['canonicalurl']) ?? (/^https?:/i.test(String(uri)) ? String(uri) : null),
    body: bodyOf(item),
  }
}

function bodyOf(item: Json): NewsItem['body'] {
  const markup = textOf(item['body_html']) ?? textOf(item['body_xhtml'])
  if (markup !== null) return { value: markup, markup: true }
  const plain = textOf(item['body_text'])
  if (plain !== null) return { value: plain, markup: false }
  const bodies = listOf(item['bodies']).filter(isJson)
  const ofType = (type: RegExp): string | null =>
    bodies
      .map((body) => (type.test(textOf(body['contenttype']) ?? 'text/plain') ? textOf(body['value']) : null))
      .find((value) => value !== null) ?? null
  const html = ofType(/html/i)
  if (html !== null) return { value: html, markup: true }
  const text = ofType(/plain/i)
  return text === null ? null : { value: text, markup: false }
}

/** The main one of several headlines, else the first. */
function mainOf(value: unknown): string | null {
  const all = listOf(value).filter(isJson)
  return textOf((all.find((one) => textOf(one['role']) === 'main') ?? all[0])?.['value'])
}

function nameOf(value: unknown): string | null {
  const [first] = listOf(value)
  return isJson(first) ? textOf(first['name']) : textOf(first)
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
