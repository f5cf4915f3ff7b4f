/**
 * Words that report. Written for this project by hand: verbs of communication and of attitude as English grammars list
 * them (Quirk et al. 1985, sections 16.31 and 16.38; Huddleston and Pullum 2002, chapter 17), in the lemmas of UD
 * English; the few counts that guided the order of work are in the project's notes. No corpus text.
 */
import type { AttributionSense, Upos, VoiceStance } from '../../model/index.ts'

export interface CueWord {
  readonly sense: AttributionSense
  readonly stance: VoiceStance
  /**
   * What it takes: `clause` where a bare clause or a quotation beside it is its content ("she added, ..."), `that` where
   * only an own clause is ("showed that"), `deed` where the noun phrase or infinitive is ("called for talks").
   */
  readonly takes: 'clause' | 'that' | 'deed'
  readonly kind: 'verb' | 'noun' | 'adjective'
}

const list = (words: string) => words.trim().split(/\s+/)

const SAYING = list(`
say tell add state declare announce note explain remark comment observe insist stress emphasize emphasise underline
underscore claim assert maintain contend argue allege write tweet post reply respond answer retort report reveal disclose
recall recount relate continue conclude repeat reiterate warn caution threaten promise pledge vow swear predict forecast
boast brag complain lament joke quip chant sing scold whisper shout yell cry exclaim scream mutter murmur mumble testify attest
confess admit acknowledge concede confirm affirm reaffirm verify certify deny refute rebut dispute reject dismiss suggest
propose offer hint imply signal indicate inform notify advise brief assure reassure remind convince persuade urge ask
ask inquire query question interject interrupt pronounce proclaim profess quote read summarize summarise elaborate clarify
specify stipulate volunteer counter protest plead beg order command instruct demand request rule decree opine muse
speculate estimate calculate theorize hypothesize narrate chronicle telegraph cable text email mention point publish
broadcast air print detail outline characterize describe hail praise laud condemn denounce decry deplore slam blast
criticize criticise accuse blame charge apologize apologise thank congratulate welcome call label dub brand term
preach teach lecture swear vouch gush rave fume rail thunder snap sneer scoff chide scold rebuke reprimand tout trumpet
sob storm laugh shrug sigh grin smile weep wail bellow roar growl hiss stammer blurt chuckle intone bristle gasp beam
preface echo agree disagree object counsel advise recommend invite implore exhort appeal petition sue
`)
const SHOWING = list(
  `show reveal indicate find demonstrate prove suggest report document record depict portray display`,
)
const ATTITUDE = list(`
think believe hope want wish expect plan intend aim fear worry feel know understand doubt suspect assume presume
suppose guess imagine consider regard deem view see judge reckon figure prefer desire seek support oppose favor favour
back endorse love like hate enjoy regret dread envision envisage foresee anticipate decide resolve determine choose vote
approve disapprove conclude realize realise recognize recognise remember forget learn discover notice hear doubt wonder
trust mistrust appear seem look mean require mandate authorize prohibit forbid ban allow permit agree refuse decline hesitate
tend strive
`)
const REPORTING_NOUNS = list(`
statement claim comment remark announcement declaration assertion allegation accusation report account testimony
warning threat promise pledge vow prediction suggestion argument contention admission confession acknowledgment
confirmation denial insistence assurance reply response answer question revelation call appeal demand request plea
proposal offer criticism praise tweet post message letter speech interview note
`)
const ATTITUDE_NOUNS = list(`
belief hope fear wish desire intention plan expectation opinion view idea thought feeling sense doubt suspicion
assumption conviction concern worry decision willingness readiness refusal support opposition
`)
const ADJECTIVES = list(`
sure certain confident convinced hopeful afraid aware worried concerned optimistic pessimistic skeptical sceptical
adamant clear unaware willing ready eager glad happy sorry proud
`)

const DENYING = new Set(list(`deny refute rebut dispute reject dismiss denial disagree`))
const CONFIRMING = new Set(
  list(`confirm admit acknowledge concede confess affirm reaffirm verify certify attest admission confession acknowledgment
    confirmation agree`),
)
const QUESTIONING = new Set(
  list(`ask inquire query question wonder doubt doubtful suspect suspicion skeptical sceptical speculate`),
)
const REFUSING = new Set(list(`decline refuse`))

