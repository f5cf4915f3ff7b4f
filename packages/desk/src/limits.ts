/** Texts compared with a new one for being copies, at most; those that share most come first. */
export const COPY_CANDIDATES = 16
/** Actors of the record compared with one of a new document, at most. */
export const ACTOR_CANDIDATES = 12
/** Reports of the record compared with one of a new document, at most. */
export const REPORT_CANDIDATES = 24
/**
 * Documents of one write, at most, and how long the first of them waits for others, in milliseconds. A write costs as much as
 * placing a document or two; whatever ends the program loses what waits, and the next run reads it again.
 */
export const WRITE_DOCUMENTS = 16
export const WRITE_WAIT = 1000
/** Documents that are read ahead of the one in hand, for each thread: enough for the time that a write takes. */
export const READ_AHEAD = 8
/** Documents that one notice may mean by a headline, and notices that may mean one document, at most. */
export const NOTICE_CANDIDATES = 8
