import { fileURLToPath } from 'node:url'
import type { AttributionJson, DossierJson } from '@backchannel/wire'
import { readRows } from '../data.ts'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'

type Range = readonly [number, number]

interface GoldVoice {
  readonly chain: readonly string[]
  readonly speaker: string | null
  readonly standing: string
  readonly within: number | null
  readonly spans: { readonly cue: readonly Range[]; readonly content: readonly Range[] }
}

interface Passage {
  readonly id: string
  readonly outlet: string
  readonly published: string
  readonly text: string
  readonly attributions: readonly GoldVoice[]
}

/**
 * Voices, nesting, chains and standing on passages of our own. A voice is found where an attribution shares at least
 * half of the content (Dice over code units), or touches the cue where there is no content. Names are compared without
 * article and case, as SOURCE.md asks.
 */
export async function evalAttributionChains(dossier: DossierLine): Promise<Figures> {
  const figures: Figures = { ...(await scoreSet('gold.jsonl', dossier)) }
  for (const set of [
    'second',
    'third',
    'fourth',
    'fifth',
    'fifth-held',
    'sixth',
    'sixth-held',
    'seventh',
    'eighth-held',
  ]) {
    for (const [name, value] of Object.entries(await scoreSet(`${set}.jsonl`, dossier)))
      figures[`${set} set: ${name}`] = value
  }
  return figures
}

async function scoreSet(file: string, dossier: DossierLine): Promise<Figures> {
  const passages = readRows<Passage>(fileURLToPath(new URL(file, import.meta.url)))
  const count = { gold: 0, found: 0, chain: 0, named: 0, speaker: 0, standing: 0, within: 0 }
  for (const passage of passages) {
    const read = JSON.parse(await dossier(passage)) as DossierJson // what dossier() writes
    const means = (voice: Named, name: string) => isNamed(passage.text, read, voice, name)
    const matches = passage.attributions.map((gold) => bestMatch(gold, read.attributions))
    passage.attributions.forEach((gold, i) => {
      count.gold++
      if (gold.speaker !== null) count.named++
      const found = matches[i]
      if (!found) return
      count.found++
      const chain = found.chain ?? []
      const right = chain.length === gold.chain.length && chain.every((voice, at) => means(voice, gold.chain[at]!))
      if (right) count.chain++
      if (found.standing === gold.standing) count.standing++
      const outer = gold.within === null ? null : (matches[gold.within]?.id ?? 'none')
      if (found.within === outer) count.within++
      if (gold.speaker !== null && speaksAs(gold, found, read, means)) count.speaker++
    })
  }
  return {
    'voices found': (100 * count.found) / count.gold,
    'chain exactly right, of all': (100 * count.chain) / count.gold,
    'speaker resolved, of the named': (100 * count.speaker) / count.named,
    'standing right, of those found': (100 * count.standing) / count.found,
    'within right, of those found': (100 * count.within) / count.found,
  }
}

/**
 * True where the actor found is the speaker of the gold. The document's own outlet, where the chain is it alone, and two who
 * speak as one ("Kovia and Lutania") have no actor of their own: the chain says who they are.
 */
export function speaksAs(
  gold: GoldVoice,
  found: AttributionJson,
  read: DossierJson,
  means: (voice: Named, name: string) => boolean,
): boolean {
  const chain = found.chain ?? []
  if (gold.chain.length === 1 && chain.length === 1) return true
  const actor = read.actors.find((one) => one.id === found.actor)
  if (actor) return means({ name: actor.name, actor: actor.id }, gold.speaker!)
  const last = chain[chain.length - 1]
  return last !== undefined && / and /.test(gold.speaker!) && means(last, gold.speaker!)
}

interface Named {
  readonly name: string
  readonly actor?: string | null | undefined
}

/**
 * True where the voice goes by the name, or is a state that the text calls by it: the contract makes the state of a
 * capital that speaks ("Minsk said"), where the gold keeps the word of the passage.
 */
