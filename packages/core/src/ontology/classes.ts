import { oneOf, union } from './patterns.ts'

/*
 * Classes of words that triggers ask for. Own lists from general knowledge of English (in the manner of VerbNet
 * selectional classes), not taken from any corpus.
 */

const PERSON_WORDS =
  'man woman person people child boy girl citizen national resident villager civilian foreigner tourist worker employee staff crew sailor fisherman pilot driver doctor nurse teacher schoolteacher schoolgirl schoolboy schoolchild student plumber electrician carpenter builder hairdresser trucker biker instructor tutor librarian passenger survivor victim tourist grandad granddad dad mum mom labourer laborer docker seaman deckhand lawyer journalist reporter editor blogger writer author artist singer actor photographer cameraman broadcaster priest bishop pastor cleric imam monk nun activist campaigner dissident critic opponent politician lawmaker legislator senator minister president premier mayor governor official officer diplomat envoy ambassador consul general colonel commander soldier serviceman servicewoman troop policeman policewoman fighter rebel militant insurgent guerrilla gunman terrorist extremist separatist jihadist member leader chief head figure aide adviser deputy spokesman spokeswoman candidate protester demonstrator supporter follower businessman businesswoman executive banker investor trader farmer engineer contractor mercenary spy agent smuggler trafficker criminal gangster suspect defendant migrant refugee volunteer missionary pilgrim scholar academic professor scientist researcher academician relative brother sister son daughter wife husband father mother couple family other dozen hundred thousand score youth teenager minor veteran intellectual unionist ex-president ex-minister dual-national expatriate traitor pensioner retiree filmmaker film-maker photojournalist cameraperson novelist playwright musician rapper comedian whistleblower choir ombudsman attaché attache cleric mullah rabbi preacher seminarian catechist cook chef chauffeur mechanic miner fisher captain seafarer crewman crewmember mariner crewmember backpacker hiker climber trekker traveller traveler holidaymaker honeymooner athlete footballer swimmer cyclist surgeon medic paramedic midwife pharmacist scholar linguist historian economist archaeologist translator interpreter accountant banker broker trader oligarch tycoon magnate mogul fugitive exile deserter defector draftee conscript recruit reservist general admiral major lieutenant sergeant corporal airman marine peacekeeper orphan widow toddler baby infant bride groom cousin uncle aunt nephew niece grandmother grandfather grandson granddaughter stepson twin sibling compatriot countryman islander dissenter vlogger youtuber influencer streamer gymnast plotter mutineer coup-plotter ringleader thug looter hijacker kidnapper abductor captor bandit poacher brit yank colleague counterpart king queen prince princess monarch ruler dictator judge prosecutor trafficker hacker thief killer murderer attacker assailant bomber American Briton Israeli Palestinian Russian Ukrainian Belarusian Iranian Iraqi Syrian Afghan Pakistani Indian Chinese Turk Kurd Serb Croat Greek German Frenchman Australian Canadian Pole'

