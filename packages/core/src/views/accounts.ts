import type { Attribution, AttributionId, Span } from '../model/index.ts'
import type { Lookup } from './lookup.ts'
import { type ChainStep, speakerOf, voicesBetween, voicesOf } from './teller.ts'

/** One thing said: through whom, with which words of saying, and exactly what. */
export interface Saying {
  readonly attribution: AttributionId
  readonly chain: readonly ChainStep[]
  readonly cue: string
  /** The exact words, one entry a stretch of text; empty where nothing was said. */
  readonly words: readonly string[]
  readonly manner: Attribution['manner']
  /** How many voices stand between the reader and who speaks, 1 where the document's outlet alone does. */
  readonly through: number
  /** "attitude" for a wish, a belief or a plan that is told of somebody, which is no saying. */
  readonly sense: Attribution['sense']
  /** How the voice stands to the words: it denies, confirms, questions or takes back; "tells" is all else. */
  readonly stance: NonNullable<Attribution['stance']>
  /** Where the words stand, one entry for each of `words`. */
  readonly spans: readonly Span[]
}

/** Everything one voice says in the document, in text order. */
export interface Account {
  readonly voice: string
  readonly standing: Attribution['standing']
  readonly sayings: readonly Saying[]
}

/** Accounts by voice, in the order in which the voices first speak. Two unnamed sources are never joined by their words. */
export function accountsOf(lookup: Lookup): Account[] {
  const accounts = new Map<string, { voice: string; standing: Attribution['standing']; sayings: Saying[] }>()
  for (const attribution of lookup.findings.attributions) {
    const speaker = speakerOf(lookup, attribution)
    const nobody = attribution.source.length === 0 && attribution.actor === null
    const key = attribution.actor ?? (nobody ? 'nobody' : `words:${attribution.id}`)
    const account = accounts.get(key) ?? {
      voice: nobody ? 'Nobody in particular' : speaker.name.slice(0, 1).toUpperCase() + speaker.name.slice(1),
      standing: attribution.standing,
      sayings: [],
    }
    const chain = voicesOf(lookup, attribution)
    account.sayings.push({
      attribution: attribution.id,
      chain,
      through: voicesBetween(chain, nobody),
      cue: attribution.cue.map(lookup.words).join(' … '),
      words: attribution.content.map(lookup.words),
      manner: attribution.manner,
      sense: attribution.sense,
      stance: attribution.stance ?? 'tells',
      spans: attribution.content,
    })
    accounts.set(key, account)
  }
  return [...accounts.values()]
}
