// Small closed word lists of this stage, written by hand. Larger ones are in packages/assets/gazetteers.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

export const CALENDAR = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. sept jan feb mon. tue. wed. thu. fri.
   sat. sun. christmas easter ramadan am pm gmt a.m. p.m. utc bst est edt`,
)

/** Particles inside names of persons, which may be in lower case. */
export const NAME_PARTICLES = set(
  'de del della di da das dos du la le el al bin ibn bint abu van von der den ter ten y e zu ul ur',
)

/** Last words of names of places. */
export const PLACE_NOUNS = set(
  `river rivers mountain mountains mount street avenue square airport province region district island islands lake sea
   ocean bay valley city county palace prison road bridge hill hills desert canal peninsula gulf strait park base village
   town oblast coast highway port camp airbase checkpoint crossing dam plant facility peak forest harbor harbour territory
   territories governorate boulevard lane plaza zone corridor heights jail penitentiary hotel`,
)

/** Last words of capitalized names that are neither people, organizations nor places. */
export const THING_NOUNS = set(
  `war prize day act treaty accord accords agreement agreements pact summit conference olympics games cup week festival
   award awards protocol convention deal plan constitution holocaust revolution initiative bible koran quran deal crisis era
   century virus covid covid-19 medal championship bill amendment law resolution dialogue intifada spring dynasty declaration
   charter covenant code project operation process strategy doctrine boeing airbus calendar year eve anniversary song album
   film book movie internet english french spanish russian arabic chinese`,
)

/** Words that make an ORG of a capitalized name that they end or, before "of", start. */
export const ORGANIZATION_TAILS = set(
  `inc inc. corp corp. ltd ltd. llc plc co co. gmbh ag group bank airlines airways foundation institute trust fund
   holdings industries motors systems technologies partners brothers association federation confederation council committee
   commission secretariat forces force guard guards division brigades brigade corps command front congress league society
   network office service services ministry department institution union chamber chambers press times post journal news
   herald tribune gazette observer telegraph chronicle daily review radio television tv agency treasury library museum
   school clinic hospital initiative forum board tribunal court courts police army navy movement fc united club team
   summit-council party logistics shipping petroleum mining telecom telecoms communications securities consulting solutions
   electronics pharmaceuticals foods insurance aviation marine maritime railways resources minerals aerospace analytics
   observatory`,
)

/** Last words of companies' names that texts leave out after the first time. */
export const COMPANY_TAILS =
  /^(?:shipping|petroleum|mining|telecoms?|communications|securities|consulting|solutions|electronics|pharmaceuticals|foods|insurance|aviation|marine|maritime|railways|resources|minerals|aerospace|analytics|logistics|holdings|industries|motors|systems|technologies|airlines|airways|energy|inc\.?|corp\.?|ltd\.?|llc|plc|gmbh)$/

/** Verbs of saying: their subject is a speaker. A small list; the attribution stage has the full one. */
export const SAYING_VERBS = set(
  `say tell add state claim announce report note stress emphasize emphasise argue warn declare explain insist deny confirm
   write reveal suggest acknowledge admit allege assert comment complain concede conclude contend disclose estimate indicate
   maintain mention point predict promise quote recall remark repeat reply respond reiterate tweet underline urge vow
   believe hope think ask demand accuse call condemn criticize criticise praise welcome reject dismiss describe speak express voice`,
)

/** Verbs of going and carrying: a capital after their "to" or "from" is a place. */
export const MOTION_WORDS = set(
  `travel fly go visit trip arrive return move bring send take leave head drive flight come deport transfer extradite
   journey exile expel ship evacuate rush walk ride sail escape flee retreat march transport hand airlift relocate depart
   departure arrival return-trip tour route train bus road convoy plane border land step reach get invite summon recall
   withdraw host stay live remain`,
)

/** Verbs whose object is a place, even if it is a capital. */
export const PLACE_VERBS = set(
  `visit leave reach enter bomb attack shell hit strike capture take seize destroy flee tour surround besiege liberate
   occupy evacuate approach storm overrun retake quit depart exit pound`,
)

/** Nouns after a capital's possessive or before which it stands that speak of the city, not of its government. */
export const CITY_NOUNS = set(
  `street streets airport mayor suburb suburbs outskirts center centre neighborhood neighbourhood district resident
   residents university court hotel prison jail square stadium embassy station subway metro skyline population restaurant
   theater theatre museum hospital school church cathedral mosque synagogue park port harbor harbour police downtown summit
   talks meeting conference office bureau stop visit trip protest protests rally region area`,
)

/** Nouns of people who are, were or may be held: "the prisoners", "the detainees" and the like mean one another. */
export const CUSTODY_NOUNS = set('prisoner detainee inmate captive hostage convict abductee internee')

/** Participles and adjectives that tell the same of the noun after them. */
export const CUSTODY_MODIFIERS = set(
  'detained jailed imprisoned arrested held captive captured incarcerated abducted kidnapped convicted freed released pardoned',
)

/** Participles that say so after the noun: "two teachers detained in Iran". */
export const HELD_PARTICIPLES = set(
  'detained jailed imprisoned arrested held incarcerated abducted kidnapped convicted freed released pardoned sentenced',
)

/** Verbs and nouns whose object is somebody held. */
export const CUSTODY_VERBS = set(
  `release free pardon detain arrest jail imprison swap exchange hold capture abduct kidnap convict sentence hand liberate
   amnesty extradite deport repatriate rescue incarcerate detention arrest imprisonment exchange swap freedom custody`,
)

/** Nouns that can stand for any official person; what is said of "the official" may be of an envoy or a minister. */
export const GENERIC_OFFICIALS = set('official diplomat envoy emissary politician statesman representative negotiator')

export const GENERIC_PERSONS = set('man woman figure leader person politician')

/** Nouns that mean much the same office, each row one family; for "the president" after "the Belarusian leader". */
export const OFFICE_FAMILIES: readonly ReadonlySet<string>[] = [
  set('president leader ruler strongman dictator head autocrat'),
  set('premier minister pm leader'),
  set('king monarch sovereign ruler emir sultan'),
  set('envoy diplomat emissary official representative negotiator ambassador deputy mediator'),
  set('minister diplomat official politician'),
  set('secretary diplomat official minister'),
  set('ambassador diplomat envoy official'),
  set('spokesman spokesperson spokeswoman official'),
  set(
    'activist dissident campaigner politician figure oppositionist prisoner detainee critic leader opponent candidate',
  ),
  set('journalist reporter blogger correspondent editor writer'),
  set('lawmaker legislator senator congressman congresswoman politician mp deputy parliamentarian'),
  set('general commander officer soldier colonel captain'),
  set('rebel militant insurgent guerrilla fighter terrorist gunman'),
  set('judge magistrate justice'),
  set('lawyer attorney counsel'),
  set('chief head boss director leader chairman chairwoman chair'),
  set('businessman tycoon billionaire oligarch executive ceo mogul entrepreneur'),
  set('president-elect president leader'),
]

/** Prepositions before a place. */
export const LOCATIVES = set(
  'in at near outside around inside throughout across from to into through via toward towards within',
)

/** Nouns that only count the noun after "of". */
export const QUANTITY_NOUNS = set(
  `dozen dozens hundred hundreds thousand thousands million millions score scores number numbers majority handful couple
   group lot lots pair plenty half third quarter total crowd crowds tens series range`,
)

/** Adjectives and participles that after "the" mean people. */
export const PEOPLE_ADJECTIVES = set(
  `wounded injured dead missing detained jailed disappeared displaced accused deceased arrested convicted imprisoned freed
   released elderly poor homeless kidnapped abducted pardoned condemned`,
)

export const MALE_NOUNS = set(
  `man boy father son brother husband uncle grandfather grandson king prince emperor sultan emir shah spokesman businessman
   congressman policeman cameraman chairman statesman strongman gunman taoiseach pope priest bishop archbishop cardinal imam
   monk nephew boyfriend widower gentleman mr. mr sir lord sheikh sheik ayatollah patriarch rabbi mullah father fisherman
   monsieur ombudsman serviceman`,
)
export const FEMALE_NOUNS = set(
  `woman girl mother daughter sister wife aunt grandmother granddaughter queen princess spokeswoman businesswoman
   congresswoman policewoman chairwoman stateswoman actress niece girlfriend widow lady mrs. mrs ms. ms miss dame baroness
   nun madame servicewoman waitress fiancee`,
)

/** Words that stand for a group by its number alone, and the number. */
export const GROUP_NUMBERS: ReadonlyMap<string, string> = new Map([
  ['pair', 'two'],
  ['duo', 'two'],
  ['couple', 'two'],
  ['trio', 'three'],
  ['quartet', 'four'],
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word) => [word, word] as const),
])
