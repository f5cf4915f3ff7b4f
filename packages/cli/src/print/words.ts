import type {
  Actor,
  ActorLine,
  Attribution,
  ChainStep,
  Channel,
  ClaimLine,
  Credit,
  CustodyEntry,
  Diagnostic,
  DossierView,
  Mark,
  Saying,
} from '@backchannel/core'

// Words that every form of the printed dossier shares.

/** What each mark says, for the key at the end and for help. */
export const MARK_MEANINGS: Readonly<Record<Mark, string>> = {
  happened: 'the document tells it as done, in its own voice',
  claimed: 'somebody in the document says that it was done',
  ongoing: 'told as going on',
  planned: 'told as planned or agreed, not as done',
  requested: 'asked for, not told as done',
  offered: 'offered, not told as done',
  threatened: 'threatened, not told as done',
  cancelled: 'was planned and is called off',
  supposed: 'only supposed: an if or a would',
  denied: 'somebody says that it is not so',
  questioned: 'somebody asks whether it is so',
}

/** Titles of the sections, in their order. */
export const SECTIONS = {
  headlines: 'What happened',
  engagements: 'Engagements',
  custody: 'People held and freed',
  asks: 'Asks and answers',
  credits: 'Who credits what with what',
  others: 'Other events',
  accounts: 'Accounts, by voice',
  actors: 'Actors',
  timeline: 'Timeline',
  diagnostics: 'Notes on this reading',
} as const

const CHANNELS: Readonly<Record<Channel['kind'], string>> = {
  leaders: 'leaders themselves',
  ministry: 'ministry or embassy',
  'special-envoy': 'special envoy',
  'security-service': 'security services',
  intermediary: 'through a third party',
  'international-body': 'international body',
  unofficial: 'unofficial persons',
  unknown: 'not told',
}

/** "special envoy, informal"; the setting is left out where it is not told. */
export function channelWords(channel: Channel['kind'], setting: Channel['setting']): string {
  return setting === 'unknown' ? CHANNELS[channel] : `${CHANNELS[channel]}, ${setting}`
}

/** "RT < Politico < an official (anonymous)": who prints it first, who said it last. */
export function chainWords(chain: readonly ChainStep[]): string {
  return chain.map((step) => (step.anonymous ? `${step.name} (anonymous)` : step.name)).join(' < ')
}

const MANNERS: Readonly<Record<Saying['manner'], string>> = {
  quoted: 'exact words',
  mixed: 'partly exact words',
  reported: 'not word for word',
}

/** "said, a thought or wish; not word for word; through 2 voices": how something is told, and through how many. */
export function sayingWords(saying: Saying): string {
  const sense = saying.sense === 'attitude' ? ', a thought or wish' : ''
  const manner = saying.words.length === 0 ? [] : [MANNERS[saying.manner]]
  const through = saying.through === 1 ? 'through 1 voice' : `through ${saying.through} voices`
  const between = saying.through === 0 ? 'in its own voice' : through
  const stance = saying.stance === 'retracts' ? ['takes it back'] : []
  return [`${saying.cue}${sense}`, ...stance, ...manner, between].filter((part) => part !== '').join('; ')
}

/** What is said, as it stands: only exact words keep their quotation marks. */
export function contentWords(saying: Saying): string {
  return saying.words.length === 0 ? 'no words given' : saying.words.join(' … ')
}

