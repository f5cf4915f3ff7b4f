import type { ActorId, Sentence, TokenTable } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { apposedNames } from './apposed-name.ts'
import type { Voiced } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { floatingSpeaker } from './floating-speaker.ts'
import { fromWords } from './from-words.ts'
import type { People } from './people.ts'
import { findLaterNames, findNamedBefore, findProtagonist } from './resolve-later-names.ts'
import { bodiesByNoun, personsBySurname, shortName, surnameOf } from './resolve-short-names.ts'
import { formAt, quotedSpeaker, soleSubject, speakerBefore, THIRD_PERSON } from './speaker-before.ts'
import { bodyGoesOn, isToldOf, stillSpeaking, UNNAMED } from './still-speaking.ts'
import { personBefore } from './voice-words.ts'

/** "The dad-of-two", "the 39-year-old": tabloids call by it who spoke before. */
const KINSHIP = /^the (?:(?:mum|mom|dad|mother|father|gran|grandmother|grandfather|parent)-of-[\w-]+|\d+-year-old)\b/

const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our'])

/**
 * Who speaks in each draft, in its order; null where nobody can be told. The source's own mention first; then for a cue
 * without a source the subject that it leans on; for a pronoun that nobody resolved the speaker before; for the first
 * person inside a quotation the one who is quoted; for a quotation that stands alone the speaker of its paragraph, or of
 * the sentence before.
 */
export function resolveSpeakers(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  drafts: readonly Voiced[],
  parents: readonly number[],
  people: People,
): (ActorId | null)[] {
  // "mother-of-six Jane Roe": whom the text calls a mother elsewhere is Jane Roe.
  const aliases = new Map<ActorId, ActorId>()
  const known = drafts.map((draft) => fromWords(text, tokens, tree, draft, people, aliases))
  for (const [role, name] of apposedNames(tokens, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
  for (const [role, name] of findLaterNames(text, tokens, sentences, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
  for (const [role, name] of findNamedBefore(text, tokens, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
  const protagonist = findProtagonist(text, tokens, drafts, known, people)
  for (const at of protagonist?.drafts ?? []) {
    const role = known[at]
    if (role && !aliases.has(role)) aliases.set(role, protagonist!.name)
    known[at] = protagonist!.name
  }
  const bodies = bodiesByNoun(people)
  const surnames = personsBySurname(people)
  const speakers: (ActorId | null)[] = known.map((one, at) => {
    if (one !== null && aliases.has(one)) return aliases.get(one)!
    const person = surnameOf(text, tokens, drafts[at]!, people.actor(one), people.isNamed(one), surnames)
    if (person) return person
    return shortName(text, tokens, drafts[at]!, people.actor(one), people.isNamed(one), bodies, surnames) ?? one
  })
  const words0 = drafts.map((draft) => draft.source[0])
  for (let at = 0; at < drafts.length; at++) {
    const goesOn = stillSpeaking(text, tokens, drafts, speakers, parents, at, people)
    if (goesOn === UNNAMED) {
      // The words of who spoke before say who it is (voiceWords).
      speakers[at] = null
      continue
    }
    if (goesOn !== null) speakers[at] = goesOn
    if (speakers[at] !== null && parents[at]! < 0 && isToldOf(text, tokens, drafts[at]!, speakers[at]!, people)) {
      const form = formAt(text, tokens, drafts[at]!.source[0]!.first)
      const unnamed = personBefore(tokens, drafts, speakers, words0, at) !== null
      speakers[at] = speakerBefore(tokens, drafts, speakers, at, form, people) ?? (unnamed ? null : speakers[at]!)
    }
    const body = bodyGoesOn(text, tokens, drafts, speakers, parents, at, people)
    if (body !== undefined) {
      speakers[at] = body
      continue
    }
    if (speakers[at] !== null) continue
    const draft = drafts[at]!
    const source = draft.source[0]
    if (source) {
      const form = text.slice(tokens.from[source.first]!, tokens.to[source.last - 1]!).toLowerCase()
      if (FIRST_PERSON.has(form)) {
        const quotation = quotations.find(
          (one) => one.depth === 0 && one.first <= source.first && source.first < one.last,
        )
        if (quotation) speakers[at] = quotedSpeaker(drafts, speakers, parents, at)
      } else if (KINSHIP.test(form))
        speakers[at] =
          speakerBefore(tokens, drafts, speakers, at, 'he', people) ?? soleSubject(tokens, sentences, source, people)
      else if (THIRD_PERSON.has(form)) {
        speakers[at] = speakerBefore(tokens, drafts, speakers, at, form, people)
        if (
          speakers[at] === null &&
          /^(?:he|she)$/.test(form) &&
          personBefore(tokens, drafts, speakers, words0, at) === null
        )
          speakers[at] = soleSubject(tokens, sentences, source, people)
      }
    } else if (draft.cue.length === 0) speakers[at] = floatingSpeaker(tokens, sentences, drafts, speakers, at, people)
  }
  // "“They told me,” said his mother": whom she quotes is not she.
  drafts.forEach((draft, at) => {
    const source = draft.source[0]
    const host = parents[at]!
    if (!source || host < 0 || speakers[at] === null || speakers[at] !== speakers[host]) return
    if (source.last - source.first > 1 || !THIRD_PERSON.has(formAt(text, tokens, source.first))) return
    const inMarks = quotations.some(
      (one) =>
        one.depth === 0 &&
        one.first <= source.first &&
        source.first < one.last &&
        drafts[host]!.cue.every((cue) => cue.last <= one.first || one.last <= cue.first),
    )
    if (inMarks) speakers[at] = null
  })
  return speakers
}
