import { createPage, MARK_COLUMNS, type TextOptions } from './page.ts'
import type { ViewPage } from './view-page.ts'
import { MARK_MEANINGS } from './words.ts'

/** Columns of the labels of facts: the longest is "part of". */
const LABEL_COLUMNS = 9

/** A view as lines for a terminal or a pipe; ends with a line end. */
export function renderViewText(view: ViewPage, options: TextOptions = {}): string {
  const page = createPage(options)
  page.lines(view.title, { tone: 'bold' })
  page.lines(view.source, { tone: 'dim' })
  if (view.blocks.length === 0) {
    page.gap()
    page.lines(view.empty)
  }
  for (const block of view.blocks) {
    page.gap()
    page.lines(block.heading, { tone: 'bold' })
    for (const note of block.notes) page.lines(note, { indent: 2, tone: 'cyan' })
    for (const item of block.items) {
      page.marked(item.mark, item.text)
      for (const [label, words] of item.facts)
        page.lines(words, {
          indent: MARK_COLUMNS + LABEL_COLUMNS,
          first: `${' '.repeat(MARK_COLUMNS)}${label}`,
          tone: label === 'unsure' ? 'yellow' : 'cyan',
        })
      for (const telling of item.tellings) page.lines(telling, { indent: MARK_COLUMNS, tone: 'dim' })
    }
  }
  if (view.marks.length > 0) {
    page.section('Key')
    for (const mark of view.marks) page.lines(MARK_MEANINGS[mark], { indent: MARK_COLUMNS, first: mark, tone: 'dim' })
    page.lines('A < B: A prints what B says.', { tone: 'dim' })
  }
  return page.text()
}