/** Words for those who are held. */
export const captives = oneOf(
  'prisoner detainee hostage captive inmate convict internee abductee kidnappee pow prisoner-of-war dissident',
)
/** People in any words: nouns, names of persons and groups, personal pronouns. */
export const people = union(oneOf(PERSON_WORDS, ['person', 'group'], true), captives)
export const diplomats = oneOf(
  'diplomat ambassador envoy attache attaché consul consul-general diplomatic staff representative emissary charge chargé mission delegate nuncio legation personnel',
)
export const leaders = oneOf(
  'president premier minister chancellor king queen prince monarch leader ruler chief emperor sultan emir ayatollah pope secretary-general secretary governor mayor senator envoy emissary negotiator mediator nuncio consul ambassador diplomat commander general delegation official counterpart',
)
export const troops = oneOf(
  'troop soldier force army contingent legion battalion brigade division regiment unit fleet warship navy marine paratrooper tank military garrison militia fighter platoon peacekeeper serviceman personnel police policeman guard commando vessel ship carrier aircraft jet bomber squadron missile armor armour artillery convoy detachment corps infantry cavalry gendarme gendarmerie trooper legionnaire sapper frigate destroyer corvette submarine gunboat cutter warplane gunship battlegroup flotilla battery',
)
export const sanctions = oneOf(
  'sanction embargo boycott freeze tariff blacklist duty levy penalty import export trade asset ban visa quota',
)
export const sanctionNouns = oneOf('sanction embargo boycott tariff')
export const restrictions = oneOf(
  'curfew emergency ban restriction blockade siege censorship lockdown crackdown law rule limit checkpoint measure closure state border prohibition control',
)
export const agreements = oneOf(
  'agreement deal treaty accord pact memorandum mou protocol convention compromise settlement consensus understanding compact communique communiqué declaration contract partnership',
)
export const talksNouns = oneOf(
  'talk talks negotiation discussion dialogue dialog consultation meeting summit conference session parley contact round',
)
export const ties = oneOf(
  'tie tie relation relations relationship link contact embassy consulate mission relations cooperation bond border airspace',
)
export const aidGoods = oneOf(
  '$ € £ material kit drug vehicle ambulance ventilator aid assistance help relief food medicine loan grant fund funding money million billion supply equipment vaccine donation support rice wheat grain oil credit dollar euro pound yen shelter package weapon arms ammunition tank missile training medicine goods blanket tent water dose mask ventilator tonne ton scholarship jet helicopter hospital clinic generator flour diesel fuel basket ration parcel meal stove bed biscuit seed fertilizer fertiliser tractor ambulance antibiotic insulin oxygen clothing mattress tarpaulin bus technician howitzer launcher radar cement generator hangar goat',
)
export const reports = oneOf(
  'report statement film movie album song video footage photo photograph picture image document data statistic result study book memo letter transcript audio recording tape survey list detail information name poll communique communiqué trailer single record version edition update product game software toxin gas water chemical emission carbon pollutant energy hormone steam fund poem novel draft text finding earnings schedule plan budget note proposal guideline',
)
export const courts = oneOf('court judge tribunal jury juror prosecutor magistrate justice bench chamber icc')
/** Courts that find somebody guilty and set what follows; prosecutors only ask. */
export const benches = oneOf('court judge tribunal jury juror magistrate justice bench chamber icc court-martial')
export const prosecutors = oneOf('prosecutor prosecution attorney procurator procuracy')
/** How long, or what, a court gives. */
export const terms = oneOf('year month life decade death term sentence lash probation labour labor')
/** Deeds that people are held, tried and punished for. */
export const crimes = oneOf(
  'sedition treason espionage spying spy murder killing terrorism fraud corruption graft bribery theft robbery smuggling trafficking subversion blasphemy defamation libel slander manslaughter incitement insult insulting extremism desertion kidnapping crime offence offense plot plotting coup genocide atrocity embezzlement laundering rape assault arson sabotage contempt perjury hooliganism rioting possession conspiracy mutiny apostasy',
)
/** Those who seize people in the name of a state, with the short names by which news knows some of them. */
export const forces = oneOf(
  'police cop policeman policewoman officer soldier troop army military guard gendarme commando customs coastguard navy marine serviceman agent security intelligence service authority detective investigator constable sheriff deputy marshal ranger mountie patrol squad border carabiniere fbi dea nypd rcmp fsb kgb sbu nia cbi efcc icac kpk rab ice mi5',
)
/** What somebody holds to be due to him: "wants answers". */
export const owed = oneOf(
  'return release freedom withdrawal answer proof evidence footage money million billion justice resignation compensation damages reparation redress restitution ransom custody handover surrender',
)
/** Those who speak for a side in court. */
export const pleaders = oneOf(
  'lawyer attorney counsel barrister solicitor advocate prosecutor prosecution defence defense defendant plaintiff convict state government ministry',
)
export const police = oneOf(
  'police cop warden jailer gaoler policeman officer agent security force soldier troop authority guard army military intelligence service government militia rebel court judge commando squad detective investigator gendarme border',
)
/** Things that can be argued about: plans and the like. */
export const proposals = oneOf(
  'proposal plan offer request call demand appeal bid invitation suggestion idea draft resolution initiative formula deal agreement ultimatum claim allegation accusation charge criticism pressure report result decision ruling compromise amendment bill settlement motion petition application referendum peace truce ceasefire condition term',
)
/** Acts and words that somebody is criticised or praised for; whose they are is the party meant. */
export const acts = oneOf(
  'decision move action act plan policy proposal offer statement remark comment declaration call attack bombing killing invasion crackdown refusal role effort work handling treatment violation suppression use behavior behaviour conduct position stance law rejection test launch claim response approach initiative threat arrest detention execution sanction interference aggression program programme campaign strike raid operation policy ruling leadership contribution commitment support appointment election victory efforts right sovereignty independence report demand request appeal position bid candidacy regime attempt resolution speech',
)
/** Who keeps lists of those with whom nobody may deal: names on them are sanctioned. */
export const LISTERS = oneOf(
  'treasury department ministry government union council commission office bloc administration state authority ally',
  ['state'],
)
/** Who is put on such lists: people, firms, groups, ships. */
export const listed = union(
  oneOf(
    'individual entity company firm bank refinery shipper network cartel gang group organization organisation movement militia guard corps vessel ship tanker airline judge official general minister party broker exchange subsidiary trader lender',
    ['organization', 'outlet'],
  ),
  people,
)
/** What is attacked with words only. */
export const WORDS = oneOf(
  'decision plan policy proposal statement remark comment speech evidence testimony ruling verdict law bill deal agreement pact treaty claim report handling approach stance strategy budget reform coverage credibility integrity character reputation silence record motive conduct choice idea view accord legislation reporting narrative',
)
export const politicalWords = oneOf(
  'government ministry minister president premier chancellor parliament congress senate lawmaker legislator senator party opposition official authority court judge prosecutor police army military troop force rebel militant insurgent guerrilla militia protester demonstrator activist dissident diplomat ambassador envoy embassy consulate administration regime leader commander refugee migrant prisoner detainee hostage union council commission ministry junta coup king queen prince sultan emir ayatollah separatist terrorist extremist jihadist fighter gunman soldier navy state nation country republic kingdom delegation negotiator mediator peacekeeper inspector monitor observer cabinet governor spokesman spokeswoman politician mp mps deputy alliance bloc agency watchdog organization organisation faction group movement front tribe warlord dictator monarch white-house kremlin pentagon general colonel security intelligence ally allies coalition envoy mission staff tribunal assembly legislature democrat republican socialist communist islamist candidate sanction treaty truce ceasefire palestinian israeli russian mayor municipality attorney human-rights campaigner civilian',
  ['state'],
)
export const propertyWords = oneOf(
  'artifact artefact painting property asset body remains land territory skull antiquity treasure relic weapon equipment plane aircraft ship vessel boat island passport money coin document sculpture statue fossil manuscript card mask pendant item object cargo',
)

