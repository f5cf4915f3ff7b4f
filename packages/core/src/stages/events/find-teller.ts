import { type Attribution, type Span, spanHolds, spansTouch, tellerOf } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'

/** What the search for tellers asks of a document. */
interface TellerContext {
  readonly grammar: Grammar
  readonly attributions: readonly Attribution[]
  readonly document: { readonly text: string }
}

/** Finds for each event the innermost voice that tells it; null where the document's outlet does. */
export function createTellers(cx: TellerContext, drafts: readonly Draft[]): (draft: Draft) => Attribution | null {
  const byId = new Map(cx.attributions.map((one) => [one.id, one]))
  const acts = drafts.filter((one) => one.type.family === 'asks-and-answers' || one.type.family === 'engagement')
  const actOf = new Map<Attribution, Draft>()
  for (const voice of cx.attributions) {
    const act = acts.find((one) => voice.cue.some((cue) => spansTouch(cue, one.trigger)))
    if (act !== undefined) actOf.set(voice, act)
  }
  return (draft) => {
    let voice = tellerAt(cx, draft.trigger)
    while (voice !== null) {
      const act = actOf.get(voice)
      const isAct = act !== undefined && act.head !== draft.head && isOnlyAsked(act, draft)
      const isElsewhere = isAside(cx, draft, voice) || isAddressed(cx, draft, voice) || isBeforeBut(cx, draft, voice)
      if (!isAct && !isElsewhere && !isNobodys(cx, voice)) return voice
      voice = voice.within === null ? null : (byId.get(voice.within) ?? null)
    }
    return null
  }
}

/** "A second swap is planned, but Norland says that it will not take place": what Norland says comes behind it. */
function isBeforeBut({ document }: TellerContext, draft: Draft, voice: Attribution): boolean {
  const [source] = voice.source
  const [cue] = voice.cue
  if (source === undefined || cue === undefined || voice.manner !== 'reported') return false
  if (draft.trigger.to > source.from || cue.from < source.to) return false
  const lead = document.text.slice(draft.trigger.to, source.from)
  return /,\s+(?:but|while|although|though)\s+(?:the\s+)?$/i.test(lead) && voice.content.some(({ to }) => to > cue.to)
}

/** "Norland: Free the writers": whom a heading orders something tells nothing. */
function isAddressed({ document }: TellerContext, draft: Draft, voice: Attribution): boolean {
  if (!draft.reason.includes('"imperative"')) return false
  return voice.source.some(({ to }) => /^\s*:\s*$/.test(document.text.slice(to, draft.trigger.from)))
}

/** "No group has said it was behind the kidnapping": nobody tells it. */
function isNobodys({ document }: TellerContext, { source }: Attribution): boolean {
  const [first] = source
  return first !== undefined && /^(?:no|nobody|none|neither)\b/i.test(document.text.slice(first.from, first.to))
}

/** Acts whose content holds nothing that they tell. */
const ASKING = new Set(['request', 'demand', 'refusal'])

/**
 * "demanded that Norland free ten": whoever demands has asked, and tells nobody that they are free; who tells of the
 * demand tells of the freeing asked for. A promise or a warning may tell what has been done.
 */
function isOnlyAsked(act: Draft, draft: Draft): boolean {
  if (act.type.family === 'engagement' || ASKING.has(act.type.name)) return true
  if (act.pattern.lemmas.includes('threaten')) return true
  return draft.status !== 'happened' && draft.status !== 'ongoing'
}

/** The innermost voice that tells the trigger. */
function tellerAt(cx: TellerContext, trigger: Span): Attribution | null {
  const holding = tellerOf(cx.attributions, trigger)
  return (
    holding ?? cx.attributions.find((one) => one.sense === 'voice' && leadsInto(one, trigger, cx.document.text)) ?? null
  )
}

/** 'claimed the release "would not have happened"': the subject of a quotation stands between cue and content. */
function leadsInto(voice: Attribution, trigger: Span, text: string): boolean {
  const content = voice.content[0]
  if (
    !content ||
    content.from < trigger.to ||
    !voice.cue.some((cue) => cue.to <= trigger.from && trigger.from - cue.to < NEAR_CUE)
  )
    return false
  return /^[\s"“”‘’']*$/.test(text.slice(trigger.to, content.from))
}
/** Code units between a cue and the subject of what it quotes. */
const NEAR_CUE = 24

/**
 * "officials say that Jane Roe, who was jailed in 2023, has been freed": who she is stands aside, in the words of whoever
 * reports what they say (Potts 2005 on appositive relative clauses). In a quotation it is the speaker's all the same.
 */
function isAside({ grammar, document }: TellerContext, draft: Draft, voice: Attribution): boolean {
  if (voice.manner !== 'reported') return false
  const { tokens } = grammar
  let at = draft.carrier
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    const name = grammar.head(at)
    if (name < 0) return false
    if (tokens.relation[at] === 'acl:relcl') {
      if (grammar.upos(name) !== 'PROPN') return false
      const who = grammar.tree.children(at).find((child) => grammar.form(child) === 'who')
      if (who === undefined || grammar.form(who - 1) !== ',') return false
      const span = { from: tokens.from[name] ?? 0, to: tokens.to[name] ?? 0 }
      const aside = document.text.slice(span.to, draft.trigger.to)
      return voice.content.some((content) => spanHolds(content, span)) && !/["“”]/.test(aside)
    }
    const rel = grammar.relation(at)
    if (rel !== 'conj' && rel !== 'obl' && rel !== 'xcomp') return false
    at = name
  }
  return false
}
/** Most words up from an event to the clause that it stands in. */
const MOST_STEPS = 3