/** Verbs that report a clause of their own only: a bare quotation beside them is not theirs. */
const OWN_CLAUSE_ONLY = new Set(
  list(`find demonstrate prove document record depict portray display call label dub brand term charge blame accuse hail
    praise laud condemn denounce decry deplore slam blast criticize criticise thank congratulate welcome describe
    characterize reject dismiss dispute support oppose favor favour back endorse see view regard consider deem judge
    hear learn discover notice know understand mean require love like hate enjoy seek order command demand request
    sue petition publish broadcast air print point appear seem look suppose vote approve disapprove tend strive ban allow
    permit forbid prohibit authorize mandate hesitate choose decide resolve determine agree decline refuse expect want plan
    intend aim prefer desire`),
)
const DEEDS = new Set(
  list(`call label dub brand term charge blame accuse hail praise laud condemn denounce decry deplore slam blast criticize
    criticise thank congratulate welcome describe characterize reject dismiss dispute support oppose favor favour back
    endorse urge order command demand request seek want plan intend aim decline refuse expect prefer threaten promise
    pledge vow offer propose`),
)

const verbs = new Map<string, CueWord>()
const nouns = new Map<string, CueWord>()
const adjectives = new Map<string, CueWord>()

function stanceOf(lemma: string): VoiceStance {
  if (DENYING.has(lemma)) return 'denies'
  if (CONFIRMING.has(lemma)) return 'confirms'
  if (QUESTIONING.has(lemma)) return 'questions'
  return REFUSING.has(lemma) ? 'refuses' : 'tells'
}

function takesOf(lemma: string): CueWord['takes'] {
  return DEEDS.has(lemma) ? 'deed' : OWN_CLAUSE_ONLY.has(lemma) ? 'that' : 'clause'
}

for (const lemma of ATTITUDE)
  verbs.set(lemma, { sense: 'attitude', stance: stanceOf(lemma), takes: takesOf(lemma), kind: 'verb' })
for (const lemma of [...SAYING, ...SHOWING])
  verbs.set(lemma, { sense: 'voice', stance: stanceOf(lemma), takes: takesOf(lemma), kind: 'verb' })
for (const lemma of ATTITUDE_NOUNS)
  nouns.set(lemma, { sense: 'attitude', stance: stanceOf(lemma), takes: 'that', kind: 'noun' })
for (const lemma of REPORTING_NOUNS)
  nouns.set(lemma, { sense: 'voice', stance: stanceOf(lemma), takes: 'that', kind: 'noun' })
for (const lemma of ADJECTIVES)
  adjectives.set(lemma, { sense: 'attitude', stance: stanceOf(lemma), takes: 'that', kind: 'adjective' })

/** What is known of a reporting verb; undefined for other verbs. */
export const cueVerb = (lemma: string): CueWord | undefined => verbs.get(lemma)
/** What is known of a reporting noun; undefined for other nouns. */
export const cueNoun = (lemma: string): CueWord | undefined => nouns.get(lemma)
/** What is known of an adjective that reports an attitude; undefined for other adjectives. */
export const cueAdjective = (lemma: string): CueWord | undefined => adjectives.get(lemma)

/** What is known of a word of the class as one that reports; undefined for others. */
export function cueWord(upos: Upos | undefined, lemma: string): CueWord | undefined {
  if (upos === 'VERB') return cueVerb(lemma)
  if (upos === 'NOUN') return cueNoun(lemma)
  return upos === 'ADJ' ? cueAdjective(lemma) : undefined
}

/** Verbs whose subject may be a thing that shows: footage, polls, documents. */
export const SHOWING_VERBS: ReadonlySet<string> = new Set(SHOWING)

