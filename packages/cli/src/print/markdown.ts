import type { ClaimLine, DossierView, EngagementLine, Mark, Telling } from '@backchannel/core'
import { escapeMarkdown as escaped } from './escape.ts'
import { cutStretches, type Numbering, numberLines, paragraphsOf } from './numbering.ts'
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

/** The dossier as CommonMark with tables, everything from the document escaped. Ends with a line end. */
export function renderMarkdown(view: DossierView): string {
  const numbering = numberLines(view)
  const { url } = view.document
  const out = [`# ${escaped(titleOf(view))}`, escaped(sourceWords(view)), ...(url === null ? [] : [escaped(url)])]
  for (const { severity, message } of warningsOf(view)) out.push(`**${severity}:** ${escaped(message)}`)
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) out.push(`## ${title}`, lines.join('\n'))
  }
  section(
    SECTIONS.headlines,
    view.headlines.length === 0
      ? ['No event that Backchannel knows is told in this text.']
      : view.headlines.map((line) => `- ${head(line, numbering)} ${tellings(line)}`),
  )
  section(
    SECTIONS.engagements,
    view.engagements.flatMap((line) => [...full(line, numbering), ...channelOf(line)]),
  )
  section(SECTIONS.custody, custody(view, numbering))
  section(
    SECTIONS.asks,
    view.asks.flatMap((line) => [
      ...full(line, numbering),
      ...line.answers.map(
        (answer) => `  - answer, ${answer.mark}: ${escaped(answer.sentence)} ${escaped(quoted(answer.words))}`,
      ),
    ]),
  )
  section(
    SECTIONS.credits,
    view.credits.map(
      (credit) =>
        `- **${linkWords(credit.kind)}** ${escaped(credit.sentence)} ${escaped(chainWords(credit.chain))}: ${escaped(quoted(credit.quote))}`,
    ),
  )
  section(
    SECTIONS.others,
    view.others.flatMap((line) => full(line, numbering)),
  )
  section(
    SECTIONS.accounts,
    view.accounts.flatMap((account) => [
      `- **${escaped(account.voice)}** (${standingWords(account.standing)})`,
      ...account.sayings.map((saying) => {
        const told = `${chainWords(saying.chain)}; ${sayingWords(saying)}`
        return `  - ${escaped(told)}: ${escaped(contentWords(saying))}`
      }),
    ]),
  )
  if (view.actors.length > 0)
    section(SECTIONS.actors, [
      '| Name | What is told |',
      '| --- | --- |',
      ...view.actors.map((actor) => `| ${escaped(actor.name)} | ${escaped(actorWords(actor))} |`),
    ])
  section(
    SECTIONS.timeline,
    view.timeline.map(({ when, sentence, line }) => `- **${when}** ${line.mark}: ${escaped(sentence)}`),
  )
  section(
    SECTIONS.diagnostics,
    view.diagnostics.map(({ severity, message, code }) => `- ${severity}: ${escaped(message)} (${escaped(code)})`),
  )
  section('Text', markedText(view, numbering))
  section('Key', [
    ...[...usedMarks(view)].map((mark: Mark) => `- **${mark}** ${MARK_MEANINGS[mark]}`),
    '- A \\< B: A prints what B says. Numbers in the text are those of the lines above; they stand after the words.',
  ])
  return `${out.join('\n\n')}\n`
}

function head(line: ClaimLine, numbering: Numbering): string {
  const label = numbering.label(line.claim)
  return `${label === undefined ? '' : `\\[${label}\\] `}**${line.mark}** ${escaped(line.sentence)}`
}

/** Who says so, in one line: every distinct chain. */
function tellings(line: ClaimLine): string {
  return `(${[chainWords(line.chain), ...otherTellers(line)].map(escaped).join('; ')})`
}

function full(line: ClaimLine, numbering: Numbering): string[] {
  const told = (telling: Telling) => {
    const mark = telling.mark === line.mark ? '' : ` (${telling.mark})`
    return `  - ${escaped(chainWords(telling.chain))}${mark}: ${escaped(quoted(telling.quote))}`
  }
  const doubt = line.unsure === null ? [] : [`  - unsure: ${escaped(line.unsure)}`]
  return [`- ${head(line, numbering)}`, ...doubt, told(line), ...line.also.map(told)]
}

function channelOf(line: EngagementLine): string[] {
  if (line.channel === null) return []
  const words = line.channelWords.map((text) => ` ${escaped(quoted(text))}`).join('')
  return [`  - channel: ${channelWords(line.channel, line.setting)}${words}`]
}

function custody(view: DossierView, numbering: Numbering): string[] {
  const seen = new Set<ClaimLine['claim']>()
  return view.custody.flatMap((entry) => {
    const done = custodyWords(entry)
    const members = entry.members.length === 0 ? '' : `; named: ${entry.members.join(', ')}`
    const lines = entry.steps.flatMap((step) => {
      const again = seen.has(step.claim)
      seen.add(step.claim)
      return again ? [`- ${head(step, numbering)}`] : full(step, numbering)
    })
    const notes = entry.notes.map((note) => `> ${escaped(note)}\n`)
    return [
      `\n### ${escaped(`${custodyName(entry)}${done === '' ? '' : `: ${done}`}${members}`)}\n`,
      ...notes,
      ...lines,
    ]
  })
}

/** The text with the number of each passage after its last word. */
function markedText(view: DossierView, numbering: Numbering): string[] {
  const { text } = view.document
  return paragraphsOf(text).flatMap((paragraph) => {
    const pieces = cutStretches(text, paragraph, numbering.passages).map((stretch) => {
      const labels = stretch.ending.map((passage) => `\\[${passage.label}\\]`).join('')
      return escapedInside(stretch.text) + labels
    })
    return [`> ${pieces.join('').trim()}`, '>']
  })
}

/** As `escaped`, but keeps the blanks at both ends. */
function escapedInside(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return (before && ' ') + escaped(inner) + (after && ' ')
}
