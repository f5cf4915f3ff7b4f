import type { ActorKind } from '../../model/index.ts'
import type { GazetteerEntry } from './gazetteers.ts'
import { createDraft, type Draft, type Scene, tagOf } from './scene.ts'

/** Most words between a country's name or adjective and the noun that it modifies. */
const LONGEST_MODIFIER = 8

/** Adds the mention that the entries of a listed phrase call for. */
export function pushEntry(
  scene: Scene,
  first: number,
  last: number,
  values: readonly GazetteerEntry[],
  drafts: Draft[],
): void {
  const pick = (kind: GazetteerEntry['kind']) => values.find((entry) => entry.kind === kind)
  const tag = tagOf(scene, last - 1)
  const head = scene.tokens.head[last - 1]!
  const adjective = pick('adjective')
  // A modifier stands close before a noun or an adjective.
  const modifies =
    head >= last &&
    head < last + LONGEST_MODIFIER &&
    /^(?:NN|JJ|VBG|VBN|CD|FW|HYPH)/.test(tagOf(scene, head)) &&
    /^(?:amod|compound|nmod:desc|nmod|flat|conj|dep)$/.test(scene.tokens.relation[last - 1]!)
  const people = pick('people')
  // "ethnic Vardanians" live elsewhere, and are no matter of that state.
  const ethnic = scene.lower[first - 1] === 'ethnic'
  if (ethnic && adjective && !people) return
  if (people && tag !== 'JJ') {
    return void drafts.push(peopleDraft(scene, first, last, ethnic ? { ...people, country: null } : people, true))
  }
  if (adjective && !pick('state')) {
    const citizen = pick('citizen')
    const before = scene.lower[first - 1] ?? ''
    const singular = /^(?:a|an|another|one|every|each)$/.test(before) && !modifies
    if (citizen && singular) return void drafts.push(peopleDraft(scene, first, last, citizen, false))
    // "a German released": a participle behind the subject of its clause describes nobody.
    const isSubject = /^(?:nsubj|obj|conj)/.test(scene.tokens.relation[last - 1]!) && tagOf(scene, last) === 'VBN'
    if (singular && (tag !== 'JJ' || isSubject || !isAttributive(scene, last)))
      return void drafts.push(peopleDraft(scene, first, last, adjective, false))
    if (before === 'the' && !modifies && head !== -1 && !isAttributive(scene, last))
      return void drafts.push(peopleDraft(scene, first, last, adjective, true))
  }
  const entry =
    pick('state') ??
    adjective ??
    pick('organization') ??
    pick('outlet') ??
    pick('government') ??
    pick('place') ??
    values[0]!
  const citizen = pick('citizen')
  if (entry === values[0] && citizen && !adjective)
    return void drafts.push(peopleDraft(scene, first, last, citizen, false))
  const kind: ActorKind =
    entry.kind === 'organization' || entry.kind === 'outlet' ? entry.kind : entry.kind === 'place' ? 'place' : 'state'
  // "The European Union" is named without its article, "The Times" with it.
  const start = entry.kind !== 'outlet' && last - first > 1 && scene.lower[first] === 'the' ? first + 1 : first
  const draft = createDraft(scene, start, last, 'name', kind)
  draft.country = entry.country
  draft.sector = entry.sector
  draft.key = entry.key
  draft.modifier =
    modifies || (adjective !== undefined && !pick('state')) || (adjective !== undefined && isAttributive(scene, last))
  if (pick('government') && !pick('state')) {
    // Place or government: the words around decide, when all mentions are known (capitals.ts).
    draft.key = pick('government')!.key
    draft.country = pick('government')!.country
    draft.noun = isCity(scene, first, last) ? 'capital' : ''
    draft.kind = 'state'
  }
  drafts.push(draft)
}

/** True for a seat of government that is a city as well, not a building such as the Kremlin. */
function isCity(scene: Scene, first: number, last: number): boolean {
  const match = scene.gazetteers.phrases.longest(scene.words, first, last)
  return match?.end === last && match.values.some((entry) => entry.kind === 'place')
}

/** The word after is a noun or an adjective: the demonym before it modifies. */
function isAttributive(scene: Scene, last: number): boolean {
  return /^(?:NN|JJ|VBG|VBN|HYPH)/.test(tagOf(scene, last)) || /^[-–]$/.test(scene.words[last] ?? '')
}

function peopleDraft(scene: Scene, first: number, last: number, entry: GazetteerEntry, many: boolean): Draft {
  let start = first
  while (
    start > 0 &&
    (/^(?:DT|CD|PDT)$/.test(tagOf(scene, start - 1)) ||
      /^(?:other|many|several|few|more)$/.test(scene.lower[start - 1]!)) &&
    scene.tokens.sentence[start - 1] === scene.tokens.sentence[first]
  )
    start--
  const draft = createDraft(scene, start, last, 'nominal', many ? 'group' : 'person')
  draft.coreFirst = first
  draft.country = entry.country
  draft.sector = 'CVL'
  draft.many = many
  draft.noun = scene.lower[last - 1]!
  draft.determiner = start < first ? (scene.lower[start] === 'the' ? 'definite' : 'indefinite') : 'none'
  for (let i = start; i < first; i++) if (tagOf(scene, i) === 'CD') draft.count = scene.lower[i]!
  return draft
}
