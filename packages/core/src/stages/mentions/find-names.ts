import type { ActorKind } from '../../model/index.ts'
import { baseRelation } from '../../text/index.ts'
import { addSure, type Candidate } from './add-sure-names.ts'
import type { GazetteerEntry } from './gazetteers.ts'
import {
  CALENDAR,
  COMPANY_TAILS,
  LOCATIVES,
  NAME_PARTICLES,
  ORGANIZATION_TAILS,
  PLACE_NOUNS,
  SAYING_VERBS,
  THING_NOUNS,
} from './lexicon.ts'
import { pushEntry } from './listed-names.ts'
import { evidence, ORGANIZATION_HEADS, type Types } from './name-evidence.ts'
import { createDraft, type Draft, isCapitalized, isDatelineSentence, type Scene, tagOf, textOf } from './scene.ts'
import { longTitle, titleEnd, titleStart } from './titles.ts'

/** Least sum of evidence for a name; below it the words are no mention. Chosen on the train part of GUM's news. */
const LEAST_EVIDENCE = 1.5
/** What a title before a name says for a person. */
const TITLE_EVIDENCE = 4
/** What a dateline says for a place; more than the net, to which capitals look like any name. */
const DATELINE_EVIDENCE = 6

/**
 * Finds names: what the gazetteers list, and other runs of capitalized words that the net, a title, a given name or the
 * words around call a person, an organization or a place. The evidence of all occurrences is summed, so that a name sure
 * once is a name everywhere, also in a headline in capitals. Drafts come in no special order.
 */
export function findNames(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  const candidates: Candidate[] = []
  for (const sentence of scene.sentences) {
    let at = sentence.first
    while (at < sentence.last) {
      if (!startsName(scene, at)) at++
      else at = readRun(scene, at, sentence.last, drafts, candidates)
    }
  }
  addSure(scene, candidates, drafts)
  decide(scene, candidates, drafts)
  findShouted(scene, drafts)
  return drafts
}

function isNameTag(tag: string): boolean {
  return tag === 'NNP' || tag === 'NNPS'
}

