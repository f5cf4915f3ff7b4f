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

/**
 * A container that is opened (archive, feed, batch): 1 billion bytes (1 GB), the size at which crawlers begin a new WARC
 * file. It is held in memory whole; an archive inside an archive too.
 */
export const MAX_CONTAINER_BYTES = 1_000_000_000

/** Feeds and news XML: 30 million bytes (30 MB). Feeds have some 100 kB; 100,000 entries with summaries 10 MB. */
export const MAX_FEED_BYTES = 30_000_000

/** Parts of one input, those of nested containers counted in. */
export const MAX_CONTAINER_ENTRIES = 200_000

/** Bytes that all compressed parts of one input may expand to together: 10 GB, ten times the largest container. */
export const MAX_EXPANDED_BYTES = 10_000_000_000

/** Containers in containers: a feed in a WARC in a WACZ in a ZIP is at the limit. */
export const MAX_CONTAINER_DEPTH = 3

/** Nesting of news XML and lists of feeds; the deepest of a news item that we know is 20. */
export const MAX_XML_DEPTH = 200

/** Elements of a news item or a list of feeds. */
export const MAX_XML_ELEMENTS = 200_000

/**
 * What one compressed entry of an archive may expand to: 250 million bytes (250 MB), for an archive in an archive. Of a
 * document `MAX_INPUT_BYTES` counts after that.
 */
export const MAX_ENTRY_BYTES = 250_000_000

/** Header of a record of a WARC file, and of the HTTP answer in it. */
export const MAX_RECORD_HEADER_BYTES = 65_536