/** Heads of noun phrases that speak as documents, not as persons or outlets. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  list(`statement report document footage video photo photograph image picture tape recording transcript letter memo
  memorandum email e-mail filing affidavit indictment complaint lawsuit study survey poll data figure statistic record
  resolution text tweet post message book article paper communique communiqué readout cable file leak map chart
  analysis review finding evidence law act constitution agreement treaty deal order decree ruling verdict website
  transcript minute minutes note release dossier intercept screenshot clip broadcast calculation index census research
  testimony notice announcement draft diary ad advertisement commentary editorial assessment inquiry version story
  column essay memoir biography invoice receipt timestamp imagery audio log ledger manual petition plaque poster leaflet pamphlet subtitle caption reel cctv verbale bill logbook register registry itinerary ticket manifest contract certificate
  spreadsheet roster notebook passport visa printout audit licence license wiretap metadata telegram translation`),
)

/** Heads of noun phrases that name many speakers at once. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  list(`official authority source people person critic supporter analyst expert observer witness resident lawmaker
  diplomat activist protester lawyer ally aide adviser advisor leader politician senator member minister soldier
  troop rebel militant investigator prosecutor police reporter journalist scientist researcher economist investor
  voter american republican democrat conservative liberal side party country government state ally family relative
  parent student teacher doctor group opponent campaigner negotiator mediator envoy delegate spokesman insider`),
)

/** Words that keep a source unnamed, whatever its noun: "sources familiar with the talks", "an unnamed aide". */
export const ANONYMITY_WORDS: ReadonlySet<string> = new Set(
  list(`anonymity anonymous anonymously unnamed unidentified undisclosed named identified background source insider`),
)

/** Nouns of persons that a single unnamed speaker goes by: "a senior official", "one diplomat". */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  list(`official source person diplomat aide adviser advisor officer witness insider lawmaker lawyer minister envoy
  spokesman spokeswoman spokesperson activist analyst expert soldier commander negotiator mediator delegate resident
  man woman politician senator judge prosecutor doctor relative friend colleague employee worker reporter journalist
  economist scientist critic supporter member leader ally opponent executive manager student teacher driver passenger
  neighbor neighbour survivor prisoner detainee interpreter aide pal mate negotiator wife husband mother father brother
  sister son daughter cousin uncle aunt widow jailer guard warden captain pilot driver priest bishop imam cardinal monk nun
  king queen prince princess emir sultan president premier chancellor governor mayor secretary ambassador consul
  commissioner skipper engineer nurse trader sailor surgeon historian trucker photographer executive chief director colonel general envoy captor hostage bystander onlooker shopkeeper farmer shepherd fisherman`),
)

/** Adverbs of saying with no sayer: "reportedly freed". */
export const HEARSAY_ADVERBS: ReadonlySet<string> = new Set(
  list(`reportedly allegedly supposedly purportedly apparently`),
)

/** Prepositions (first word) that name a source: "according to", "per". */
export const SOURCE_PREPOSITIONS: ReadonlySet<string> = new Set(list(`according per`))

/** Platforms where people write themselves: a channel, though no newsroom stands behind it. */
export const PLATFORMS: ReadonlySet<string> = new Set(
  list(`telegram twitter x facebook instagram youtube tiktok weibo vkontakte linkedin truth social threads whatsapp
  mastodon bluesky snapchat reddit blog podcast`),
)

/** Heads of noun phrases that name newsrooms without a name: "state television". */
export const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  list(
    `media television tv radio newspaper broadcaster agency newswire tabloid press magazine daily weekly channel outlet`,
  ),
)

/** Heads of noun phrases that name bodies without a name: "the ministry", "her office". */
export const INSTITUTION_NOUNS: ReadonlySet<string> = new Set(
  list(`ministry government office embassy consulate parliament assembly senate congress court tribunal army military navy
  police committee commission council agency company firm department administration union organization organisation
  association federation bank authority institute foundation charity campaign team secretariat presidency cabinet
  delegation mission opposition leadership junta regime bureau watchdog regulator hospital university prison church
  airline factory group palace coastguard headquarters chancellery service presidency side villager junta guerrilla
  tribe village faction wing battalion brigade employer conference bench committee academy synod fund court club centre center alliance coalition movement league society
  trust body network chamber council directorate agency consortium monitor`),
)

/** Last words of newspapers' and broadcasters' names, for those that no list of outlets has. */
export const OUTLET_NAMES: ReadonlySet<string> = new Set(
  list(`post times journal herald tribune gazette courier chronicle guardian telegraph observer ledger mail standard
  examiner inquirer dispatch bulletin news tv radio fm television magazine newspaper weekly daily`),
)
