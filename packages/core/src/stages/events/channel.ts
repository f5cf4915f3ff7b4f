import type { Actor, Channel, ChannelKind, Setting, Span } from '../../model/index.ts'
import { spanOfTokens } from '../../text/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/** Types that are carried by a channel (contract: conventions, "channel"). */
export const ENGAGEMENTS: ReadonlySet<string> = new Set([
  'meeting',
  'visit',
  'phone-call',
  'third-place-meeting',
  'talks',
  'mediation',
])

/* Words of offices by channel, most telling first; a phrase is tried against each in this order. Own list. */
const OFFICES: readonly (readonly [ChannelKind, RegExp])[] = [
  [
    'unofficial',
    /\b(?:former|ex-|retired|businessman|businesswoman|billionaire|private|lobbyist|academic|professor|(?:arch)?bishops?|pastors?|priests?|imams?|rabbis?|clerics?|churchm[ae]n|elders?|reverend)\b/i,
  ],
  [
    'special-envoy',
    /\b(?:envoys?|emissar(?:y|ies)|(?:special|personal) (?:representative|adviser|advisor)s?|presidential (?:aide|adviser|advisor))\b/i,
  ],
  [
    'security-service',
    /\b(?:intelligence|spy|spies|security (?:chief|service|council)|generals?|army|military|commanders?|police|defen[cs]e (?:chief|attach[eé])|CIA|FSB|MI6|Mossad)\b/i,
  ],
  [
    'ministry',
    /\b(?:ministers?|ministry|ministries|secretary of state|foreign secretary|state department|embass(?:y|ies)|ambassadors?|diplomats?|consuls?|consular|foreign office|charg[eé]|undersecretary)\b/i,
  ],
  [
    'leaders',
    /\b(?:presidents?|prime ministers?|premiers?|chancellors?|kings?|queens?|emirs?|sultans?|crown prince|heads? of (?:state|government)|(?<!\b(?:rebel|militia|opposition|separatist|guerrilla|insurgent|party|union|community|church|religious|clan|tribal|business|student|group|gang|faction|protest|labou?r|exiled|indigenous|civic) )leaders?|monarchs?|pope|supreme leader)\b/i,
  ],
]
const PRIME_MINISTER = /\b(?:prime ministers?|deputy)\b/i
const DEPUTY_TO_ENVOY = /\bdeput(?:y|ies)\b.*\benvoys?\b|\bdeputy envoys?\b/i

const SETTINGS: readonly (readonly [Setting, RegExp])[] = [
  ['secret', /^(?:secret|secretly|clandestine|covert|covertly|back-channel|backchannel)$/i],
  [
    'informal',
    /^(?:informal|informally|lunch|dinner|breakfast|toast|toasts|vodka|handshake|hug|casual|private|privately|unofficial|sidelines|tea|golf)$/i,
  ],
  ['formal', /^(?:formal|formally|official|officially|summit|bilateral|plenary|ceremony)$/i],
]

/** How an engagement was carried, by the offices of those in it and by its words. "unknown" is an honest value. */
export function channelOf(
  cx: RoleContext,
  draft: Draft,
  envoys: readonly Actor[],
  mediators: readonly DraftParticipant[] = [],
): Channel {
  const evidence: Span[] = []
  let kind: ChannelKind = 'unknown'
  const sides = draft.participants.filter((one) => one.role !== 'theme' && one.phrase !== null)
  const found = sides.map((one) => officeOf(cx, one.phrase?.actor ?? null, one.span))
  const first = found.find((one) => one !== null && one.kind !== 'leaders') ?? found.find((one) => one !== null) ?? null
  if (first) {
    kind = first.kind
    evidence.push(first.span)
    // Both sides led by their heads of state: a channel of leaders; one leader received somebody of lower rank.
    const leaders = found.filter((one) => one?.kind === 'leaders').length
    const known = found.filter((one) => one !== null).length
    if (kind !== 'leaders' || leaders < known) {
      const lower = found.find((one) => one !== null && one.kind !== 'leaders')
      if (lower) kind = lower.kind
    }
  }
  const intermediary = sides.find((one) => one.role === 'intermediary')
  if (intermediary && (kind === 'unknown' || draft.type.name === 'talks')) {
    kind = 'intermediary'
    evidence.splice(0, evidence.length, intermediary.span)
  }
  // Whoever brings others together is between them, whatever his office; a churchman or a trader acts for no state.
  const mediating = draft.type.name === 'mediation' ? sides.find((one) => one.role === 'agent') : undefined
  if (mediating && kind !== 'unofficial') {
    kind = 'intermediary'
    evidence.splice(0, evidence.length, mediating.span)
  }
  const isTold = draft.status === 'happened' || isPointedAt(cx, draft.head)
  const between =
    draft.type.name === 'talks' && draft.stance === 'asserts' && isTold ? mediatorOf(draft, mediators) : undefined
  if (kind === 'unknown' && between) {
    kind = 'intermediary'
    evidence.push(between.span)
  }
  // Of a meeting that is said not to have been nobody is known to have carried it.
  const isDenied = draft.stance === 'denies' && sides.length === 0
  if (!isDenied && (kind === 'unknown' || (kind === 'leaders' && !sides.some((one) => one.role === 'agent')))) {
    const envoy = envoyFor(
      sides.map((one) => one.phrase?.actor ?? null),
      envoys,
    )
    const role = envoy?.roles.find((one) => isEnvoy(one.title))
    if (role) {
      kind = 'special-envoy'
      evidence.splice(0, evidence.length, role.span)
    }
  }
  if (kind === 'unknown') {
    const body = sides.find((one) => one.phrase?.actor?.sector === 'IGO')
    if (body) {
      kind = 'international-body'
      evidence.push(body.span)
    }
  }
  const isTalks = draft.type.name === 'talks' && (kind === 'unknown' || draft.status === 'offered')
  const host = isTalks ? hostOf(cx, draft) : null
  if (host) {
    kind = 'intermediary'
    evidence.splice(0, evidence.length, host)
  }
  const { setting, span } = settingOf(cx, draft)
  if (span) evidence.push(span)
  return { kind, setting, evidence }
}

