import {
  type ActorKind,
  type AnalyzedWord,
  claimId,
  documentId,
  type Reader,
  type RecordActorId,
  type Report,
  type ReportParticipant,
  type RoleName,
  type When,
} from '@backchannel/core'
import type { EcbDocument, EcbMention } from './read-ecb.ts'

/** An event mention of the corpus as a report, with what the baseline compares. */
export interface EcbReport {
  readonly mention: EcbMention
  readonly report: Report
  /** Its gold chain. */
  readonly chain: string
  readonly lemma: string
}

/**
 * Turns the gold event mentions of a document into reports: gold participants, places and times of the same sentence, with
 * roles by the tree of our parser; no ontology type, only the lemma of the head. Participants carry
 * their gold chain across documents as actor of the record; `withoutChains` takes it off.
 */
export function toReports(document: EcbDocument, reader: Reader): EcbReport[] {
  const parsed = reader.analyze(document.sentences)
  const about = aboutOf(document)
  const bySentence = new Map<number, EcbMention[]>()
  for (const one of document.mentions) bySentence.set(one.sentence, [...(bySentence.get(one.sentence) ?? []), one])
  return document.mentions
    .filter((one) => /ACTION/.test(one.tag) && one.chain !== null)
    .map((mention) => {
      const words = parsed[mention.sentence]!
      const head = headOf(words, mention)
      const lemma = words[head]!.lemma.toLowerCase()
      const around = (bySentence.get(mention.sentence) ?? []).filter((one) => !/ACTION/.test(one.tag))
      const entities = around.filter((one) => /^(?:HUMAN|NON_HUMAN)/.test(one.tag))
      const places = around.filter((one) => /^LOC/.test(one.tag))
      const times = around.filter((one) => /^TIME/.test(one.tag))
      const sentence = document.sentences[mention.sentence]!.join(' ')
      const place = nearest(places, head)
      return {
        mention,
        chain: mention.chain ?? mention.id,
        lemma,
        report: {
          ref: { document: documentId(document.name), claim: claimId(mention.id) },
          type: '',
          status: 'happened',
          stance: /^NEG/.test(mention.tag) ? 'denies' : 'asserts',
          trigger: lemma,
          when: whenOf(times.map((one) => textOf(document, one))),
          published: null,
          place: place === undefined ? null : { name: textOf(document, place), country: null },
          channel: null,
          participants: entities.map((one) => participantOf(document, words, head, one)),
          told: [],
          outlet: null,
          evidence: {
            document: documentId(document.name),
            span: { from: 0, to: sentence.length },
            quote: sentence,
            prefix: '',
            suffix: '',
          },
          confidence: { score: 1, because: 'gold' },
          restates: [],
          about,
        },
      }
    })
}

/** The same report with its participants known by their words only. */
export function withoutChains(one: EcbReport): EcbReport {
  const participants = one.report.participants.map((part) => ({ ...part, actor: null }))
  return { ...one, report: { ...one.report, participants } }
}

/** Names among the participants and places of the document, the most told first. */
function aboutOf(document: EcbDocument): readonly string[] {
  const times = new Map<string, number>()
  for (const one of document.mentions) {
    if (!/^(?:HUMAN|NON_HUMAN|LOC)/.test(one.tag)) continue
    for (const word of new Set(textOf(document, one).split(' '))) {
      if (!/^\p{Lu}[\p{L}\d.-]{2,}$/u.test(word)) continue
      times.set(word.toLowerCase(), (times.get(word.toLowerCase()) ?? 0) + 1)
    }
  }
  return [...times]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 16)
    .map(([name]) => name)
}

function textOf(document: EcbDocument, mention: EcbMention): string {
  const words = document.sentences[mention.sentence]!
  return mention.words.map((i) => words[i]).join(' ')
}

/** The word of a mention that hangs on a word outside it. */
function headOf(words: readonly AnalyzedWord[], mention: EcbMention): number {
  return mention.words.find((i) => !mention.words.includes(words[i]!.head - 1)) ?? mention.words[0]!
}

function nearest(list: readonly EcbMention[], head: number): EcbMention | undefined {
  let best: EcbMention | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const one of list) {
    const here = Math.min(...one.words.map((i) => Math.abs(i - head)))
    if (here < distance) {
      best = one
      distance = here
    }
  }
  return best
}

function participantOf(
  document: EcbDocument,
  words: readonly AnalyzedWord[],
  trigger: number,
  mention: EcbMention,
): ReportParticipant {
  const head = headOf(words, mention)
  const kind: ActorKind | null = /PER/.test(mention.tag)
    ? 'person'
    : /ORG|MEDIA/.test(mention.tag)
      ? 'organization'
      : /GPE/.test(mention.tag)
        ? 'state'
        : null
  return {
    role: roleOf(words, trigger, head),
    // The chain is what an actor of the record is here; the brand has no run-time form.
    actor: mention.chain as RecordActorId | null,
    name: textOf(document, mention),
    head: words[head]!.form,
    kind,
    country: null,
    count: null,
    includes: [],
  }
}

/** By the relation to the trigger: subjects do it, objects have it done to them; others are there. */
function roleOf(words: readonly AnalyzedWord[], trigger: number, head: number): RoleName {
  const { head: above, relation } = words[head]!
  if (above - 1 === trigger) {
    if (relation === 'nsubj' || relation === 'obl:agent') return 'agent'
    if (relation === 'obj' || relation === 'nsubj:pass' || relation === 'iobj') return 'patient'
    if (words[trigger]!.upos === 'NOUN' && /^(?:nmod|compound)/.test(relation)) return 'patient'
    return 'beneficiary'
  }
  // "X was charged and convicted": the subject of the first verb.
  const up = words[trigger]!
  if (/^(?:conj|xcomp|advcl)/.test(up.relation) && above === up.head) {
    if (relation === 'nsubj') return 'agent'
    if (relation === 'nsubj:pass') return 'patient'
  }
  return 'beneficiary'
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** A date with its year, or a year; days of the week mean nothing without the day of the article. */
function whenOf(texts: readonly string[]): When | null {
  for (const text of texts) {
    const lower = text.toLowerCase()
    const year = /\b(?:19|20)\d\d\b/.exec(lower)?.[0]
    if (year === undefined) continue
    const month = MONTHS.findIndex((name) => lower.includes(name.slice(0, 3)))
    const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/.exec(lower.replace(year, ''))?.[1]
    if (month < 0) return { earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'year' }
    const prefix = `${year}-${String(month + 1).padStart(2, '0')}`
    if (day === undefined) return { earliest: `${prefix}-01`, latest: `${prefix}-28`, precision: 'month' }
    const date = `${prefix}-${day.padStart(2, '0')}`
    return { earliest: date, latest: date, precision: 'day' }
  }
  return null
}
