import type { ClaimLine, DossierView } from '@backchannel/core'
import { createPage, MARK_COLUMNS, type Page, type TextOptions } from './page.ts'
import { displayWidth, safeText, shortenAround } from './width.ts'
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

/** The dossier as lines for a terminal or a pipe; ends with a line end. */
export function renderText(view: DossierView, options: TextOptions = {}): string {
  const page = createPage(options)
  page.lines(titleOf(view), { tone: 'bold' })
  page.lines(sourceWords(view), { tone: 'dim' })
  if (view.document.url !== null) page.lines(view.document.url, { tone: 'dim' })
  for (const { severity, message } of warningsOf(view)) page.lines(`${severity}: ${message}`, { tone: 'yellow' })
  renderHeadlines(page, view)
  renderEngagements(page, view)
  renderCustody(page, view)
  renderAsks(page, view)
  renderCredits(page, view)
  if (view.others.length > 0) {
    page.section(SECTIONS.others)
    for (const line of view.others) page.claim(line)
  }
  renderAccounts(page, view)
  renderActors(page, view)
  renderTimeline(page, view)
  renderDiagnostics(page, view)
  renderKey(page, view)
  return page.text()
}

/** Lines that teller and words of one headline may take together. */
const HEADLINE_TELLING_LINES = 2

/** The first screen: one line of words a claim, whole quotes come further down. */
function renderHeadlines(page: Page, view: DossierView): void {
  page.section(SECTIONS.headlines)
  if (view.headlines.length === 0) page.lines('No event that Backchannel knows is told in this text.')
  for (const line of view.headlines) {
    page.marked(line.mark, line.sentence)
    page.doubt(line)
    const chain = chainWords(line.chain)
    const room = HEADLINE_TELLING_LINES * (page.width - MARK_COLUMNS) - displayWidth(safeText(chain)) - 6
    page.lines(`${chain}: ${quoted(shortenAround(line.quote, line.focus, Math.max(24, room)))}`, {
      indent: MARK_COLUMNS,
      tone: 'dim',
    })
    const others = otherTellers(line)
    if (others.length > 0) page.lines(`also ${others.join('; ')}`, { indent: MARK_COLUMNS, tone: 'dim' })
  }
}

function renderEngagements(page: Page, view: DossierView): void {
  if (view.engagements.length === 0) return
  page.section(SECTIONS.engagements)
  for (const line of view.engagements) {
    page.marked(line.mark, line.sentence)
    page.doubt(line)
    if (line.channel !== null) {
      const words = line.channelWords.map(quoted).join(', ')
      const channel = `channel: ${channelWords(line.channel, line.setting)}${words === '' ? '' : ` (${words})`}`
      page.lines(channel, { indent: MARK_COLUMNS, tone: 'cyan' })
    }
    page.telling(line)
    for (const other of line.also) page.telling(other, line.mark)
  }
}

function renderCustody(page: Page, view: DossierView): void {
  if (view.custody.length === 0) return
  page.section(SECTIONS.custody)
  const told = new Set<ClaimLine['claim']>()
  for (const entry of view.custody) {
    page.gap()
    const done = custodyWords(entry)
    const members = entry.members.length === 0 ? '' : `; named: ${entry.members.join(', ')}`
    page.lines(`${custodyName(entry)}${done === '' ? '' : `: ${done}`}${members}`, { tone: 'bold' })
    for (const note of entry.notes) page.lines(note, { indent: 2, tone: 'cyan' })
    for (const step of entry.steps) {
      if (told.has(step.claim)) page.marked(step.mark, step.sentence)
      else page.claim(step)
      told.add(step.claim)
    }
  }
}

function renderAsks(page: Page, view: DossierView): void {
  if (view.asks.length === 0) return
  page.section(SECTIONS.asks)
  for (const line of view.asks) {
    page.claim(line)
    for (const answer of line.answers)
      page.lines(`answer, ${answer.mark}: ${answer.sentence} (${quoted(answer.words)})`, {
        indent: MARK_COLUMNS,
        tone: 'cyan',
      })
  }
}

function renderCredits(page: Page, view: DossierView): void {
  if (view.credits.length === 0) return
  page.section(SECTIONS.credits)
  for (const credit of view.credits) {
    const kind = linkWords(credit.kind)
    page.lines(credit.sentence, { indent: MARK_COLUMNS, first: kind })
    page.lines(`${chainWords(credit.chain)}: ${quoted(credit.quote)}`, { indent: MARK_COLUMNS, tone: 'dim' })
  }
}

function renderAccounts(page: Page, view: DossierView): void {
  if (view.accounts.length === 0) return
  page.section(SECTIONS.accounts)
  for (const account of view.accounts) {
    page.gap()
    page.lines(`${account.voice} (${standingWords(account.standing)})`, { tone: 'bold' })
    for (const saying of account.sayings) {
      page.lines(`${chainWords(saying.chain)}; ${sayingWords(saying)}:`, { indent: 2, tone: 'dim' })
      page.lines(contentWords(saying), { indent: 4 })
    }
  }
}

function renderActors(page: Page, view: DossierView): void {
  if (view.actors.length === 0) return
  page.section(SECTIONS.actors)
  const longest = Math.max(...view.actors.map((actor) => displayWidth(safeText(actor.name))))
  const indent = Math.min(longest + 2, Math.floor(page.width / 2))
  for (const actor of view.actors) {
    if (displayWidth(safeText(actor.name)) + 2 > indent) {
      page.lines(actor.name)
      page.lines(actorWords(actor), { indent })
    } else page.lines(actorWords(actor), { indent, first: safeText(actor.name) })
  }
}

function renderTimeline(page: Page, view: DossierView): void {
  if (view.timeline.length === 0) return
  page.section(SECTIONS.timeline)
  for (const { when, sentence, line } of view.timeline) {
    page.lines(when, { tone: 'bold' })
    page.marked(line.mark, sentence)
  }
  if (view.undated > 0) page.lines(`${view.undated} more without a date in the text.`, { tone: 'dim' })
}

function renderDiagnostics(page: Page, view: DossierView): void {
  if (view.diagnostics.length === 0) return
  page.section(SECTIONS.diagnostics)
  for (const { severity, code, message } of view.diagnostics)
    page.lines(`${message} [${code}]`, { indent: MARK_COLUMNS, first: severity })
}

/** What the marks that were used mean, so that a printed page explains itself. */
function renderKey(page: Page, view: DossierView): void {
  const used = usedMarks(view)
  if (used.length === 0) return
  page.section('Key')
  for (const mark of used) page.lines(MARK_MEANINGS[mark], { indent: MARK_COLUMNS, first: mark, tone: 'dim' })
  page.lines('A < B: A prints what B says. “Through 2 voices”: two stand between you and who speaks.', { tone: 'dim' })
}
