import { MAX_INPUT_BYTES } from '@backchannel/intake'

// Every bound of the server, beside those of what a request may ask for (packages/wire/src/api-limits.ts) and those of
// intake. docs/reference/server.md lists all of them; a test holds the page against this file.

/** Characters of an address with everything behind the "?". */
export const URL_LENGTH_MAX = 8000
/** Bytes of a JSON body that is no pasted text: a correction, a judgement. */
export const JSON_BYTES_MAX = 262_144
/** Nesting of a JSON body. */
export const JSON_DEPTH_MAX = 32
/** Bytes of an upload: the largest input that intake takes, and room for the form around it. */
export const UPLOAD_BYTES_MAX = MAX_INPUT_BYTES + 262_144
/** Files of one upload. */
export const UPLOAD_FILES_MAX = 100
/** Documents that one upload may bring in; sending it again goes on after them. */
export const UPLOAD_DOCUMENTS_MAX = 200
/** Seconds after which an upload takes in no further document; sending it again goes on. */
export const UPLOAD_SECONDS = 240
/** Uploads at the same time; further ones are told to come again. */
export const UPLOADS_AT_ONCE = 2
/** Uploads of the inbox that are kept, done or not; the oldest that are done go first. */
export const INBOX_JOBS_MAX = 20
/** Bytes of uploads that wait in the inbox to be read. */
export const INBOX_BYTES_MAX = 2 * UPLOAD_BYTES_MAX
/** Things taken in before the server started that the inbox lists, and how many it looks at for the latest, a page at a time. */
export const INBOX_EARLIER_MAX = 50
export const INBOX_EARLIER_SCAN_MAX = 20_000
export const INBOX_EARLIER_PAGE = 500
/** Bytes of a document up to which it is compared with the record before it is read. */
export const INBOX_LOOK_BYTES_MAX = 2_000_000
/** Seconds for which an upload is compared with the record; what is left then is read without. */
export const INBOX_LOOK_SECONDS = 20
/** Documents of the record that one of the inbox is said to be like, the likest. */
export const INBOX_ALIKE_MAX = 3
/** Seconds for which an upload waits for the answer whether to read what is in the record already. */
export const INBOX_ASK_SECONDS = 3600
/** Characters of the name of an uploaded file that are kept. */
export const FILE_NAME_LENGTH_MAX = 120
/** Seconds that a question to the record may take. */
export const QUERY_SECONDS = 10
/** Milliseconds of one question after which others get their turn. */
export const QUERY_SLICE_MILLISECONDS = 15
/** Stories that a list may have to look at that is put together as a whole: custody, and claims to review by disagreement. */
export const SCAN_STORIES_MAX = 20_000
/** Claims that a queue for review looks at; a filter leads to the others. */
export const REVIEW_SCAN_MAX = 5000
/** Actors, or stories, that are compared with those like them for the merge desk. */
export const PAIRS_SCAN_MAX = 200
/** Stories that an actor is shown with; `storiesTotal` counts all. */
export const ACTOR_STORIES_MAX = 200
/** Values that a facet lists at most, beside those chosen; `total` counts all. */
export const FACET_VALUES_MAX = 50
/** Bars of the histogram of dates, at most. */
export const FACET_BARS_MAX = 60
/** Stories that a network looks at, and those that a map does: the latest. */
export const NETWORK_STORIES_MAX = 200
export const MAP_STORIES_MAX = 500
/** Actors of a network: those of most stories. */
export const NETWORK_ACTORS_MAX = 80
/** Answers shorter than this, in bytes, are not compressed. */
export const GZIP_BYTES_MIN = 1024
/** Requests answered at the same time; further ones are told to come again. */
export const REQUESTS_AT_ONCE = 64
/** Bytes of the headers of a request. */
export const HEADER_BYTES_MAX = 16_384
/** Seconds in which the headers of a request must be there. */
export const HEADER_SECONDS = 15
/** Seconds in which a request must be there whole. */
export const REQUEST_SECONDS = 300
/** Connections at the same time. */
export const CONNECTIONS_MAX = 256
/** Seconds that requests under way get to finish when the server is stopped. */
export const STOP_SECONDS = 10