/** Places: countries, cities, and states in their use as places. */
export const lands = oneOf('country homeland capital city', ['state', 'place'])
/** Those whose travels are political. */
export const officials = union(
  leaders,
  oneOf('premier delegation diplomat team negotiator mediator inspector monitor adviser aide spokesman troop', [
    'person',
  ]),
)
export const prisons = oneOf(
  'prison jail custody detention captivity cell camp dungeon gulag penitentiary confinement behind-bars hospital remand colony lockup lock-up stockade',
)
/** Prisons that news names without saying what they are; own list from general knowledge. */
export const NAMED_PRISONS =
  'evin insein tihar lefortovo butyrka silivri sednaya saydnaya guantanamo guantánamo cecot helicoide kerobokan akrestsina okrestina kamiti luzira kondengui chikurubi mornaguia belmarsh alcatraz qarchak imrali adiala ketziot rikers'
export const namedPrisons = oneOf(NAMED_PRISONS)
/** Those who are sent out of a country by office, not as persons. */
export const EXPELLED = oneOf(
  'diplomat ambassador attache attaché consul envoy inspector peacekeeper observer monitor worker staff official agency mission ngo charity',
)
/** People of whom a journey matters to a record of custody. */
export const freed = union(
  captives,
  oneOf(
    'activist blogger journalist politician reporter survivor patient evacuee man woman child refugee migrant',
    ['person'],
    true,
  ),
)
/** Things that meet or are met without any meeting. */
export const MEASURES = oneOf(
  'need requirement deadline target demand challenge criterion criterium goal standard condition expectation resistance fate end obligation cost threshold objective quota opposition budget bill evidence theory research study data law article rule situation circumstance event occasion',
)
export const SIGHTS = oneOf('website site page blog museum link address store shop restaurant url')
export const NATURE = oneOf(
  'earthquake quake flood storm hurricane typhoon cyclone tornado fire wildfire virus disease pandemic epidemic cancer drought famine heat cold weather avalanche landslide tsunami crash accident drug illness outbreak volcano eruption coronavirus covid-19 malaria ebola',
)
export const TROPHIES = oneOf('title crown championship lead goal medal trophy thesis net record')
export const MARKETS = oneOf('stock share market dollar euro yen index price oil gold bond future currency team')