/** "offered to host talks between the two": whoever hosts others' talks; null where it is one of them. */
function hostOf(cx: RoleContext, draft: Draft): Span | null {
  const verb = draft.light?.verb ?? -1
  if (verb < 0 || cx.grammar.lemma(verb) !== 'host') return null
  const host = cx.grammar.doer(verb)
  const sides = draft.participants.filter((one) => one.role !== 'theme')
  // "the two armies" are both sides in one word.
  if (host < 0 || (sides.length < 2 && (sides[0]?.count?.low ?? 1) < 2)) return null
  if (draft.participants.some((one) => one.head === host)) return null
  return cx.phrases.at(host).span
}

/** "the talks would resume": those told before. */
function isPointedAt({ grammar }: RoleContext, noun: number): boolean {
  return grammar.tree.children(noun).some((child) => child < noun && grammar.form(child) === 'the')
}

/** Who is told to have mediated, in a text of talks in which he has no side. */
function mediatorOf(draft: Draft, mediators: readonly DraftParticipant[]): DraftParticipant | undefined {
  return mediators.find(
    ({ head, phrase }) =>
      !draft.participants.some(
        (one) => one.head === head || (phrase?.actor != null && one.phrase?.actor?.id === phrase.actor.id),
      ),
  )
}

/** Those who are told as mediators of what went on, or goes on. */
export function mediatorsOf(drafts: readonly Draft[]): readonly DraftParticipant[] {
  return drafts
    .filter(
      ({ type, status, stance }) =>
        type.name === 'mediation' && (status === 'happened' || status === 'ongoing') && stance === 'asserts',
    )
    .flatMap(({ participants }) => participants.filter((one) => one.role === 'agent'))
}

function isEnvoy(title: string): boolean {
  return /\benvoys?\b|\b(?:special|personal) representative/i.test(title)
}

/** Persons who hold an envoy's office, or are deputies of one. */
export function envoysOf(actors: readonly Actor[]): readonly Actor[] {
  return actors.filter((actor) => actor.kind === 'person' && actor.roles.some((role) => isEnvoy(role.title)))
}

/** An envoy of one of the sides; where a side is not named, any envoy of the document that is not of the other side. */
function envoyFor(sides: readonly (Actor | null)[], envoys: readonly Actor[]): Actor | undefined {
  const countries = new Set(sides.flatMap((actor) => (actor?.country ? [actor.country] : [])))
  return (
    envoys.find((one) => one.country !== null && countries.has(one.country)) ??
    (sides.length < 2 ? envoys[0] : undefined)
  )
}

function officeOf(cx: RoleContext, actor: Actor | null, span: Span): { kind: ChannelKind; span: Span } | null {
  const words = cx.grammar.text.slice(span.from, span.to)
  const own = channelOfWords(words)
  if (own && own !== 'unofficial') return { kind: own, span }
  // "Hale, a retired diplomat", who is an envoy now: what somebody was says less than what he is.
  for (const role of actor?.roles ?? []) {
    const kind = channelOfWords(role.title)
    if (kind && (own === null || kind === 'special-envoy')) return { kind, span: role.span }
  }
  if (own) return { kind: own, span }
  if (!actor) return null
  if (actor.sector === 'SPY' || actor.sector === 'MIL' || actor.sector === 'COP')
    return { kind: 'security-service', span }
  return null
}

function channelOfWords(words: string): ChannelKind | null {
  if (DEPUTY_TO_ENVOY.test(words)) return 'special-envoy'
  for (const [kind, pattern] of OFFICES) {
    if (!pattern.test(words)) continue
    // "Prime minister" is a leader though "minister" stands in it; a deputy one is of the ministry.
    if (kind === 'ministry' && PRIME_MINISTER.test(words) && !/\bdeput/i.test(words)) continue
    return kind
  }
  return null
}

const MEALS = new Set(['lunch', 'dinner', 'breakfast', 'dine'])

/** Lunch, secret, behind closed doors: words of the trigger's clause. */
function settingOf(cx: RoleContext, draft: Draft): { setting: Setting; span: Span | null } {
  const { grammar } = cx
  const { tokens, tree } = grammar
  const root = draft.carrier
  const extent = tree.extent(root)
  const from = Math.max(extent.first, draft.head - 20)
  const to = Math.min(extent.last, draft.head + 20)
  if (MEALS.has(grammar.lemma(draft.head))) return { setting: 'informal', span: draft.trigger }
  for (let i = from; i < to; i++) {
    if (grammar.form(i) === 'closed' && grammar.form(i + 1) === 'doors' && i > 0)
      return { setting: 'secret', span: spanOfTokens(tokens, i - 1, i + 2) }
  }
  for (const [setting, pattern] of SETTINGS) {
    for (let i = from; i < to; i++) {
      const near = i === draft.head || grammar.head(i) === draft.head || grammar.head(i) === root
      if (near && pattern.test(grammar.text.slice(tokens.from[i], tokens.to[i])))
        return { setting, span: spanOfTokens(tokens, i, i + 1) }
    }
  }
  return { setting: 'unknown', span: null }
}
