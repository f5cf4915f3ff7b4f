import { escapeMarkdown as escaped } from './escape.ts'
import type { ViewPage } from './view-page.ts'
import { MARK_MEANINGS } from './words.ts'

/** A view as CommonMark, everything from the document escaped. Ends with a line end. */
export function renderViewMarkdown(view: ViewPage): string {
  const out = [`# ${escaped(view.title)}`, escaped(view.source)]
  if (view.blocks.length === 0) out.push(escaped(view.empty))
  for (const block of view.blocks) {
    out.push(`## ${escaped(block.heading)}`)
    if (block.notes.length > 0) out.push(block.notes.map((note) => `> ${escaped(note)}`).join('\n>\n'))
    const lines = block.items.flatMap((item) => [
      `- **${item.mark}** ${escaped(item.text)}`,
      ...item.facts.map(([label, words]) => `  - ${label}: ${escaped(words)}`),
      ...item.tellings.map((telling) => `  - ${escaped(telling)}`),
    ])
    out.push(lines.join('\n'))
  }
  if (view.marks.length > 0)
    out.push(
      '## Key',
      [...view.marks.map((mark) => `- **${mark}** ${MARK_MEANINGS[mark]}`), '- A \\< B: A prints what B says.'].join(
        '\n',
      ),
    )
  return `${out.join('\n\n')}\n`
}
