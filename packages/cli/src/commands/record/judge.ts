import { type Change, CLAIM_FIELDS, type Claim, type ClaimField, documentId, type Findings } from '@backchannel/core'
import { Argument, type Command, InvalidArgumentError } from 'commander'
import type { CommandContext } from '../../program.ts'
import { cliError } from '../../report.ts'
import {
  type OutputOptions,
  printAnswer,
  type StoreOptions,
  withOutputOptions,
  withRecord,
  withStoreOptions,
} from './record-options.ts'

interface Deciding extends StoreOptions {
  readonly author: string
  readonly reason: string
  readonly json?: boolean
}

interface CorrectOptions extends Deciding {
  readonly claim?: string
  readonly quote?: string
  readonly type?: string
  readonly set?: readonly (readonly [ClaimField, string])[]
  readonly reject?: boolean
  readonly accept?: boolean
  readonly unsure?: boolean
  readonly undo?: string
}

/** Adds `correct` and `judge`. */
export function judgeCommands(program: Command, cx: CommandContext): void {
  withDeciding(program.command('correct'))
    .summary('reject, accept or correct a claim, or take that back')
    .description(
      'Adds a correction of a claim. Nothing is overwritten: what the machine read, who changed it, when and why stay in the record, and every list shows what is believed now.',
    )
    .argument('<DOCUMENT>', 'the document that the claim stands in')
    .option('--claim <ID>', 'the claim, as `story ID --json` tells it')
    .option('--quote <WORDS>', 'or the words that it rests on, exactly')
    .option('--type <TYPE>', 'the type that the machine read, where several claims rest on the words')
    .option('--reject', 'the words do not tell this')
    .option('--accept', 'read and found right; changes nothing')
    .option('--unsure', 'read and cannot tell; changes nothing')
    .option(
      '--set <FIELD=VALUE...>',
      `${CLAIM_FIELDS.join(', ')}; a date is a day, a month or two days parted by "..", nothing is "none", participants are JSON`,
      gatherField,
    )
    .option('--undo <CORRECTION>', 'takes an earlier correction of the document back')
    .addHelpText(
      'after',
      `
Examples:
  backchannel correct doc:3e90 --claim c4 --reject --author "A. Reader" --reason "it speaks of last year"
  backchannel correct doc:3e90 --claim c2 --set status=planned when=2026-03-14 --author "A. Reader" --reason "only announced"
  backchannel correct doc:3e90 --undo correction:91ab --author "A. Reader" --reason "read it again"`,
    )
    .action((document: string, options: CorrectOptions) =>
      withRecord(options, { create: false }, async ({ store, lexicon, desk }) => {
        const changes = changesOf(options)
        const id = documentId(document)
        const stored = await store.document(id)
        const findings = await store.findings(id)
        if (stored === null || findings === null) throw desk.deskError('desk/no-such-document', { id: document })
        const added = []
        for (const change of changes)
          added.push(
            await desk.addCorrection(
              store,
              { document, ...wordsOf(options, findings, await store.corrections(id)), change, ...whoOf(options) },
              { now: () => new Date().toISOString(), lexicon },
            ),
          )
        if (options.json) await cx.io.write(`${JSON.stringify(added, null, 2)}\n`)
        else for (const { id: own, anchor } of added) await cx.io.write(`${own} is laid on “${anchor.quote}”\n`)
      }),
    )
  withDeciding(program.command('judge'))
    .summary('say whether two stories, actors or documents are the same')
    .description(
      'Adds a judgement. Two stories or two actors that are the same become one, found by both ids, until somebody says that they are different: then each is what it was. Of two documents it says whether one is a copy of the other. Unsure leaves it to the machine.',
    )
    .addArgument(new Argument('<VERDICT>', 'same, different or unsure').choices(['same', 'different', 'unsure']))
    .argument('<ID>', 'of a story, an actor or a document')
    .argument('<OTHER>', 'of another one')
    .addHelpText(
      'after',
      `
Examples:
  backchannel judge same story:c37c story:09f1 --author "A. Reader" --reason "one release, told by two agencies"
  backchannel judge different story:c37c story:09f1 --author "B. Reader" --reason "the second is of last year"
  backchannel judge different doc:3e90 doc:17ac --author "A. Reader" --reason "both quote one statement"`,
    )
    .action((verdict: 'same' | 'different' | 'unsure', first: string, second: string, options: Deciding) =>
      withRecord(options, { create: false }, async ({ store, lexicon, desk }) => {
        const added = await desk.addJudgement(
          store,
          { about: aboutOf(first, second), pair: [first, second], verdict, ...whoOf(options) },
          { now: () => new Date().toISOString(), lexicon },
        )
        const [one, other] = added.pair
        await cx.io.write(
          options.json
            ? `${JSON.stringify(added, null, 2)}\n`
            : `${one} and ${other}: ${verdict}, says ${added.by.name}\n`,
        )
      }),
    )
}