function isNameWord(scene: Scene, index: number): boolean {
  const word = scene.words[index]!
  if (!isCapitalized(word)) return isNameTag(tagOf(scene, index)) && /^\p{Ll}+-\p{Lu}/u.test(word)
  if (CALENDAR.has(scene.lower[index]!) && !isNameTag(tagOf(scene, index - 1))) return false
  // "OSLO, Nov 19 -": a month cut short before its day.
  if (SHORT_MONTH.test(word) && /^\d{1,2}$/.test(scene.words[index + 1] ?? '')) return false
  if (INNER_WORDS.test(scene.words[index + 1] ?? '') && isCapitalized(scene.words[index + 2] ?? '')) return true
  // "Mum-of-three Jane Roe"
  if (KIN.test(word) && /^[-–]$/.test(scene.words[index + 1] ?? '') && scene.lower[index + 2] === 'of') return false
  if (scene.shouted[index] === 1) return isNameTag(tagOf(scene, index)) && /^\p{L}/u.test(word)
  const tag = tagOf(scene, index)
  if (isNameTag(tag) || (scene.tokens.name[index] !== 'O' && scene.tokens.name[index] !== '')) return true
  // A capital inside a sentence tells more than a tag of common noun.
  const first = scene.sentences[scene.tokens.sentence[index]!]!.first
  const inner = index > first && !/^(?:["“‘«`:]|``)/.test(scene.words[index - 1]!)
  if ((tag === 'NN' || tag === 'FW') && inner) return true
  return tag.startsWith('JJ') && inner && scene.gazetteers.officeModifiers.has(scene.lower[index]!)
}

const SHORT_MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/i
const KIN = /^(?:Mum|Mom|Dad|Mother|Father|Gran|Grandmother|Grandfather|Grandma|Grandad|Nan)$/

/** Words that start a search: likely names, capitalized adjectives and nouns (for demonyms), "al-" and the like. */
function startsName(scene: Scene, index: number): boolean {
  if (isNameWord(scene, index)) return true
  const tag = tagOf(scene, index)
  if (!isCapitalized(scene.words[index]!)) return startsWithParticle(scene, index, scene.tokens.length)
  return tag.startsWith('JJ') || tag.startsWith('NN') || tag === 'FW' || tag === 'ADD'
}

/** "al-Noori", "bin Hadid": a lower-case particle that starts a name. */
function startsWithParticle(scene: Scene, at: number, limit: number): boolean {
  if (!/^(?:al|el|bin|ibn|bint|abu|von|van|de|da|della)$/.test(scene.lower[at]!)) return false
  const next = /^[-–]$/.test(scene.words[at + 1] ?? '') ? at + 2 : at + 1
  return next < limit && isNameWord(scene, next)
}

function acceptEntry(scene: Scene, at: number): (entry: GazetteerEntry, end: number) => boolean {
  return (entry, end) => {
    const { form, kind } = entry
    const text = scene.document.text.slice(scene.tokens.from[at], scene.tokens.to[end - 1])
    if (scene.shouted[at] === 0) {
      // Acronyms and short names only in the case they are written in; "WHO" is not "who", "Fars" not "FARS".
      if (form.length <= 5 && form === form.toUpperCase() && text !== form) return false
      if (isCapitalized(form) && !isCapitalized(text)) return false
      // A longer phrase in lower case is another thing: "security council" may be any.
      if (end - at > 1 && form.includes(' ') && text.toLowerCase() === text && form.toLowerCase() !== form) return false
    }
    // "Foreign Affairs Minister", "Foreign Policy chief": an office, not the magazine.
    if (kind === 'outlet' && /^Foreign /.test(form) && PORTFOLIO_HEADS.test(scene.lower[end] ?? '')) return false
    if (end - at > 1) return true
    if (kind === 'outlet' && isWeakOutlet(scene, form))
      return scene.tokens.name[at]?.endsWith('ORG') || isCited(scene, at)
    if (kind === 'place') return placeFits(scene, at, form)
    if (kind === 'organization' && WEAK_ORGANIZATIONS.has(form)) {
      return /ORG$/.test(scene.tokens.name[at] ?? '') || scene.lower[at - 1] === 'the'
    }
    return true
  }
}

const PORTFOLIO_HEADS =
  /^(?:minister|ministers|ministry|secretary|undersecretary|committee|council|commission|department|chief|head|adviser|advisor|spokes\w+|expert|analyst)$/

/** Listed organizations that are also surnames, given names, rivers or common nouns. */
const WEAK_ORGANIZATIONS = new Set(
  'Amal Wagner Diet Labour Solidarity Shell Amazon Telegram Amnesty Caritas Azov MIT SCO CIS GAM'.split(' '),
)

/** One word that is also a common noun or a given name. */
function isWeakOutlet(scene: Scene, form: string): boolean {
  if (/[ .]/.test(form) || /\p{Lu}.*\p{Lu}/u.test(form)) return false
  return (
    form.length <= 5 ||
    scene.gazetteers.givenNames.has(form.toLowerCase()) ||
    /^(?:Guardian|Independent|Observer|Economist|Telegraph|Vanguard|Trend|Report|Focus|Babel|Semana|Andina|Respekt|Pravda|Sputnik|Tempo|Zaman|Kompas|Antara|Avesta|Confidencial|Expreso|Milenio|Reforma|Caracol|Stern|Slate|Wired)$/.test(
      form,
    )
  )
}

/** True where the word is the subject of a verb of saying or follows "told", "to", "by", "with" of an interview. */
function isCited(scene: Scene, at: number): boolean {
  const head = scene.tokens.head[at] ?? -1
  if (head < 0) return false
  const relation = baseRelation(scene.tokens, at)
  const governor = scene.tokens.lemma[head] ?? ''
  if (relation === 'nsubj') return SAYING_VERBS.has(governor)
  if (relation === 'obj' || relation === 'iobj' || relation === 'obl')
    return /^(?:tell|cite|quote|accord)/.test(governor)
  return relation === 'nmod' && /^(?:interview|report|article|statement)$/.test(governor)
}

function placeFits(scene: Scene, at: number, form: string): boolean {
  const net = scene.tokens.name[at] ?? 'O'
  if (net.endsWith('PER')) return LOCATIVES.has(scene.lower[at - 1] ?? '')
  if (net.endsWith('LOC')) return true
  if (!isNameTag(tagOf(scene, at))) return false
  if (scene.gazetteers.givenNames.has(form.toLowerCase())) return LOCATIVES.has(scene.lower[at - 1] ?? '')
  return true
}

/** Reads one run of name words from `at`; returns where to go on. */
function readRun(scene: Scene, at: number, limit: number, drafts: Draft[], candidates: Candidate[]): number {
  const match = scene.gazetteers.phrases.longest(scene.words, at, limit, acceptEntry(scene, at))
  const long = readLongTitle(scene, at, match?.end ?? at, limit, drafts, candidates)
  if (long >= 0) {
    if (match) pushEntry(scene, at, match.end, match.values, drafts)
    return long
  }
  const end = runEnd(scene, at, limit)
  if (!match) {
    if (!isNameWord(scene, at) && !startsWithParticle(scene, at, end)) return at + 1
    // In capitals everything looks like a name; findShouted asks the rest of the document.
    if (scene.shouted[at] === 1) return at + 1
    readPlainRun(scene, at, at, end, drafts, candidates)
    return end
  }
  if (match.end >= end) {
    pushEntry(scene, at, match.end, match.values, drafts)
    return match.end
  }
  return readAfterPhrase(scene, at, match.end, end, match.values, drafts, candidates)
}

/** "EU Commissioner for Enlargement Jane Roe": puts the holder of a long office and whom it is of; returns its end, or -1. */
function readLongTitle(
  scene: Scene,
  start: number,
  at: number,
  limit: number,
  drafts: Draft[],
  candidates: Candidate[],
): number {
  const name = longTitle(scene, at, limit)
  if (!name) return -1
  for (let i = at; i < name.first; i++) {
    const match = scene.gazetteers.phrases.longest(scene.words, i, name.first, acceptEntry(scene, i))
    if (!match?.values.some((one) => /^(?:state|place|organization)$/.test(one.kind))) continue
    pushEntry(scene, i, match.end, match.values, drafts)
    i = match.end - 1
  }
  const title = { first: at, last: name.first }
  const types = evidence(scene, name.first, name.last, title)
  types.person += TITLE_EVIDENCE
  candidates.push({ ...name, start, title, types, text: textOf(scene, name.first, name.last) })
  return name.last
}

/** A phrase of the gazetteers with more name words after it: "US President ...", "Jordan Hale", "Harbor Bank". */
function readAfterPhrase(
  scene: Scene,
  at: number,
  middle: number,
  end: number,
  values: readonly GazetteerEntry[],
  drafts: Draft[],
  candidates: Candidate[],
): number {
  const tokens = scene.tokens
  const phraseAlone = (): number => {
    pushEntry(scene, at, middle, values, drafts)
    return middle
  }
  if (/^[-–—/]$/.test(scene.words[middle]!)) {
    pushEntry(scene, at, middle, values, drafts)
    return middle + 1
  }
  const inner = innerTitle(scene, middle, end)
  if (inner && inner.first > middle) {
    // "African Union Commission Chairperson Jane Roe".
    const draft = createDraft(scene, at, inner.first, 'name', 'organization')
    draft.country = values[0]!.country
    draft.sector = values[0]!.sector
    drafts.push(draft)
    readPlainRun(scene, at, inner.first, end, drafts, candidates)
    return end
  }
  const title = titleEnd(scene, middle, end)
  const adjective = values.some((entry) => entry.kind === 'adjective')
  const known = values.some((entry) => entry.kind === 'organization' || entry.kind === 'outlet')
  if (title > middle && title < end) {
    pushEntry(scene, at, middle, values, drafts)
    readPlainRun(scene, at, middle, end, drafts, candidates)
    return end
  }
  if (title === end) return phraseAlone()
  const last = scene.lower[end - 1]!
  if (values.some((entry) => entry.kind === 'outlet') && ORGANIZATION_TAILS.has(last)) {
    pushEntry(scene, at, end, values, drafts)
    return end
  }
  if (ORGANIZATION_TAILS.has(last) || scene.gazetteers.organizationNouns.has(last)) {
    const draft = createDraft(scene, at, end, 'name', 'organization')
    // A house, an office that begins like a paper's name has nothing to do with the paper.
    draft.country = values[0]!.kind === 'outlet' ? null : values[0]!.country
    draft.sector = scene.gazetteers.organizationNouns.get(last) ?? null
    drafts.push(draft)
    return end
  }
  if (PLACE_NOUNS.has(last)) {
    const draft = createDraft(scene, at, end, 'name', 'place')
    draft.country = values[0]!.country
    drafts.push(draft)
    return end
  }
  if (THING_NOUNS.has(last)) {
    pushEntry(scene, at, middle, values, drafts)
    return end
  }
  const inside = tokens.name[middle]!
  const one = inside.startsWith('I-')
  const startsPerson = scene.gazetteers.givenNames.has(scene.lower[at]!) && middle === at + 1
  if ((one && !adjective) || (startsPerson && !adjective)) {
    const types = evidence(scene, at, end, null)
    if (startsPerson) types.person += 1
    candidates.push({ start: at, first: at, last: end, title: null, types, text: textOf(scene, at, end) })
    if (known && !inside.endsWith('PER')) {
      // "BBC Persian", "Politico Magazine": a part of the one that is listed.
      candidates.pop()
      pushEntry(scene, at, end, values, drafts)
    }
    return end
  }
  if (one && adjective && inside.endsWith('ORG')) {
    const draft = createDraft(scene, at, end, 'name', 'organization')
    draft.country = values[0]!.country
    drafts.push(draft)
    return end
  }
  return phraseAlone()
}

/** A run that starts with a title or a name. `start` is where the mention starts (a country may stand before). */
function readPlainRun(
  scene: Scene,
  start: number,
  at: number,
  end: number,
  drafts: Draft[],
  candidates: Candidate[],
): void {
  for (let i = at + 1; i < end; i++) {
    // Two names side by side, as the net sees it; a single first word may be a given name.
    if (i === at + 1 && scene.tokens.name[at]!.endsWith('PER')) continue
    if (
      scene.tokens.name[i]!.startsWith('B-') &&
      scene.tokens.name[i - 1] !== 'O' &&
      scene.shouted[i] === 0 &&
      titleEnd(scene, at, end) < i
    ) {
      readPlainRun(scene, start, at, i, drafts, candidates)
      readPlainRun(scene, i, i, end, drafts, candidates)
      return
    }
  }
  const inner = innerTitle(scene, at, end)
  if (inner) {
    // "Relief Council Director Jane Roe": an organization, an office in it, its holder.
    readPlainRun(scene, at, at, inner.first, drafts, candidates)
    for (const one of candidates) if (one.first >= at && one.last === inner.first) one.types.organization += 2
    readPlainRun(scene, start, inner.first, end, drafts, candidates)
    return
  }
  let title = titleEnd(scene, at, end)
  if (title >= end) return
  // "the Prosecutor General's Office": the office of an office.
  if (title > at && tagOf(scene, title) === 'POS') {
    drafts.push(createDraft(scene, at, end, 'name', 'organization'))
    return
  }
  if (title === at) title = nameInside(scene, at, end)
  let first = title
  let last = end
  // "Colonel Ret. Max Hale", "Jane Roe KC": neither is a part of the name.
  if (title > at) while (first < last - 1 && /^(?:ret|retd|rtd)\.?$/.test(scene.lower[first]!)) first++
  // "the NGO Harbor Watch"
  if (scene.words[first] === 'NGO' && last - first > 1) first++
  if (last - first > 2 && POSTNOMINALS.test(scene.words[last - 1]!)) last--
  // "Jane May" is a name where the net says so.
  while (last > first && CALENDAR.has(scene.lower[last - 1]!) && scene.tokens.name[last - 1] !== 'I-PER') last--
  // A phrase inside: "Hale Reuters" is no name, but "Vance Minsk" would be a parse error; keep the run before it.
  for (let i = first + 1; i < last; i++) {
    const inner = scene.gazetteers.phrases.longest(scene.words, i, last, acceptEntry(scene, i))
    if (inner && inner.end === last && scene.tokens.name[i]?.startsWith('B-')) {
      pushEntry(scene, i, inner.end, inner.values, drafts)
      last = i
    }
  }
  if (last <= first) return
  let from = start
  let titleFirst = at
  if (title === at) {
    titleFirst = titleStart(scene, first, last)
    from = Math.min(from, titleFirst)
  } else titleFirst = Math.min(titleFirst, titleStart(scene, titleFirst, last))
  from = Math.min(from, titleFirst)
  const hasTitle = titleFirst < first
  const types = evidence(scene, first, last, hasTitle ? { first: titleFirst, last: first } : null)
  if (hasTitle && first < last) {
    // What stands after a title as the head of a known entry ("Mayor London Breed") stays a person.
    types.person += TITLE_EVIDENCE
  } else if (
    !/^[(/[]$/.test(scene.words[first - 1] ?? '') &&
    isDatelineSentence(scene, scene.tokens.sentence[first]!)
  ) {
    types.place += DATELINE_EVIDENCE
  }
  if (/^[-–—/]$/.test(scene.words[first]!)) first++
  candidates.push({
    start: from,
    first,
    last,
    title: hasTitle ? { first: titleFirst, last: first } : null,
    types,
    text: textOf(scene, first, last),
  })
}

/** "Interior CS Jane Roe": where the net's name of two words or more begins that ends the run; else `at`. */
function nameInside(scene: Scene, at: number, end: number): number {
  const { name } = scene.tokens
  let first = end - 1
  while (first > at && name[first] === 'I-PER') first--
  if (first <= at || end - first < 2 || name[first] !== 'B-PER') return at
  for (let i = at; i < first; i++) if (name[i] !== 'O' || !isNameTag(tagOf(scene, i))) return at
  return first
}

/** Letters behind a name that tell an office or an honour. */
const POSTNOMINALS = /^(?:KC|QC|SC|MP|MEP|MSP|MLA|TD|OBE|CBE|MBE|KBE|PhD|MD|Esq)\.?$/

/** An office inside a run of name words, with words before it that are no given name and a name after it. */
function innerTitle(scene: Scene, at: number, end: number): { first: number; last: number } | null {
  if (scene.gazetteers.givenNames.has(scene.lower[at]!) || titleEnd(scene, at, end) > at) return null
  for (let i = at + 1; i < end - 1; i++) {
    const last = titleEnd(scene, i, end)
    if (last > i && last < end && !/^(?:jr|sr)\.?$/.test(scene.lower[last]!)) return { first: i, last }
  }
  return null
}

/** "Peruvians and Chileans failed to ...": two peoples, whom the net may call one body; "Boys and Girls Clubs" is one. */
function arePeoples(scene: Scene, and: number, limit: number): boolean {
  if (tagOf(scene, and - 1) !== 'NNPS' || tagOf(scene, and + 1) !== 'NNPS') return false
  return and + 2 >= limit || !isNameWord(scene, and + 2)
}

/** End of the run of name words from `at`, with particles, initials, hyphens and "of" where the net or the noun says so. */
function runEnd(scene: Scene, at: number, limit: number): number {
  let end = at + 1
  while (end < limit) {
    const word = scene.lower[end]!
    if (isNameWord(scene, end)) {
      end++
      continue
    }
    const next = end + 1 < limit && isNameWord(scene, end + 1)
    if (word === 'and' && arePeoples(scene, end, limit)) break
    // "Omar al-Noori" with the hyphen as a word of its own.
    if (
      NAME_PARTICLES.has(word) &&
      /^[-–]$/.test(scene.words[end + 1] ?? '') &&
      end + 2 < limit &&
      isNameWord(scene, end + 2)
    ) {
      end += 3
      continue
    }
    // "Organization for Human Dialogue", "Campaign Against Torture".
    if (next && /^(?:for|on|against)$/.test(word) && ORGANIZATION_HEADS.test(scene.words[end - 1]!)) {
      end += 2
      continue
    }
    if (
      next &&
      word === 'of' &&
      scene.gazetteers.offices.has(scene.lower[end - 1]!) &&
      OFFICE_OBJECTS.test(scene.words[end + 1]!)
    ) {
      end += 2
      continue
    }
    // "Reporters Without Walls": a capital that such a word has only in names, and in headlines that shout.
    if (
      next &&
      INNER_WORDS.test(scene.words[end]!) &&
      end - 1 > scene.sentences[scene.tokens.sentence[end]!]!.first - 1
    ) {
      end += 2
      continue
    }
    const net = scene.tokens.name[end]!
    // "Kim Jong-un", "Koo Byoung-sam": the second syllable of a given name is small.
    if (/^[-–]$/.test(word) && end + 1 < limit && touches(scene, end) && isSyllable(scene, end + 1)) {
      end += 2
      continue
    }
    if (next && (word === '-' || word === '–' || word === "'" || word === '.' || word === '&') && touches(scene, end))
      end += 2
    else if (next && (NAME_PARTICLES.has(word) || net.startsWith('I-'))) end += 2
    else if (next && word === 'of' && ORGANIZATION_HEADS.test(scene.words[end - 1]!)) end += 2
    else if (
      net.startsWith('I-') &&
      /^(?:of|the|for|and|&|de)$/.test(word) &&
      end + 2 < limit &&
      isNameWord(scene, end + 2) &&
      scene.tokens.name[end + 1]!.startsWith('I-')
    )
      end += 3
    else if (
      word === 'of' &&
      ORGANIZATION_HEADS.test(scene.words[end - 1]!) &&
      scene.lower[end + 1] === 'the' &&
      end + 2 < limit &&
      isNameWord(scene, end + 2)
    )
      end += 3
    else break
  }
  return end
}

const INNER_WORDS = /^(?:Without|Beyond|Against|Across|Behind|Over|Under)$/

/** A small word behind a hyphen that is tagged as part of a name, or that the net has in one; "-led" and "-born" are not. */
function isSyllable(scene: Scene, at: number): boolean {
  if (!/^\p{Ll}{1,6}$/u.test(scene.words[at]!)) return false
  return isNameTag(tagOf(scene, at)) || scene.tokens.name[at] === 'I-PER'
}

const OFFICE_OBJECTS =
  /^(?:State|Defen[sc]e|Foreign|Finance|Justice|Interior|Energy|Health|War|Education|Commerce|Trade|Transport|Staff)$/

function touches(scene: Scene, index: number): boolean {
  return (
    scene.tokens.from[index] === scene.tokens.to[index - 1] && scene.tokens.to[index] === scene.tokens.from[index + 1]
  )
}

/** Turns candidates into drafts where the whole document gives enough evidence. */
function decide(scene: Scene, candidates: readonly Candidate[], drafts: Draft[]): void {
  const sums = new Map<string, Types & { count: number }>()
  for (const { text, types } of candidates) {
    const sum = sums.get(text) ?? { person: 0, organization: 0, place: 0, count: 0 }
    sum.person += types.person
    sum.organization += types.organization
    sum.place += types.place
    sum.count++
    sums.set(text, sum)
  }
  // What companies go by: "Trondsen" is one because "Trondsen Shipping" is.
  const companies = new Set<string>()
  for (const [text, sum] of sums) {
    const tail = text.lastIndexOf(' ')
    if (tail > 0 && sum.organization > sum.person && COMPANY_TAILS.test(text.slice(tail + 1)))
      companies.add(text.slice(0, tail))
  }
  // Parts of full names of persons: "Roe" is a person because "Jane Roe" is one.
  const parts = new Map<string, number>()
  for (const [text, sum] of sums) {
    const words = text.split(' ')
    if (words.length < 2 || sum.person < LEAST_EVIDENCE || sum.person < Math.max(sum.organization, sum.place)) continue
    for (const part of [words[words.length - 1]!, words[0]!, words.slice(1).join(' '), words.slice(-2).join(' ')]) {
      parts.set(part, Math.max(parts.get(part) ?? 0, Math.min(sum.person, 4)))
    }
  }
  // A city's name that is the surname of a person of the document is that person, but after "in" and the like.
  for (const draft of drafts) {
    const inNet = draft.kind === 'state' && !draft.modifier && scene.tokens.name[draft.coreFirst]!.endsWith('PER')
    if (draft.coreLast - draft.coreFirst !== 1 || !(draft.kind === 'place' || draft.noun === 'capital' || inNet))
      continue
    const word = scene.lower[draft.coreFirst]!
    if ((parts.get(word) ?? 0) < LEAST_EVIDENCE || LOCATIVES.has(scene.lower[draft.first - 1] ?? '')) continue
    draft.kind = 'person'
    draft.key = null
    draft.country = null
    draft.sector = null
    draft.noun = ''
    draft.modifier = false
  }
  for (const one of candidates) {
    const sum = sums.get(one.text)!
    // The other occurrences count by their mean, at most twice: many weak hints make no strong one.
    const others = sum.count - 1
    const share = (whole: number, own: number) =>
      own + (others > 0 ? (0.7 * Math.min(2, others) * (whole - own)) / others : 0)
    const person = share(sum.person, one.types.person) + (parts.get(one.text) ?? 0)
    const organization = share(sum.organization, one.types.organization)
    const place = share(sum.place, one.types.place)
    const best = Math.max(person, organization, place)
    if (best < LEAST_EVIDENCE) continue
    const company = best === person && !one.title && companies.has(one.text) && !parts.has(one.text)
    const kind: ActorKind =
      best === person && !company ? 'person' : best === place && !company ? 'place' : 'organization'
    const whole = kind === 'person'
    const draft = createDraft(scene, whole ? one.start : one.first, one.last, 'name', kind)
    draft.coreFirst = one.first
    if (whole) draft.title = one.title
    if (kind === 'organization') {
      const nouns = scene.gazetteers.organizationNouns
      draft.sector = nouns.get(scene.lower[one.last - 1]!) ?? nouns.get(scene.lower[one.first]!) ?? null
    }
    drafts.push(draft)
  }
}

/** In sentences in capitals, words that are names elsewhere are names too. */
function findShouted(scene: Scene, drafts: Draft[]): void {
  const known = new Map<string, Draft>()
  let longest = 0
  for (const draft of drafts) {
    if (draft.form !== 'name' || draft.key !== null || scene.shouted[draft.first] === 1) continue
    const text = textOf(scene, draft.coreFirst, draft.coreLast)
    longest = Math.max(longest, draft.coreLast - draft.coreFirst)
    if (!known.has(text)) known.set(text, draft)
    const tail = scene.lower[draft.coreLast - 1]!
    if (draft.kind === 'person' && !known.has(tail)) known.set(tail, draft)
  }
  const taken = new Set<number>()
  for (const draft of drafts) for (let i = draft.first; i < draft.last; i++) taken.add(i)
  for (const sentence of scene.sentences) {
    if (scene.shouted[sentence.first] !== 1) continue
    for (let i = sentence.first; i < sentence.last; i++) {
      for (let length = Math.min(longest, sentence.last - i); length > 0; length--) {
        const match = known.get(textOf(scene, i, i + length))
        if (!match || taken.has(i)) continue
        const draft = createDraft(scene, i, i + length, 'name', match.kind)
        draft.country = match.country
        drafts.push(draft)
        i += length - 1
        break
      }
    }
  }
}