export function isNamed(text: string, read: DossierJson, voice: Named, name: string): boolean {
  if (agree(plain(voice.name), plain(name))) return true
  const parts = name.split(' and ')
  const ours = voice.name.split(' and ')
  if (parts.length === 2 && ours.length === 2)
    return parts.every((part, at) => {
      const one = read.actors.find((actor) => actor.name === ours[at])
      return isNamed(text, read, { name: ours[at]!, actor: one?.id }, part)
    })
  const actor = read.actors.find((one) => one.id === voice.actor)
  if (actor?.kind !== 'state') return false
  return actor.mentions.some(({ span }) => plain(text.slice(span.from, span.to)) === plain(name))
}

/** How much the cue counts beside the content: enough to tell two voices of one content apart, no more. */
const CUE_WEIGHT = 0.2

export function bestMatch(gold: GoldVoice, found: readonly AttributionJson[]): AttributionJson | undefined {
  let best: AttributionJson | undefined
  let most = 0
  for (const one of found) {
    const cue = dice(gold.spans.cue, ranges(one.cue))
    const content = gold.spans.content.length > 0 ? dice(gold.spans.content, ranges(one.content)) : 0.5
    const enough = gold.spans.content.length > 0 ? content >= 0.5 : cue > 0
    // Two voices may have one content ("Bild reported, citing ..."): the cue tells which is which.
    const score = content + CUE_WEIGHT * cue
    if (enough && score > most) {
      best = one
      most = score
    }
  }
  return best
}

function ranges(spans: readonly { readonly from: number; readonly to: number }[]): Range[] {
  return spans.map(({ from, to }) => [from, to] as const)
}

function dice(a: readonly Range[], b: readonly Range[]): number {
  const size = (list: readonly Range[]) => list.reduce((sum, [from, to]) => sum + to - from, 0)
  let shared = 0
  for (const [from, to] of a)
    for (const [start, end] of b) shared += Math.max(0, Math.min(to, end) - Math.max(from, start))
  const sum = size(a) + size(b)
  return sum === 0 ? 0 : (2 * shared) / sum
}

/** True for one name, also where only one of the two says whose it is, how many there are or what else is known of it. */
function agree(a: string, b: string): boolean {
  return a === b || shorter(a).includes(b) || shorter(b).includes(a)
}

/** A name without its possessor, its counting word, its relative clause: each alone, and all of them. */
function shorter(name: string): string[] {
  const possessed = (words: string) => words.replace(/^(?:[^' ]+ ){0,3}[^' ]+(?:'s|s') /, '')
  const counted = (words: string) => words.replace(COUNT, '')
  const described = (words: string) => words.replace(/ (?:who|which|that|whom) .*$/, '')
  return [possessed(name), counted(name), described(name), described(counted(possessed(name)))]
}

/** How many: "two", "more than 30", "several", "nearly a dozen"; not "two of them". */
const COUNT =
  /^(?:(?:at least|more than|fewer than|up to|about|around|some|nearly|almost|over|roughly|another|all) )?(?:\d[\d,.]*|both|neither|either|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|(?:a )?dozen|half a dozen|dozens of|scores of|hundreds of|thousands of|a (?:few|handful of|couple of|number of|group of)|several|some|many|most|all|few) (?!of\b)/

/** Forms of address and of honor, and the pronoun of a possessor, none of which is part of a name. */
const COURTESY =
  /^(?:mr justice|mr|mrs|ms|miss|mx|lord|lady|sir|dame|dr|prof|rev|fr|sheikha?|sheik|alhaji|alhaja|hajji|datuk|dato'?|tan sri|seri|don|do[nñ]a|sister|ustaz|sayyid|col|gen|maj|capt|lt|sgt)\.? (?=\S)/
const ARTICLE = /^(?:the|a|an|his|her|its|their|our|my) /

/** Where a body has its seat: "Foreign Office in Berlin" is the Foreign Office. */
const SEAT =
  /(?<=(?:ministry|office|embassy|consulate|mission|department|government|delegation|agency)) in \p{Lu}\S*(?: \p{Lu}\S*)?$/iu

/** Without article, courtesy title, seat and kind of apostrophe: none of them is part of a name. */
function plain(name: string): string {
  const words = name.replace(SEAT, '').toLowerCase().replaceAll('’', "'").replace(ARTICLE, '')
  // "Datuk Seri", "Maj Gen"
  return words.replace(COURTESY, '').replace(COURTESY, '').trim()
}
