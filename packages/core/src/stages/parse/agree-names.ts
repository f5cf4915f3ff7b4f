import type { NameKind } from '../../model/index.ts'

/** A name as the net tagged it: words `first` to `last` (exclusive) of a document. */
interface TaggedName {
  readonly kind: NameKind
  readonly first: number
  readonly last: number
  readonly key: string
}

/** What one form is in one document. */
interface Verdict {
  readonly kind: NameKind
  /** How often the net tagged it so. */
  readonly votes: number
}

/** So often a single word must have been tagged before it counts as a name wherever it is a proper noun. */
const SURE = 2

/**
 * Makes the names of one document agree with each other: a form that the net calls now one kind, now another, gets the
 * kind it has most often; the last name of a person named in full is that person; and a name that is sure once is a
 * name wherever the same words stand as proper nouns and no other name does. Counted plurals are no names. `names` are BIO tags, `forms` and `xpos`
 * of the same length. Returns new tags; linear in words.
 */
export function agreeNames(forms: readonly string[], xpos: readonly string[], names: readonly string[]): string[] {
  const out = names.map((tag, i) => (isCounted(xpos, names, i) ? 'O' : tag))
  joinSyllables(forms, xpos, out)
  const tagged = findTagged(forms, out)
  if (tagged.length === 0) return out
  const verdicts = judge(tagged, forms)
  for (const { kind, first, last, key } of tagged) {
    const verdict = verdicts.get(key)
    if (verdict && verdict.kind !== kind) write(out, first, last, verdict.kind)
  }
  spread(out, forms, xpos, tagged, verdicts)
  return out
}

/** "four Norlanders", "two Boeings": a plural alone behind a number counts people or things, and names nobody. */
function isCounted(xpos: readonly string[], names: readonly string[], at: number): boolean {
  const alone = names[at]!.startsWith('B-') && !names[at + 1]?.startsWith('I-')
  return alone && xpos[at] === 'NNPS' && xpos[at - 1] === 'CD'
}

/** "Chen Wei-ting" with the hyphen as a word of its own: the small second syllable of a given name is part of it. */
function joinSyllables(forms: readonly string[], xpos: readonly string[], names: string[]): void {
  for (let at = 1; at + 1 < names.length; at++) {
    const person = names[at - 1]!.endsWith('-PER') && names[at] === 'O' && forms[at] === '-'
    if (!person || names[at + 1] !== 'O' || xpos[at + 1] !== 'NNP' || !/^\p{Ll}{1,6}$/u.test(forms[at + 1]!)) continue
    names[at] = 'I-PER'
    names[at + 1] = 'I-PER'
  }
}

function findTagged(forms: readonly string[], names: readonly string[]): TaggedName[] {
  const found: TaggedName[] = []
  for (let first = 0; first < names.length; first++) {
    const tag = names[first]!
    if (!tag.startsWith('B-')) continue
    let last = first + 1
    while (names[last]?.startsWith('I-')) last++
    // The net's tags are of the kinds of NameKind only.
    found.push({ kind: tag.slice(2) as NameKind, first, last, key: keyOf(forms, first, last) })
  }
  return found
}

function keyOf(forms: readonly string[], first: number, last: number): string {
  return forms.slice(first, last).join(' ').toLowerCase()
}

/** The kind of every form: that of most of its tags; ties are left as they are. */
function judge(tagged: readonly TaggedName[], forms: readonly string[]): Map<string, Verdict> {
  const votes = new Map<string, Map<NameKind, number>>()
  const add = (key: string, kind: NameKind, weight: number) => {
    const own = votes.get(key) ?? new Map<NameKind, number>()
    own.set(kind, (own.get(kind) ?? 0) + weight)
    votes.set(key, own)
  }
  for (const { kind, first, last, key } of tagged) {
    add(key, kind, 1)
    // "Cooper" after "Jane Cooper".
    if (kind === 'PER' && last - first > 1) add(keyOf(forms, last - 1, last), 'PER', 1)
  }
  const verdicts = new Map<string, Verdict>()
  for (const [key, own] of votes) {
    const ranked = [...own].sort((a, b) => b[1] - a[1])
    const [best, second] = ranked
    if (best && best[1] !== second?.[1]) verdicts.set(key, { kind: best[0], votes: best[1] })
  }
  return verdicts
}

/** Tags what is a name elsewhere in the document and is untagged here. */
function spread(
  out: string[],
  forms: readonly string[],
  xpos: readonly string[],
  tagged: readonly TaggedName[],
  verdicts: ReadonlyMap<string, Verdict>,
): void {
  const longest = Math.max(...tagged.map((name) => name.last - name.first))
  for (let first = 0; first < forms.length; first++) {
    if (out[first] !== 'O' || !isProper(forms[first]!, xpos[first]!)) continue
    // A run of proper nouns is one name: part of it is not tagged alone.
    let end = first + 1
    while (out[end] === 'O' && isProper(forms[end]!, xpos[end]!)) end++
    const verdict = end - first > longest ? undefined : verdicts.get(keyOf(forms, first, end))
    if (verdict && (end - first > 1 || verdict.votes >= SURE)) write(out, first, end, verdict.kind)
    first = end - 1
  }
}

function isProper(form: string, xpos: string): boolean {
  const initial = form.charAt(0)
  return xpos.startsWith('NNP') && initial !== initial.toLowerCase()
}

function write(out: string[], first: number, last: number, kind: NameKind): void {
  for (let i = first; i < last; i++) out[i] = `${i === first ? 'B' : 'I'}-${kind}`
}
