import { remember } from '../../text/index.ts'
import { ACT_GROUPS } from '../data/acts.ts'

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'met=meet held=hold freed=free slain=slay shot=shoot fled=flee bought=buy sold=sell won=win lost=lose stole=steal stolen=steal struck=strike hit=hit fell=fall fallen=fall rose=rise risen=rise died=die dying=die said=say told=tell took=take taken=take gave=give given=give left=leave went=go gone=go came=come sent=send brought=bring sought=seek broke=break broken=break cut=cut shut=shut began=begin begun=begin spoke=speak spoken=speak wrote=write written=write made=make sank=sink sunk=sink led=lead'
    .split(' ')
    .map((pair) => {
      const [form = '', lemma = ''] = pair.split('=')
      return [form, lemma] as const
    }),
)

/**
 * The lemma of a single English word without a lexicon: for triggers of findings, which carry no lemmas. Lower case; good
 * enough to compare, not to print.
 */
export function lightLemma(word: string): string {
  const lower = word.toLowerCase()
  const known = IRREGULAR.get(lower)
  if (known !== undefined) return known
  if (lower.length < 5) return lower.length === 4 && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(lower)) return lower.slice(0, -2)
  if (/[^su]s$/.test(lower)) return lower.slice(0, -1)
  const bare = /(?:ed|ing)$/.test(lower) ? lower.replace(/(?:ed|ing)$/, '') : lower
  if (bare === lower || !/[aeiouy]/.test(bare)) return lower
  if (/([bdgmnprt])\1$/.test(bare)) return bare.slice(0, -1)
  if (/(?:[^aeiou][aeiou](?:s|z|v|c|g|u)|at|it|ur|ir|ang|ourc|nc|rs|rc|rg|ls)$/.test(bare) && bare.length > 2)
    return `${bare}e`
  return bare
}

/** Lemmas remembered with their stems. */
const LEMMAS_REMEMBERED = 4096

const ENDINGS =
  /(?:ations?|ates?|ated|ating|itions?|utions?|isations?|izations?|ments?|ances?|ences?|ings?|ions?|als?|ures?|ers?|ors?|ees?|ed|es|s|e)$/

/** What verbs and the nouns made of them share: "releas" of "release" and "releasing", "acquisi" stays apart. */
export const stemOf: (lemma: string) => string = remember((lemma) => {
  const stem = lemma.replace(ENDINGS, '')
  return stem.length >= 3 ? stem : lemma
}, LEMMAS_REMEMBERED)

/** How near two triggers without a type are: 1 one word, 0.85 of one stem, 0.7 words for one kind of happening, else 0. */
export function compareTriggers(a: string, b: string): number {
  if (a === b) return 1
  const one = stemOf(a)
  const two = stemOf(b)
  if (one === two && one.length >= 4) return 0.85
  const groups = ACT_GROUPS.get(b)
  return groups !== undefined && ACT_GROUPS.get(a)?.some((group) => groups.includes(group)) ? 0.7 : 0
}

/** Key of a trigger without a type: words that `compareTriggers` finds near share one. */
export function triggerKeys(lemma: string): readonly string[] {
  return [`t:${stemOf(lemma)}`, ...(ACT_GROUPS.get(lemma) ?? []).map((group) => `g:${group}`)]
}
