import type { AskLine, ClaimLine, DossierView, EngagementLine, Mark, Span, Telling } from '@backchannel/core'
import { escapeHtml as escaped } from './escape.ts'
import { HTML_STYLE } from './html-style.ts'
import { cutStretches, type Numbering, numberLines, type Passage, paragraphsOf, type Stretch } from './numbering.ts'
import {
  actorWords,
  chainWords,
  channelWords,
  contentWords,
  custodyName,
  custodyWords,
  linkWords,
  MARK_MEANINGS,
  otherTellers,
  quoted,
  SECTIONS,
  sayingWords,
  sourceWords,
  standingWords,
  titleOf,
  usedMarks,
  warningsOf,
} from './words.ts'

/**
 * The dossier as one page that needs nothing else: no script, no address is loaded, everything from the document is
 * escaped. The text stands beside the record; numbers lead from passages to cards and back, and a card that is pointed
 * at lights its passages. `version` is the program's.
 */
export function renderHtml(view: DossierView, version: string): string {
  const page: PageContext = { view, numbering: numberLines(view), language: view.document.language, shown: new Set() }
  const record = [
    section(
      'engagements',
      view.engagements.map((line) => card(page, line, channel(page, line))),
    ),
    section('custody', custody(page)),
    section(
      'asks',
      view.asks.map((line) => card(page, line, answers(page, line))),
    ),
    section('credits', credits(page)),
    section(
      'others',
      view.others.map((line) => card(page, line)),
    ),
    section('accounts', accounts(page)),
    section('actors', actors(page)),
    section('timeline', timeline(page)),
    section('diagnostics', diagnostics(page)),
  ]
  const title = titleOf(view)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Backchannel ${escaped(version)}">
<title>${escaped(title)}</title>
<style>
${HTML_STYLE}
${lightRules(page)}
</style>
</head>
<body>
<div class="wrap">
<header>
<h1 lang="${escaped(page.language)}" dir="auto">${escaped(title)}</h1>
<p class="soft">${escaped(sourceWords(view))}${address(view)}</p>
${warningsOf(view)
  .map(({ severity, message }) => `<p><span class="mark claimed">${severity}</span>${escaped(message)}</p>\n`)
  .join('')}${navigation(view)}
</header>
<section aria-labelledby="headlines">
<h2 id="headlines">${SECTIONS.headlines}</h2>
${headlines(page)}
</section>
<main class="grid">
<section class="text" aria-labelledby="text" tabindex="0">
<h2 id="text">Text</h2>
${markedText(page)}
</section>
<div class="record">
${record.filter((part) => part !== '').join('\n')}
</div>
</main>
<footer>
<dl class="pairs">
${usedMarks(view)
  .map((mark) => `<dt>${badge(mark)}</dt><dd>${MARK_MEANINGS[mark]}</dd>`)
  .join('\n')}
</dl>
<p>A &lt; B: A prints what B says. Numbers stand after the words they rest on; dotted words are somebody’s. Made by Backchannel ${escaped(version)}.</p>
</footer>
</div>
</body>
</html>
`
}

interface PageContext {
  readonly view: DossierView
  readonly numbering: Numbering
  readonly language: string
  /** Labels of cards that are on the page already: an id may stand only once. */
  readonly shown: Set<string>
}

function address({ document }: DossierView): string {
  const { url } = document
  if (url === null) return ''
  if (!/^https?:\/\//i.test(url)) return `, ${escaped(url)}`
  return `, <a href="${escaped(url)}" rel="noreferrer noopener">${escaped(url)}</a>`
}

type SectionName = Exclude<keyof typeof SECTIONS, 'headlines'>

function navigation(view: DossierView): string {
  const there: [SectionName, number][] = [
    ['engagements', view.engagements.length],
    ['custody', view.custody.length],
    ['asks', view.asks.length],
    ['credits', view.credits.length],
    ['others', view.others.length],
    ['accounts', view.accounts.length],
    ['actors', view.actors.length],
    ['timeline', view.timeline.length],
    ['diagnostics', view.diagnostics.length],
  ]
  const links = there.filter(([, count]) => count > 0).map(([name]) => `<a href="#${name}">${SECTIONS[name]}</a>`)
  return `<nav aria-label="Sections"><a href="#text">Text</a>${links.join('')}</nav>`
}

function section(name: SectionName, parts: readonly string[]): string {
  if (parts.length === 0) return ''
  return `<section aria-labelledby="${name}">\n<h2 id="${name}">${SECTIONS[name]}</h2>\n${parts.join('\n')}\n</section>`
}

function badge(mark: Mark): string {
  return `<span class="mark ${mark}">${mark}</span>`
}

function words(page: PageContext, text: string): string {
  return `<q lang="${escaped(page.language)}" dir="auto">${escaped(quoted(text))}</q>`
}

function headlines(page: PageContext): string {
  const { headlines: lines } = page.view
  if (lines.length === 0) return '<p>No event that Backchannel knows is told in this text.</p>'
  const items = lines.map((line) => {
    const chains = [chainWords(line.chain), ...otherTellers(line)]
    return `<li>${badge(line.mark)}${toCard(page, line)}${escaped(line.sentence)} <span class="soft small">${chains.map(escaped).join('; ')}</span></li>`
  })
  return `<ol class="lead">\n${items.join('\n')}\n</ol>`
}

/** The number of a line, leading to its card. */
function toCard(page: PageContext, line: Telling): string {
  const label = page.numbering.label(line.claim)
  return label === undefined ? '' : `<a class="n" href="#c${label}">${label}</a>`
}

/** A claim in full. Its number leads to the passage in the text; the second time a line comes, to the card. */
function card(page: PageContext, line: ClaimLine, more = ''): string {
  const label = page.numbering.label(line.claim) ?? ''
  if (page.shown.has(label))
    return `<div class="card"><p>${badge(line.mark)}${toCard(page, line)}${escaped(line.sentence)}</p></div>`
  page.shown.add(label)
  const tellings = [line, ...line.also].map((telling) => told(page, telling, line.mark)).join('\n')
  return `<div class="card" id="c${label}">
<p>${badge(line.mark)}<a class="n" href="#t${label}" aria-label="${label}, in the text">${label}</a>${escaped(line.sentence)}</p>
${doubt(line)}${more}${tellings}
</div>`
}

/** Why a claim is unsure, where it is. */
function doubt({ unsure }: ClaimLine): string {
  return unsure === null ? '' : `<p class="small">Unsure: ${escaped(unsure)}</p>\n`
}

function told(page: PageContext, telling: Telling, unlike: Mark): string {
  const label = page.numbering.label(telling.claim)
  const mark = telling.mark === unlike ? '' : ` ${badge(telling.mark)}`
  const back =
    label === undefined ? '' : ` <a class="n small" href="#t${label}" aria-label="${label}, in the text">${label}</a>`
  return `<p class="told">${escaped(chainWords(telling.chain))}:${mark} ${words(page, telling.quote)}${back}</p>`
}

function channel(page: PageContext, line: EngagementLine): string {
  if (line.channel === null) return ''
  const evidence = line.channelWords.map((text) => words(page, text)).join(', ')
  return `<p class="small">Channel: ${channelWords(line.channel, line.setting)}${evidence === '' ? '' : ` (${evidence})`}</p>\n`
}

function answers(page: PageContext, line: AskLine): string {
  return line.answers
    .map(
      (answer) =>
        `<p class="small">Answer: ${badge(answer.mark)}${escaped(answer.sentence)} (${words(page, answer.words)})</p>\n`,
    )
    .join('')
}

function custody(page: PageContext): string[] {
  return page.view.custody.flatMap((entry) => {
    const done = custodyWords(entry)
    const members = entry.members.length === 0 ? '' : `; named: ${entry.members.map(escaped).join(', ')}`
    return [
      `<h3>${escaped(custodyName(entry))}<span class="soft">${done === '' ? '' : `: ${done}`}${members}</span></h3>`,
      ...entry.notes.map((note) => `<p class="small">${escaped(note)}</p>`),
      ...entry.steps.map((step) => card(page, step)),
    ]
  })
}

function credits(page: PageContext): string[] {
  return page.view.credits.map(
    (credit) =>
      `<div class="card"><p><span class="mark">${linkWords(credit.kind)}</span>${escaped(credit.sentence)}</p>
<p class="told">${escaped(chainWords(credit.chain))}: ${words(page, credit.quote)}</p></div>`,
  )
}

function accounts(page: PageContext): string[] {
  return page.view.accounts.flatMap((account) => [
    `<h3>${escaped(account.voice)} <span class="soft">(${standingWords(account.standing)})</span></h3>`,
    ...account.sayings.map((saying) => {
      const said = `<span lang="${escaped(page.language)}" dir="auto">${escaped(contentWords(saying))}</span>`
      return `<p class="told">${escaped(`${chainWords(saying.chain)}; ${sayingWords(saying)}`)}: <span class="words">${said}</span></p>`
    }),
  ])
}

function actors(page: PageContext): string[] {
  if (page.view.actors.length === 0) return []
  const rows = page.view.actors.map(
    (actor) =>
      `<dt lang="${escaped(page.language)}" dir="auto">${escaped(actor.name)}</dt><dd>${escaped(actorWords(actor))}</dd>`,
  )
  return [`<dl class="pairs">\n${rows.join('\n')}\n</dl>`]
}

function timeline(page: PageContext): string[] {
  if (page.view.timeline.length === 0) return []
  const rows = page.view.timeline.map(
    ({ when, sentence, line }) =>
      `<dt>${escaped(when)}</dt><dd>${badge(line.mark)}${toCard(page, line)}${escaped(sentence)}</dd>`,
  )
  const rest =
    page.view.undated === 0 ? [] : [`<p class="soft small">${page.view.undated} more without a date in the text.</p>`]
  return [`<dl class="pairs">\n${rows.join('\n')}\n</dl>`, ...rest]
}

function diagnostics(page: PageContext): string[] {
  return page.view.diagnostics.map(
    ({ severity, message, code }) =>
      `<p><span class="mark">${severity}</span>${escaped(message)} <span class="soft small">${escaped(code)}</span></p>`,
  )
}

/** The text in paragraphs: passages tinted, deeper where they overlap, what somebody says dotted. */
function markedText(page: PageContext): string {
  const { text } = page.view.document
  const said: Passage[] = page.view.accounts.flatMap((account) =>
    account.sayings.flatMap((saying) =>
      saying.sense === 'voice' ? saying.spans.map((span) => ({ claim: NO_CLAIM, label: '', span })) : [],
    ),
  )
  const passages = [...page.numbering.passages, ...said]
  const starts = new Set<string>()
  const body = paragraphsOf(text).map((paragraph: Span) => {
    const inner = cutStretches(text, paragraph, passages).map((stretch) => marked(stretch, starts))
    return `<p lang="${escaped(page.language)}" dir="auto">${inner.join('')}</p>`
  })
  return body.join('\n')
}

/** Passages that only somebody's words make carry no claim and no number. */
const NO_CLAIM = '' as Passage['claim'] // a brand for no claim: never looked up

function marked(stretch: Stretch, starts: Set<string>): string {
  const numbered = stretch.covering.filter(({ label }) => label !== '')
  const said = numbered.length < stretch.covering.length
  const classes = [
    ...(numbered.length > 0 ? [`p${Math.min(3, numbered.length)}`] : []),
    ...(said ? ['said'] : []),
    ...numbered.map(({ label }) => `x${label}`),
  ]
  const anchors = numbered
    .filter(({ label }) => !starts.has(label))
    .map(({ label }) => {
      starts.add(label)
      return `<span id="t${label}"></span>`
    })
  const ends = stretch.ending
    .filter(({ label }) => label !== '')
    .map(({ label }) => `<a href="#c${cardOf(label)}" aria-label="record ${label}">${label}</a>`)
  const inner =
    classes.length === 0 ? escaped(stretch.text) : `<span class="${classes.join(' ')}">${escaped(stretch.text)}</span>`
  return `${anchors.join('')}${inner}${ends.length === 0 ? '' : `<sup>${ends.join(' ')}</sup>`}`
}

/** "3b" is a telling of card 3. */
function cardOf(label: string): string {
  return label.replace(/[a-z]+$/, '')
}

/** A card that is pointed at, or whose passage was gone to, lights its passages: style alone, no script. */
function lightRules(page: PageContext): string {
  return page.numbering.passages
    .map(({ label }) => `:root:has(#c${cardOf(label)}:hover,#c${cardOf(label)}:target,#t${label}:target) .x${label}`)
    .join(',\n')
    .concat(page.numbering.passages.length === 0 ? '' : '{background:var(--lit)}')
}
