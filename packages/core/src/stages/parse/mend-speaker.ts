import { UPOS } from '../../model/index.ts'

/** The columns that decide, and those that may be mended. */
interface Columns {
  readonly upos: Uint8Array
  readonly heads: Int32Array
  readonly relations: readonly string[]
}

const VERB = UPOS.indexOf('VERB')

/**
 * "They have been released, the minister said": a verb behind the clause, hung on it as parataxis and left without a subject,
 * where the clause has got two, one of them behind its verb and before the other. That one belongs to the verb behind it. Gives
 * the same columns where there is nothing to mend, else copies.
 */
export function mendSpeaker<Given extends Columns>(columns: Given): Given {
  const { upos, heads, relations } = columns
  const found: { readonly verb: number; readonly subject: number }[] = []
  for (let verb = 1; verb < upos.length; verb++) {
    const clause = heads[verb]!
    if (upos[verb] !== VERB || relations[verb] !== 'parataxis' || clause < 0 || clause > verb) continue
    const subject = lateSubject(columns, clause, verb)
    if (subject >= 0) found.push({ verb, subject })
  }
  if (found.length === 0) return columns
  const mended = { heads: Int32Array.from(heads), relations: [...relations] }
  for (const { verb, subject } of found) {
    mended.heads[subject] = verb
    mended.relations[subject] = 'nsubj'
  }
  return { ...columns, ...mended }
}

/** The subject of the clause that stands between it and the verb, where it has another before it and the verb has none. */
function lateSubject({ heads, relations }: Columns, clause: number, verb: number): number {
  let late = -1
  let owner = -1
  for (let at = verb - 1; at >= 0 && verb - at <= LONGEST_CLAUSE; at--) {
    if (!(relations[at] ?? '').startsWith('nsubj')) continue
    const head = heads[at]!
    if (head === verb) return -1
    // Behind its verb, which is the clause or coordinated with it ("..., but Norland refused, two officials said").
    if (late < 0 && at > head && (head === clause || (heads[head] === clause && relations[head] === 'conj'))) {
      late = at
      owner = head
    } else if (late >= 0 && head === owner && at < owner) return late
  }
  return -1
}

/** Words back from the verb in which both subjects are looked for. */
const LONGEST_CLAUSE = 60
