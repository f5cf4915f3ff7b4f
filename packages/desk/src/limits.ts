/** Texts compared with a new one for being copies, at most; those that share most come first. */
export const COPY_CANDIDATES = 16
/** Actors of the record compared with one of a new document, at most. */
export const ACTOR_CANDIDATES = 12
/** Reports of the record compared with one of a new document, at most. */
export const REPORT_CANDIDATES = 24
/** Documents that are read ahead of the one in hand, for each thread. */
export const READ_AHEAD = 4
/** Documents that one notice may mean by a headline, and notices that may mean one document, at most. */
export const NOTICE_CANDIDATES = 8
