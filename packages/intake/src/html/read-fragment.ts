import { NOTHING_FOUND } from '../create-document.ts'
import { intakeError } from '../errors.ts'
import { decodeHtml } from './decode-html.ts'
import { parsePage } from './dom.ts'
import { flattenPage } from './flatten.ts'
import { markQuotations } from './mark-quotations.ts'
import { blocksOf } from './paragraphs.ts'
import { depthDiagnostics, type Extracted } from './read-html.ts'

/** What publishing programs put behind the text of an entry. */
const FOOTER = /^the post .{1,300} (?:appeared first on|first appeared on) .{1,100}$/i

/**
 * Reads the markup of an article alone, as feeds and agencies give it: all its blocks are its text, but for boxes,
 * captions and scripts. Nothing is looked for around it. Throws `intake/too-many-elements` and `intake/no-article`.
 */
export function readFragment(bytes: Uint8Array, name: string, charset: string | null): Extracted {
  const decoded = decodeHtml(bytes, charset)
  const flat = flattenPage(decoded.text, name)
  const page = parsePage(`<!doctype html><html><body>${flat.html}</body></html>`)
  markQuotations(page)
  const blocks = page.body ? blocksOf(page.body) : []
  const paragraphs = blocks.map((block) => block.text).filter((text) => !FOOTER.test(text))
  const text = paragraphs.join('\n\n')
  if (text === '') throw intakeError('intake/no-article', { name, paragraphs: paragraphs.length })
  const diagnostics = [...decoded.diagnostics, ...depthDiagnostics(flat.depth)]
  return { text, found: NOTHING_FOUND, diagnostics }
}
