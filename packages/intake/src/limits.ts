// Every bound of intake. Past one of them the input is refused with a message that names it, or read in part with a
// diagnostic that says so: never silently.

/**
 * Plain text and web pages: 8 million bytes (8 MB). An article has some 10 kB, a long page with its scripts 4 MB, a
 * whole book 1 MB; reading 8 MB of text takes minutes and a gigabyte of memory in the stages behind.
 */
export const MAX_TEXT_BYTES = 8_000_000

/** PDF files: 50 million bytes (50 MB), because pictures and fonts weigh more than words. */
export const MAX_PDF_BYTES = 50_000_000

/** The most bytes that any kind of input may have; a host may stop fetching or reading a file there. */
export const MAX_INPUT_BYTES = Math.max(MAX_TEXT_BYTES, MAX_PDF_BYTES)

/** Pages of a PDF that are read; a report may have more, but then it is no article, and the rest is left out. */
export const MAX_PDF_PAGES = 200

/** Text items of a PDF, about one a word or line: guards against pages made of millions of glyphs. */
export const MAX_PDF_ITEMS = 500_000

/** Elements of a web page. News pages have 500 to 5,000, the longest live pages some 30,000. */
export const MAX_ELEMENTS = 50_000

/** Character references and stray "<" of a web page: each makes a text node of its own. */
export const MAX_REFERENCES = 250_000

/**
 * Nesting of a web page that is kept; deeper elements are flattened into it. News pages stay below 60, and the time that
 * Readability takes grows with the square of the depth.
 */
export const MAX_DEPTH = 128

/** Structured data (JSON-LD) of a page that is looked at, in characters. */
export const MAX_JSON_LD_LENGTH = 2_000_000

/** How deep lists and graphs of structured data are followed. */
export const MAX_JSON_LD_DEPTH = 8

/** Characters of one line of a batch. JSON escapes make a text up to six times longer. */
export const MAX_BATCH_LINE_LENGTH = 6 * MAX_TEXT_BYTES

/** Bytes at the start of a file that tell what kind it is. */
export const SNIFF_BYTES = 4096
