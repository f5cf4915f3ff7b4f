/*
 * Words that the events stage knows apart from the triggers of the event types: light verbs, verbs of control, words
 * of saying. Own lists from general knowledge of English (grammars' classes of catenative verbs: Quirk et al. 1985,
 * sections 16.38 to 16.40); no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs whose object is the understood subject of the infinitive below them. */
export const OBJECT_CONTROL = set(`
ask urge tell order force persuade convince allow permit help beg implore encourage invite press pressure push warn
instruct command require compel coerce enable lead cause get want expect request authorize advise remind train let make
appoint forbid oblige prompt teach challenge petition lobby leave have see watch hear catch find keep`)

export const RELATIVE_WORDS = set('who which that whom whose')

/** Verbs that only carry a noun that names the event; their subject does it ("held talks"). */
export const GIVING_LIGHT_VERBS = set(`
hold have conduct make pay launch commence stage carry mount undertake take join attend begin start resume open continue
complete finish conclude give offer issue impose order announce declare express voice lodge file deliver provide send
extend commit perpetrate grant sign reach seal strike do lead host chair enter schedule organize organise convene
initiate wage unleash execute end convey reiterate repeat renew participate engage step hurl level press bring place put
arrange set plan intensify escalate proclaim unveil enact bestow sponsor facilitate stop halt suspend cancel postpone
make pursue face plan expand throw keep maintain hand present submit pass speed accelerate hasten reimpose call`)

/** Light verbs whose subject receives what the noun names ("won a pardon", "faces criticism"). */
export const TAKING_LIGHT_VERBS = set(
  'receive get win obtain face gain draw earn suffer await undergo accept attract spark',
)

/** Verbs of saying under which "must" is a demand and "responsible" an accusation of the speaker's. */
export const SAYING = set(`
say tell declare state stress insist warn add note argue claim announce assert emphasize emphasise reiterate believe
think maintain write tweet report conclude explain rule`)

/** Nouns of what is said; who says it is the subject of their verb ("issued a statement demanding"). */
export const SAYING_NOUNS = set(
  'statement reminder warning message declaration letter demand communique communiqué resolution report note appeal call speech remark comment article tweet petition',
)

/** Heads of compounds that still name the event or its handling: "prisoner swap deal". */
export const CONTAINERS = set(
  'deal agreement effort process attempt plan bid request round session proposal order negotiation talk program programme warrant',
)
/** Words of sport, shows, markets and weather; near one of them weak triggers are not believed. */
export const OTHER_WORLDS = set(`
match matches tournament championship league striker midfielder goalkeeper quarterback inning innings batsman wicket
playoff playoffs semifinal semi-final quarterfinal halftime half-time touchdown coach referee stadium cup medalist olympic
olympics scorer goal goals season premiership fixture boxer boxing tennis golf basketball baseball football soccer cricket
rugby hockey marathon sprinter cyclist racing nba nfl fifa uefa
movie film actor actress singer album song concert theater theatre novel sequel box-office premiere hollywood oscar grammy
netflix celebrity fashion festival orchestra band
final finals bundesliga offside free-kick touchline equaliser equalizer scoreless kicker
filmmaker filmmakers cinema screening retrospective
final finals handball volleyball scoreline kickoff kick-off club cricketer runner surfer skier chess champion sequel merger takeover
shares stocks dividend quarterly earnings revenue retailer startup shareholder nasdaq ipo investor investors
rainfall temperatures forecast forecaster thunderstorm snowfall humidity
recipe chef restaurant puppy zoo wildlife bride wedding obituary`)

/** Verbs whose object is given, sent, made or ended: it is not whom that is done for. */
export const GIVING = new Set(
  'send hand set establish create build open launch deploy dispatch provide supply deliver contribute donate transfer withdraw pull remove lift ease relax end suspend halt found form hold host return station extend pay allocate commit move reduce cut'.split(
    ' ',
  ),
)
