// Every bound of fetching.

/** Longest time one address may take, redirects and body included, in seconds. */
export const FETCH_SECONDS = 60
/** Redirects that are followed; each is checked as the first address was. */
export const FETCH_REDIRECTS = 5
/** Bytes of the headers of an answer. */
export const FETCH_HEADER_BYTES = 32_768
/** Bytes of a body, as sent and as expanded: 50 million (50 MB), the most that a document may have. */
export const FETCH_BYTES = 50_000_000
/** Ports that are asked unless others are allowed. */
export const FETCH_PORTS: readonly number[] = [80, 443]
/** Seconds between two requests to one host. */
export const HOST_PAUSE_SECONDS = 2
/** Minutes after which a feed is asked again at the earliest; the feed's own wish may be longer, up to a day. */
export const FEED_MINUTES = 15
/** Hours between two requests to a feed that keeps failing, at most. */
export const FEED_HOURS_MAX = 24
/** Entries of a feed that are remembered, those that it still lists not counted. */
export const FEED_ENTRIES_KEPT = 2_000

/** Media types that are taken: documents, feeds, agency items and archives. */
export const FETCH_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/pdf',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/x-ndjson',
  'application/jsonl',
  'text/x-opml',
  'application/zip',
  'application/warc',
  'application/wacz',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
]