/** Adds `judgements`. */
export function judgementsCommand(program: Command, cx: CommandContext): void {
  withOutputOptions(withStoreOptions(program.command('judgements')))
    .summary('what people judged to be the same or not, and what became of it')
    .description(
      'Lists every judgement, the earliest first: which two, the verdict, who, when and why, and whether it holds, is overruled by a later one, contradicted by others, or of what is no longer there.',
    )
    .argument('[ID]', 'of a story, an actor or a document: only what has to do with it')
    .action((id: string | undefined, options: StoreOptions & OutputOptions) =>
      withRecord(options, { create: false }, async ({ store, desk }) => {
        const found = await desk.listJudgements(store, { id })
        await printAnswer(cx, options, {
          json: found,
          table: () => ({
            rows: found.map(({ by, ...rest }) => ({ ...rest, author: by.name })),
            columns: ['at', 'about', 'pair', 'names', 'verdict', 'state', 'now', 'author', 'reason'],
          }),
          text: (page) => {
            if (found.length === 0) page.lines('no judgements')
            for (const { at, pair, names, verdict, state, now, by, reason } of found) {
              const [one = '', other = ''] = pair
              page.gap()
              page.lines(`${verdict} (${state}), says ${by.name}, ${at.slice(0, 16).replace('T', ' ')}: ${reason}`)
              for (const [nth, id] of [one, other].entries()) {
                const today = now[nth] === null ? ', no longer there' : now[nth] === id ? '' : `, now in ${now[nth]}`
                page.lines(`${id}${today}: ${names[nth] ?? ''}`, { indent: 2 })
              }
            }
          },
        })
      }),
    )
}

function withDeciding(command: Command): Command {
  return withStoreOptions(command)
    .requiredOption('--author <NAME>', 'who says so')
    .requiredOption('--reason <TEXT>', 'why')
    .option('--json', 'print JSON')
}

const whoOf = ({ author, reason }: Deciding) => ({ author, reason })

/** One correction for each thing that the options say. Throws `cli/usage` where they say nothing, or too much. */
function changesOf({ reject, accept, unsure, set = [], undo }: CorrectOptions): readonly Change[] {
  const changes: Change[] = [
    ...(reject ? [{ kind: 'withdraw' } as const] : []),
    ...(accept ? [{ kind: 'check', verdict: 'accept' } as const] : []),
    ...(unsure ? [{ kind: 'check', verdict: 'unsure' } as const] : []),
    ...(undo === undefined ? [] : [{ kind: 'undo', correction: undo } as const]),
  ]
  if (changes.length + Number(set.length > 0) !== 1)
    throw refused('say one of --reject, --accept, --unsure, --set FIELD=VALUE and --undo CORRECTION')
  return [...changes, ...set.map(([field, value]): Change => ({ kind: 'set', field, to: fieldValue(field, value) }))]
}

/** The words that a correction is anchored in: those of the claim, or as they were given. */
function wordsOf(
  { claim, quote, type, undo }: CorrectOptions,
  { claims }: Findings,
  before: readonly {
    readonly id: string
    readonly anchor: { readonly quote: string; readonly span: { readonly from: number } }
  }[],
): { readonly quote: string; readonly from?: number; readonly type?: string } {
  const undone = before.find(({ id }) => id === undo)?.anchor
  if (undone) return { quote: undone.quote, from: undone.span.from }
  if (claim === undefined) {
    if (quote === undefined)
      throw refused(
        undo === undefined
          ? 'say which claim with --claim or --quote'
          : `there is no correction ${undo} of this document`,
      )
    return { quote, ...(type !== undefined && { type }) }
  }
  const found: Claim | undefined = claims.find(({ id }) => id === claim)
  if (!found)
    throw refused(`the document has no claim ${claim}; it has ${claims.map(({ id }) => id).join(', ') || 'none'}`)
  const { evidence, event } = found
  return { quote: evidence.quote, from: evidence.span.from, type: type ?? event.type }
}

/** A value as the record keeps it: text, or what the field is made of. What is no value of the field is refused later. */
function fieldValue(field: ClaimField, text: string): unknown {
  if (text === 'none') return null
  switch (field) {
    case 'when':
      return whenOf(text)
    case 'place':
      return { name: text, country: null }
    case 'channel':
      return { kind: text, setting: 'unknown' }
    case 'participants':
      return jsonOf(text)
    default:
      return text
  }
}

function whenOf(text: string): unknown {
  const [, first = text, last = first] = /^([\d-]+)\.\.([\d-]+)$/.exec(text) ?? []
  if (!/^\d{4}-\d{2}$/.test(text)) return { earliest: first, latest: last, precision: 'day' }
  const days = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).getUTCDate()
  return { earliest: `${text}-01`, latest: `${text}-${days}`, precision: 'month' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused(
      'participants are a JSON list: [{"role", "name", "head", "actor", "kind", "country", "count", "includes"}]',
    )
  }
}

function gatherField(
  value: string,
  before: readonly (readonly [ClaimField, string])[] | undefined,
): readonly (readonly [ClaimField, string])[] {
  const [, name = '', text = ''] = /^([a-z]+)=(.+)$/s.exec(value) ?? []
  const field = CLAIM_FIELDS.find((one) => one === name)
  if (field === undefined)
    throw new InvalidArgumentError(`It should be FIELD=VALUE, with one of ${CLAIM_FIELDS.join(', ')}.`)
  return [...(before ?? []), [field, text]]
}

/** What two ids are of. Throws `cli/usage` for two of different sorts. */
function aboutOf(first: string, second: string): 'story' | 'actor' | 'copy' {
  const sortOf = (id: string) => (id.startsWith('story:') ? 'story' : id.startsWith('actor:') ? 'actor' : 'copy')
  if (sortOf(first) !== sortOf(second)) throw refused('both should be stories, or actors, or documents')
  return sortOf(first)
}

function refused(why: string): Error {
  return cliError('cli/usage', { why, command: 'backchannel correct' })
}
