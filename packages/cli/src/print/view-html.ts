import { escapeHtml as escaped } from './escape.ts'
import { HTML_STYLE } from './html-style.ts'
import type { ViewItem, ViewPage } from './view-page.ts'
import { MARK_MEANINGS } from './words.ts'

/** A view as one page that needs nothing else: no script, everything from the document escaped. */
export function renderViewHtml(view: ViewPage, version: string): string {
  const blocks = view.blocks.map(
    (block) => `<section>
<h2>${escaped(block.heading)}</h2>
${block.notes.map((note) => `<p class="small">${escaped(note)}</p>\n`).join('')}${block.items.map(item).join('\n')}
</section>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Backchannel ${escaped(version)}">
<title>${escaped(view.title)}</title>
<style>
${HTML_STYLE}
</style>
</head>
<body>
<div class="wrap">
<header>
<h1>${escaped(view.title)}</h1>
<p class="soft">${escaped(view.source)}</p>
</header>
<main>
${blocks.length === 0 ? `<p>${escaped(view.empty)}</p>` : blocks.join('\n')}
</main>
<footer>
<dl class="pairs">
${view.marks.map((mark) => `<dt><span class="mark ${mark}">${mark}</span></dt><dd>${MARK_MEANINGS[mark]}</dd>`).join('\n')}
</dl>
<p>A &lt; B: A prints what B says. Made by Backchannel ${escaped(version)}.</p>
</footer>
</div>
</body>
</html>
`
}

function item({ mark, text, facts, tellings }: ViewItem): string {
  const pairs = facts.map(([label, words]) => `<dt>${label}</dt><dd dir="auto">${escaped(words)}</dd>`).join('')
  return `<div class="card">
<p><span class="mark ${mark}">${mark}</span>${escaped(text)}</p>
${pairs === '' ? '' : `<dl class="pairs small">${pairs}</dl>\n`}${tellings.map((telling) => `<p class="told" dir="auto">${escaped(telling)}</p>`).join('\n')}
</div>`
}