/** What acts and people are called by those who think ill of them; lemmas. Own list from general knowledge of English. */
export const ILL =
  'farce sham charade theatre theater circus joke mockery travesty disgrace shame scandal outrage insult provocation blackmail extortion aggression hypocrisy nonsense lie fabrication propaganda hysteria fiction fantasy fairytale tale witch-hunt witchhunt purge vendetta persecution repression tyranny dictatorship coup betrayal treason surrender capitulation sellout sell-out mistake blunder error failure disaster catastrophe tragedy abomination crime atrocity massacre genocide piracy theft robbery plunder racism apartheid terrorism barbarism madness folly lunacy insanity absurdity distraction stunt gimmick ploy trick trap smokescreen excuse pretext violation breach threat attack assault affront slap wound stain setback step-back traitor coward liar thief crook criminal terrorist fascist nazi dictator tyrant thug murderer killer butcher clown puppet stooge lackey parasite monster bully hypocrite charlatan bandit illegal unlawful unconstitutional illegitimate unacceptable intolerable shameful disgraceful outrageous absurd ridiculous ludicrous laughable cynical hypocritical reckless irresponsible dangerous deplorable regrettable immoral unjust unfair baseless groundless unfounded provocative barbaric cowardly improper inadequate insufficient inhumane inhuman brutal cruel disproportionate excessive heavy-handed political politicized politicised arbitrary biased useless incompetent corrupt weak toothless naive naïve unwise unnecessary unhelpful premature counterproductive unjustified untrue false misleading undemocratic draconian scandalous hysterical appalling abhorrent despicable vile disgusting shocking atrocious heinous repugnant abusive unwarranted unprovoked insulting offensive humiliating preposterous farcical pathetic flawed discriminatory vindictive spiteful repressive authoritarian lawless embarrassment humiliation parody caricature whitewash cover-up blow overreach'

/** What they are called by those who think well of them. */
export const WELL =
  'success triumph victory breakthrough milestone achievement hero heroine friend ally partner patriot martyr saint mother father brother model example inspiration beacon pillar champion historic important positive constructive fruitful productive good great excellent successful encouraging welcome courageous brave heroic peaceful transparent fair free wise welcome useful helpful necessary legitimate lawful gift blessing honour honor'

/** How people are addressed, and what acts are taken for without a word against them. */
export const TAKEN_FOR =
  'sir madam uncle auntie aunt grandpa granny mama papa boss engineer doctor professor captain chief comrade teacher nickname name home quits emergency meeting election small serious simple routine normal ordinary individual family gesture concession compromise favor favour signal sign reward ransom'
