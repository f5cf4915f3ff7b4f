/*
 * Words that the events stage knows apart from the triggers of the event types: light verbs, and words that govern a
 * happening and set its status. Own lists from general knowledge of English (grammars' classes of catenative verbs and
 * of factive and implicative predicates: Karttunen 1971, Quirk et al. 1985 sections 16.38 to 16.40); no corpus text.
 */
import type { EventStatus } from '../../model/index.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs whose object is the understood subject of the infinitive below them. */
export const OBJECT_CONTROL = set(`
ask urge tell order force persuade convince allow permit help beg implore encourage invite press pressure push warn
instruct command require compel coerce enable lead cause get want expect request authorize advise remind train let make
appoint forbid oblige prompt teach challenge petition lobby leave have see watch hear catch find keep`)

export const RELATIVE_WORDS = set('who which that whom whose')

/** Verbs that only carry a noun that names the event; their subject does it ("held talks"). */
export const GIVING_LIGHT_VERBS = set(`
hold have conduct make pay launch stage carry mount undertake take join attend begin start resume open continue
complete finish conclude give offer issue impose order announce declare express voice lodge file deliver provide send
extend commit perpetrate grant sign reach seal strike do lead host chair enter schedule organize organise convene
initiate wage unleash execute end convey reiterate repeat renew participate engage step hurl level press bring place put
arrange set plan intensify escalate proclaim unveil enact bestow sponsor facilitate stop halt suspend cancel postpone
make pursue face plan expand throw keep maintain`)

/** Light verbs whose subject receives what the noun names ("won a pardon", "faces criticism"). */
export const TAKING_LIGHT_VERBS = set(
  'receive get win obtain face gain draw earn suffer await undergo accept attract spark',
)

/** Verbs of saying under which "must" is a demand and "responsible" an accusation of the speaker's. */
export const SAYING = set(`
say tell declare state stress insist warn add note argue claim announce assert emphasize emphasise reiterate believe
think maintain write tweet report conclude explain`)

/** Nouns of what is said; who says it is the subject of their verb ("issued a statement demanding"). */
export const SAYING_NOUNS = set(
  'statement reminder warning message declaration letter demand communique communiqué resolution report note appeal call speech remark comment article tweet petition',
)

/** What a governing word makes of the happening below it. */
export type Governing =
  | { readonly kind: 'status'; readonly status: EventStatus }
  | { readonly kind: 'denies' }
  | { readonly kind: 'clear' }

const governors = new Map<string, Governing>()
function govern(words: string, governing: Governing): void {
  for (const word of words.trim().split(/\s+/)) if (!governors.has(word)) governors.set(word, governing)
}

govern('deny fail unable incapable avoid prevent avert thwart foil impossible never', { kind: 'denies' })
govern('call-off put-off cancel postpone scrap abandon shelve call-off cancellation postponement', {
  kind: 'status',
  status: 'cancelled',
})
govern(
  `request demand urge ask call appeal plead beg implore petition press push lobby campaign insist advocate require
  plea bid pressure turn-down vote-down seek refuse reject decline oppose rebuff spurn refusal rejection opposition veto resist unwilling
  reluctant reluctance invite recommend suggest calls encourage exhort need should must block forbid rule-out bar ban
  invitation insistence ultimatum`,
  { kind: 'status', status: 'requested' },
)
govern('offer propose proposal ready willing prepared readiness willingness volunteer suggestion', {
  kind: 'status',
  status: 'offered',
})
govern('threaten threat warn', { kind: 'status', status: 'threatened' })
govern(
  `plan intend agree promise pledge vow decide order expect schedule due set prepare aim consent approve authorize
  authorise arrange await undertake decision intention commitment pledge preparation plans tender attempt try effort work
  seek struggle bid mean determined poised slate slated about go eager keen commit guarantee intent deadline agenda swear
  move initiative instruct command resolve choose opt ensure upcoming negotiate-to drive push allow permit let deal
  agreement programme program`,
  { kind: 'status', status: 'planned' },
)
govern(
  `hope wish consider want possible possibility likely unlikely chance prospect talk talks negotiation discussion discuss
  debate mull weigh could may might option idea speculation fear worry risk danger expectation potential possibly
  rumor rumour call-for favor favour support back prefer question study condition prerequisite precondition unless`,
  { kind: 'status', status: 'hypothetical' },
)
govern(
  `help manage secure lead bring force begin start continue finish complete succeed achieve welcome hail praise condemn
  criticize follow negotiate win obtain able confirm announce report acknowledge admit accuse allege mark celebrate
  witness stop resume broker mediate`,
  { kind: 'clear' },
)

/** What a word says of the status of what it governs; undefined for most words. */
export function governingOf(lemma: string): Governing | undefined {
  return governors.get(lemma)
}

/** Heads of compounds that still name the event or its handling: "prisoner swap deal". */
export const CONTAINERS = set(
  'deal agreement effort process attempt plan bid request round session proposal order negotiation talk program programme',
)
/** Words of sport, shows, markets and weather; near one of them weak triggers are not believed. */
export const OTHER_WORLDS = set(`
match matches tournament championship league striker midfielder goalkeeper quarterback inning innings batsman wicket
playoff playoffs semifinal semi-final quarterfinal halftime half-time touchdown coach referee stadium cup medalist olympic
olympics scorer goal goals season premiership fixture boxer boxing tennis golf basketball baseball football soccer cricket
rugby hockey marathon sprinter cyclist racing nba nfl fifa uefa
movie film actor actress singer album song concert theater theatre novel sequel box-office premiere hollywood oscar grammy
netflix celebrity fashion festival orchestra band
final finals club cricketer runner surfer skier chess champion sequel merger takeover
shares stocks dividend quarterly earnings revenue retailer startup shareholder nasdaq ipo investor investors
rainfall temperatures forecast forecaster thunderstorm snowfall humidity
recipe chef restaurant puppy zoo wildlife bride wedding obituary`)
