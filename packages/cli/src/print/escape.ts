const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text for HTML, in content and in quoted attributes. Characters that HTML does not allow (most controls, lone
 * surrogates) become U+FFFD: they have no other way into a page.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Text for one line of Markdown (CommonMark): nothing in it is markup, a link or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\x00-\x1f\x7f-\x9f]/g, '')
    .replace(/[\\`*_[\]<>#|~&{}!$^]/g, (character) => (character === '&' ? '&amp;' : `\\${character}`))
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_whole, space: string, start: string) =>
      /^\d/.test(start) ? `${space}${start.slice(0, -1)}\\${start.slice(-1)}` : `${space}\\${start}`,
    )
    .replace(/\b(https?|ftp|www)([:.])/gi, '$1\\$2')
}