/** Words in quotation marks; single ones around words that hold double ones. Whole quotations stay as they are. */
export function quoted(words: string): string {
  if (/^“[^“”]*”?$/.test(words) || /^"[^"]*"$/.test(words)) return words
  return /[“”"]/.test(words) ? `‘${words}’` : `“${words}”`
}

/** "held; freed, some say": what is told as done, and how surely. Empty where nothing is. */
export function custodyWords({ held, freed }: CustodyEntry): string {
  const words = (what: string, surely: 'happened' | 'claimed' | null) =>
    surely === null ? [] : [surely === 'happened' ? what : `${what}, as told by others`]
  return [...words('held', held), ...words('freed', freed)].join('; ')
}

const LINK_KINDS: Readonly<Record<Credit['kind'], string>> = {
  cause: 'cause',
  motive: 'motive',
  'at-request-of': 'at request',
  'in-return-for': 'in return',
  framing: 'framing',
  sequence: 'sequence',
  'part-of': 'part of',
  restates: 'restates',
}

export function linkWords(kind: Credit['kind']): string {
  return LINK_KINDS[kind]
}

const STANDINGS: Readonly<Record<Attribution['standing'], string>> = {
  named: 'named',
  anonymous: 'anonymous',
  collective: 'a body or several',
  document: 'a document',
  outlet: 'an outlet',
  unknown: 'nobody named',
}

export function standingWords(standing: Attribution['standing']): string {
  return STANDINGS[standing]
}

/** PLOVER sectors in words (manual 2.0, table of sectors). */
const SECTORS: Readonly<Record<NonNullable<Actor['sector']>, string>> = {
  GOV: 'government',
  MIL: 'military',
  COP: 'police',
  SPY: 'intelligence',
  OPP: 'opposition',
  REB: 'rebels',
  PTY: 'party',
  JUD: 'judiciary',
  LEG: 'legislature',
  MED: 'media',
  BUS: 'business',
  EDU: 'education',
  CVL: 'civilians',
  NGO: 'rights group or charity',
  IGO: 'international body',
  REF: 'refugees',
  UNS: 'sector not told',
  UAF: 'unidentified armed force',
}

/** "person, NOR, government; special envoy (of Norway)". */
export function actorWords(actor: ActorLine): string {
  // A sector in a view is one of the model's, or null.
  const sector = actor.sector === null ? undefined : SECTORS[actor.sector as NonNullable<Actor['sector']>]
  const facts = [actor.kind, actor.country, sector].filter((fact) => fact != null && fact !== '').join(', ')
  return actor.roles.length === 0 ? facts : `${facts}; ${actor.roles.join('; ')}`
}

/** Longest first line that is taken for a headline, in code units. */
const LONGEST_TITLE = 160

/** The document's title, else its first line where that is short enough to be one, else its start. */
export function titleOf({ document }: DossierView): string {
  if (document.title !== null && document.title.trim() !== '') return document.title.trim()
  const [first = ''] = document.text.trimStart().split(/\r?\n/, 1)
  const line = first.trim()
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`
}

/** "The Harbor Ledger, 2026-03-16, 329 words"; what is not known is left out. */
export function sourceWords({ document }: DossierView): string {
  const words = document.text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return [
    document.outlet ?? 'outlet not known',
    ...(document.carrier === null ? [] : [`printed by ${document.carrier}`]),
    document.published?.text ?? 'date not known',
    `${words} ${words === 1 ? 'word' : 'words'}`,
    ...(document.language === 'en' ? [] : [`language ${document.language}`]),
  ].join(', ')
}

/** Marks that the page uses, in the order of their key. */
export function usedMarks(view: DossierView): readonly Mark[] {
  const used = new Set<Mark>()
  const steps = view.custody.flatMap((entry) => entry.steps)
  for (const line of [...view.headlines, ...view.engagements, ...view.asks, ...view.others, ...steps])
    for (const telling of [line, ...line.also]) used.add(telling.mark)
  // Keys of MARK_MEANINGS are marks.
  return (Object.keys(MARK_MEANINGS) as Mark[]).filter((mark) => used.has(mark))
}

/** What the reader must know before anything else: "the text is not English". Notes wait for the end of the page. */
export function warningsOf(view: DossierView): readonly Diagnostic[] {
  return view.diagnostics.filter((diagnostic) => diagnostic.severity !== 'note')
}

/** The name over an entry, with its count where the name does not tell it: "several activists (14)". */
export function custodyName({ name, count }: CustodyEntry): string {
  return count === null ? name : `${name} (${count})`
}

/** Who else tells a line, each chain once, with the count where it tells another one: "RT < Politico (14)". */
export function otherTellers(line: ClaimLine): readonly string[] {
  const own = chainWords(line.chain)
  const others = line.also.flatMap((telling) => {
    const chain = chainWords(telling.chain)
    const counts = telling.counts.filter((count) => !line.sentence.includes(count))
    if (counts.length > 0) return [`${chain} (${counts.join(', ')})`]
    return chain === own ? [] : [chain]
  })
  return [...new Set(others)].filter((one, _index, all) => !all.some((more) => more.startsWith(`${one} (`)))
}
