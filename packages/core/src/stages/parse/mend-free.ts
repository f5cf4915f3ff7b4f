import { UPOS } from '../../model/index.ts'

/** The columns of a table that may be mended. */
interface Columns {
  readonly upos: Uint8Array
  readonly xpos: readonly string[]
  readonly heads: Int32Array
  readonly relations: readonly string[]
}

const VERB = UPOS.indexOf('VERB')
const PROPER = UPOS.indexOf('PROPN')
const NOUNS: ReadonlySet<number> = new Set([UPOS.indexOf('NOUN'), PROPER])
const HELPING = /^help(?:s|ed|ing)?$/i
const ASKING = /^(?:demand|insist|ask|request|urge|require|propose|recommend|suggest)(?:s|ed|ing)?$/i

/**
 * Treebanks hardly have "free" as a bare verb form, so it is read as an adjective of whoever is freed. Three places where it is
 * the verb: "helped free 14 prisoners", behind a form of "help" that governs their noun, and "demanded that Norland free Jane
 * Roe", between two names in a clause of what is asked. And where it already governs what is freed, behind "should" or "to" ("must free
 * two activists"), only the tag is mended. Gives the same columns where there is nothing to mend, else copies.
 */
export function mendFree(forms: readonly string[], columns: Columns): Columns {
  const helped: number[] = []
  const asked: number[] = []
  const bare: number[] = []
  for (let i = 1; i < forms.length; i++) {
    if (!/^free$/i.test(forms[i]!)) continue
    if (isHelped(forms, columns, i)) helped.push(i)
    else if (askingVerb(forms, columns, i) >= 0) asked.push(i)
    else if (isBare(columns, i)) bare.push(i)
  }
  if (helped.length === 0 && asked.length === 0 && bare.length === 0) return columns
  const upos = Uint8Array.from(columns.upos)
  const heads = Int32Array.from(columns.heads)
  const xpos = [...columns.xpos]
  const relations = [...columns.relations]
  for (const free of bare) {
    upos[free] = VERB
    xpos[free] = 'VB'
  }
  for (const free of helped) {
    const noun = heads[free]!
    upos[free] = VERB
    xpos[free] = 'VB'
    heads[free] = free - 1
    relations[free] = 'xcomp'
    heads[noun] = free
    relations[noun] = 'obj'
  }
  for (const free of asked) {
    const verb = askingVerb(forms, columns, free)
    // Read as a part of the name behind it, or as its first word.
    const noun = relations[free] === 'amod' ? heads[free]! : free + 1
    const above = relations[free] === 'amod' ? heads[noun]! : verb
    for (let i = noun + 1; i < forms.length && heads[i] === free && relations[i] === 'flat'; i++) heads[i] = noun
    upos[free] = VERB
    xpos[free] = 'VB'
    heads[free] = verb
    relations[free] = 'ccomp'
    heads[noun] = free
    relations[noun] = 'obj'
    heads[free - 1] = free
    relations[free - 1] = 'nsubj'
    heads[free - 2] = free
    relations[free - 2] = 'mark'
    // "..., two officials said": the verb of saying that had taken the name for its subject stands beside the clause.
    if (above > free && heads[above] === verb && relations[above] === 'ccomp') relations[above] = 'parataxis'
  }
  return { upos, xpos, heads, relations }
}

/** "should free two activists", "asked it to free her": behind a modal or "to", with an object. */
function isBare({ upos, xpos, heads, relations }: Columns, free: number): boolean {
  if (upos[free] === VERB || !/^(?:MD|TO)$/.test(xpos[free - 1]!) || heads[free - 1] !== free) return false
  return heads.some((head, i) => head === free && i > free && relations[i] === 'obj')
}

function isHelped(forms: readonly string[], { upos, heads, relations }: Columns, free: number): boolean {
  const help = free - 1
  const noun = heads[free]!
  if (!HELPING.test(forms[help]!) || upos[help] !== VERB) return false
  return relations[free] === 'amod' && noun > free && NOUNS.has(upos[noun]!) && heads[noun] === help
}

/** The verb of asking right before "that NAME free NAME"; -1 where the words are others. */
function askingVerb(forms: readonly string[], { upos, heads, relations }: Columns, free: number): number {
  const verb = free - 3
  if (verb < 0 || upos[free] === VERB || !/^that$/i.test(forms[free - 2]!) || upos[verb] !== VERB) return -1
  if (!ASKING.test(forms[verb]!) || upos[free - 1] !== PROPER || heads[free - 1]! < free) return -1
  if (relations[free] === 'amod') return heads[free]! > free && upos[heads[free]!] === PROPER ? verb : -1
  return upos[free + 1] === PROPER && heads[free] === verb && relations[free] === 'ccomp' ? verb : -1
}
