import { UPOS } from '../../model/index.ts'

/** The columns of a table that may be mended. */
interface Columns {
  readonly upos: Uint8Array
  readonly xpos: readonly string[]
  readonly heads: Int32Array
  readonly relations: readonly string[]
}

const VERB = UPOS.indexOf('VERB')
const NOUNS: ReadonlySet<number> = new Set([UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN')])
const HELPING = /^help(?:s|ed|ing)?$/i

/**
 * "Helped free 14 prisoners": treebanks hardly have "free" as a bare infinitive, so it is read as an adjective of the
 * prisoners. Behind a form of "help" that governs their noun it is the verb, and they are its object. Gives the same
 * columns where there is nothing to mend, else copies.
 */
export function mendFree(forms: readonly string[], columns: Columns): Columns {
  const found: number[] = []
  for (let i = 1; i < forms.length; i++) if (isVerb(forms, columns, i)) found.push(i)
  if (found.length === 0) return columns
  const upos = Uint8Array.from(columns.upos)
  const heads = Int32Array.from(columns.heads)
  const xpos = [...columns.xpos]
  const relations = [...columns.relations]
  for (const free of found) {
    const noun = heads[free]!
    upos[free] = VERB
    xpos[free] = 'VB'
    heads[free] = free - 1
    relations[free] = 'xcomp'
    heads[noun] = free
    relations[noun] = 'obj'
  }
  return { upos, xpos, heads, relations }
}

function isVerb(forms: readonly string[], { upos, heads, relations }: Columns, free: number): boolean {
  const help = free - 1
  const noun = heads[free]!
  if (!/^free$/i.test(forms[free]!) || !HELPING.test(forms[help]!) || upos[help] !== VERB) return false
  return relations[free] === 'amod' && noun > free && NOUNS.has(upos[noun]!) && heads[noun] === help
}
