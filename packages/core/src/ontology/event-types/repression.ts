import { ACTORS, PARTIES } from '../accepts.ts'
import { lands, people, police, propertyWords, sanctionNouns } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { craft, enforcers, sites } from '../force-classes.ts'
import { adjective, anything, lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** Those who act for a state upon its subjects. */
const AUTHORITIES = union(
  enforcers,
  police,
  oneOf(
    'official agency bureau directorate department ministry regulator council municipality mayor city governor regime minister president parliament court judge watchdog commission',
    ['state'],
  ),
)
/** What police and customs take. */
const GOODS = oneOf(
  'car vehicle truck lorry motorcycle tractor laptop computer phone telephone handset camera equipment generator server drive disk document file paper passport archive notebook diary weapon gun rifle pistol firearm ammunition explosive grenade launcher drug cocaine heroin cannabis skunk methamphetamine opium fentanyl cigarette contraband cash money gold diamond jewellery jewelry watch yacht boat ship vessel tanker trawler dhow dinghy fax machine kilo kilogram kg gram ton tonne litre liter bag crate parcel book copy leaflet flag livestock cattle catch net cargo fuel oil land property villa mansion asset loot haul arsenal cache',
  // So that what is taken is told as whom it befell, and not as a part of the verb.
  ['outlet'],
)
/** What is shut to the public. */
const SHUT = oneOf(
  'border crossing frontier airspace airport port harbor harbour road highway street bridge square gate checkpoint point school university campus newspaper station channel website site radio magazine network broadcaster outlet office parliament church mosque temple monastery seminary bookshop bookstore internet camp strait route corridor',
)
/** What somebody is kept from by order. */
const BARRED = oneOf(
  'election vote ballot poll office politics parliament country territory travel airport campus square entry participation practice hearing courtroom race running contest',
  ['place'],
)

/** What is shut is shut to somebody; else it is whose it is. */
const CLOSED: Slots = {
  agent: ['subject'],
  patient: [
    'to',
    'object.to',
    'object.with*',
    'with*',
    'object.person',
    'object.poss',
    'object.of',
    'in*',
    'object.in*',
    'at*',
    'object',
  ],
}
/** What it is done to, wherever that is. */
const DONE_TO: Slots = { agent: ['subject'], patient: ['object'] }

/** What is taken is what the act bears on; where it was taken says less. */
const TAKEN: Slots = {
  agent: ['subject'],
  patient: ['object.person', 'object.poss', 'from', 'object.from', 'object.of.person', 'object'],
}

/** Restriction, seizure, censorship, curfew. */
export const repression = defineEventType({
  name: 'repression',
  family: 'force',
  label: 'Restriction, seizure, censorship, curfew',
  gloss: 'An authority restricts, seizes, bans, censors or suppresses.',
  roles: { agent: ACTORS, patient: PARTIES },
  plover: ['COERCE', null],
  cameo: ['170', '171', '172', '175'],
  temper: 'hostile',
  threat: '132',
  verb: {
    agent: ['subject'],
    patient: [
      'object.person',
      'object.with*',
      'object.poss',
      'object.of',
      'object.from',
      'on',
      'against',
      'object.on',
      'object.against',
      'from',
      'object.with',
      'object.into',
      'with*',
      'in*',
      'object.in*',
      'object.of.in*',
      'at*',
      'object',
    ],
  },
  noun: { agent: ['by', 'poss', 'subject', 'mod*'], patient: ['on', 'against', 'of', 'in*'] },
  triggers: [
    verb('restrict curb limit', {
      object: oneOf(
        'right freedom press media movement access internet speech protest assembly gathering immigration inspection worship',
      ),
      political: true,
      cameo: '1721',
      trust: 0.65,
    }),
    verb('stop halt suspend ban shut', {
      object: oneOf('work activity operation'),
      notSubject: oneOf(
        'agency charity group programme program organization organisation company firm carrier airline',
        ['organization'],
      ),
      political: true,
      slots: {
        agent: ['subject'],
        patient: ['object.of.person', 'object.by', 'object.poss', 'object.of', 'object.mod*'],
      },
      trust: 0.5,
    }),
    verb('seize confiscate impound', {
      object: GOODS,
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.7,
    }),
    verb('seize', {
      subject: enforcers,
      object: anything,
      notObject: union(
        people,
        lands,
        oneOf('opportunity chance power control initiative moment town city village base'),
      ),
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.65,
    }),
    verb('remove take recover retrieve', {
      subject: enforcers,
      object: GOODS,
      notObject: oneOf('money oath land'),
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.55,
    }),
    verb('recover seize', {
      voice: 'passive',
      object: oneOf(
        'weapon gun rifle pistol firearm ammunition explosive grenade launcher ak-47 drug cocaine heroin arms cache',
      ),
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.6,
    }),
    phrase('take cart carry haul', 'away off', {
      object: GOODS,
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.6,
    }),
    verb('forfeit', { object: union(GOODS, craft), political: true, slots: TAKEN, cameo: '1711', trust: 0.65 }),
    noun('seizure confiscation', {
      of: union(GOODS, craft),
      needsOf: true,
      political: true,
      cameo: '1711',
      trust: 0.65,
    }),
    verb('search raid comb ransack', {
      object: sites,
      subject: union(AUTHORITIES, oneOf('', ['organization'])),
      political: true,
      slots: DONE_TO,
      cameo: '170',
      trust: 0.65,
    }),
    verb('search raid', {
      object: anything,
      notObject: people,
      subject: enforcers,
      political: true,
      slots: DONE_TO,
      cameo: '170',
      trust: 0.6,
    }),
    noun('search', {
      of: union(sites, oneOf('cellar cell room')),
      needsOf: true,
      political: true,
      cameo: '170',
      trust: 0.55,
    }),
    noun('raid', { prep: 'by', prepObject: enforcers, political: true, cameo: '170', trust: 0.65 }),
    noun('raid', {
      with: 'police immigration dawn drug army military tax plant newsroom office home house night security federal',
      political: true,
      unless: 'air bombing rebel drone missile militant gunman bandit',
      cameo: '170',
      trust: 0.6,
    }),
    noun('gas cannon spray bullet', {
      with: 'tear water pepper rubber stun',
      political: true,
      cameo: '175',
      slots: { agent: ['by', 'subject', 'poss', 'mod*'], patient: ['on', 'at', 'against', 'in*', 'into'] },
      trust: 0.6,
    }),
    verb('fire use spray unleash deploy launch', {
      object: oneOf('bullet grenade spray round pellet'),
      objectMod: 'rubber pepper plastic stun tear sting flash-bang smoke',
      political: true,
      cameo: '175',
      slots: {
        agent: ['subject'],
        patient: ['at', 'on', 'against', 'into', 'object.at', 'object.on', 'object.against', 'clause.object', 'in*'],
      },
      trust: 0.75,
    }),
    phrase('spray', 'pepper', { object: people, political: true, cameo: '175', trust: 0.75 }),
    // "shut down the internet": the parser may read "down" as a preposition.
    verb('shut close', {
      prep: 'down',
      prepObject: SHUT,
      political: true,
      cameo: '1721',
      slots: { agent: ['subject'], patient: ['down.of', 'down.poss', 'in*', 'down.in*', 'down'] },
      trust: 0.7,
    }),
    verb('teargas kettle', { political: true, cameo: '175', trust: 0.75 }),
    verb('clear', {
      object: oneOf(
        'camp encampment square protest street protester demonstrator crowd barricade squatter migrant sit-in blockade',
      ),
      subject: enforcers,
      political: true,
      cameo: '175',
      trust: 0.65,
    }),
    verb('dismantle smash bust', {
      object: oneOf('network cell ring gang group camp encampment syndicate band', ['organization']),
      political: true,
      slots: DONE_TO,
      cameo: '170',
      trust: 0.65,
    }),
    phrase('break bust', 'up', {
      object: oneOf(
        'network cell ring gang syndicate encampment sit-in vigil meeting funeral procession blockade picket',
      ),
      political: true,
      cameo: '175',
      trust: 0.7,
    }),
    verb('intercept', {
      object: union(craft, oneOf('migrant refugee')),
      voice: 'passive',
      political: true,
      slots: DONE_TO,
      cameo: '170',
      trust: 0.65,
    }),
    verb('stop halt block detain intercept', {
      object: craft,
      subject: union(enforcers, oneOf('ship patrol')),
      political: true,
      slots: DONE_TO,
      cameo: '170',
      trust: 0.6,
    }),
    verb('stop block', {
      object: people,
      subject: enforcers,
      political: true,
      noClause: true,
      unless: 'speeding car driver',
      cameo: '170',
      trust: 0.5,
    }),
    verb('board', {
      object: craft,
      subject: union(enforcers, oneOf('team inspector')),
      unless: 'passenger',
      slots: DONE_TO,
      cameo: '170',
      trust: 0.65,
    }),
    verb('board', {
      object: oneOf('ship vessel tanker freighter trawler'),
      subject: oneOf('', ['state', 'organization']),
      cameo: '170',
      trust: 0.6,
    }),
    noun('boarding interception', { of: craft, needsOf: true, political: true, cameo: '170', trust: 0.65 }),
    verb('close shut seal block suspend', {
      object: SHUT,
      subject: AUTHORITIES,
      political: true,
      slots: CLOSED,
      cameo: '1721',
      trust: 0.65,
    }),
    verb('close shut seal padlock', {
      object: SHUT,
      voice: 'passive',
      political: true,
      unless: 'storm snow fog flood wind weather holiday weekend repair',
      cameo: '1721',
      trust: 0.6,
    }),
    phrase('seal close shut board', 'off down', {
      object: SHUT,
      political: true,
      unless: 'storm snow fog flood weather',
      cameo: '1721',
      trust: 0.6,
    }),
    adjective('closed shut', {
      subject: oneOf('border crossing frontier airspace airport bridge newspaper channel website radio internet'),
      political: true,
      unless: 'storm snow fog flood weather holiday',
      slots: { patient: ['subject'] },
      cameo: '1721',
      trust: 0.6,
    }),
    noun('closure closing shutdown shuttering', {
      of: SHUT,
      needsOf: true,
      political: true,
      unless: 'storm snow fog flood weather factory mine',
      cameo: '1721',
      trust: 0.6,
    }),
    verb('cut throttle block disconnect', {
      object: oneOf('internet network signal broadband'),
      political: true,
      cameo: '1721',
      trust: 0.6,
    }),
    verb('bar ban disqualify exclude prohibit forbid block', {
      prep: 'from',
      prepObject: BARRED,
      political: true,
      cameo: '172',
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.65,
    }),
    verb('forbid prohibit', { political: true, subject: AUTHORITIES, cameo: '172', trust: 0.6 }),
    phrase('strip', 'citizenship nationality passport seat immunity licence license accreditation mandate residency', {
      object: people,
      political: true,
      cameo: '172',
      slots: DONE_TO,
      trust: 0.7,
    }),
    verb('withhold retain', { object: oneOf('passport'), political: true, slots: TAKEN, cameo: '172', trust: 0.6 }),
    phrase('keep lock shut', 'out', {
      object: people,
      voice: 'passive',
      political: true,
      unless: 'dollar worker',
      cameo: '172',
      trust: 0.5,
    }),
    verb('fire use lob deploy unleash', {
      object: oneOf('gas teargas cannon truncheon baton'),
      subject: police,
      political: true,
      cameo: '175',
      slots: {
        agent: ['subject'],
        patient: ['at', 'on', 'against', 'into', 'object.at', 'object.on', 'object.against', 'clause.object', 'in*'],
      },
      trust: 0.8,
    }),
    verb('break hack', {
      prep: 'into',
      prepObject: oneOf('server system network computer email account website database phone'),
      political: true,
      cameo: '176',
      slots: { agent: ['subject'], patient: ['into.of', 'into.poss', 'into.at', 'into.mod*', 'into'] },
      trust: 0.6,
    }),
    verb('close shut seal', {
      object: oneOf('border airspace frontier crossing'),
      prep: 'to with',
      political: true,
      cameo: '1721',
      slots: { agent: ['subject'], patient: ['to', 'object.to', 'object.with*', 'with*'] },
      trust: 0.65,
    }),
    verb('silence harass intimidate jam', { political: true, cameo: '175', trust: 0.55 }),
    phrase('break', 'up', {
      object: oneOf('protest rally demonstration camp gathering march crowd'),
      political: true,
      cameo: '175',
      trust: 0.75,
    }),
    verb('revoke strip cancel', {
      object: oneOf('license licence citizenship visa passport accreditation registration election'),
      political: true,
      cameo: '172',
      trust: 0.65,
    }),
    verb('annul postpone', { object: oneOf('election vote referendum'), political: true, cameo: '172', trust: 0.6 }),
    verb('force compel', {
      object: oneOf('plane aircraft jet ship vessel boat flight'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.6,
    }),
    verb('seize', {
      object: oneOf('field oilfield refinery asset plant mine'),
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.6,
    }),
    verb('impose declare decree introduce extend enforce proclaim order announce reimpose tighten invoke slap clamp', {
      object: oneOf('curfew emergency state siege lockdown censorship ban restriction blackout'),
      political: true,
      trust: 0.8,
    }),
    verb('impose declare', { object: oneOf('law'), objectMod: 'martial', cameo: '1724', trust: 0.9 }),
    verb('ban outlaw proscribe', { political: true, notObject: sanctionNouns, cameo: '172', trust: 0.75 }),
    verb('bar prohibit', { object: people, political: true, cameo: '172', trust: 0.65 }),
    verb('censor muzzle gag', { political: true, cameo: '1721', trust: 0.75 }),
    verb('confiscate impound', { political: true, slots: TAKEN, cameo: '1711', trust: 0.8 }),
    verb('seize', {
      object: union(
        propertyWords,
        oneOf('house home office equipment drug arms explosive tanker fund cash material container bank company'),
      ),
      political: true,
      slots: TAKEN,
      cameo: '1711',
      trust: 0.65,
    }),
    verb('nationalize nationalise expropriate', { slots: TAKEN, cameo: '1711', trust: 0.8 }),
    verb('close shut block suspend', {
      object: oneOf(
        'newspaper station channel website radio school university border crossing internet magazine network broadcaster office parliament constitution party publication access airspace church mosque media outlet point',
      ),
      political: true,
      cameo: '1721',
      trust: 0.7,
    }),
    phrase('shut close', 'down', {
      object: oneOf(
        'newspaper station channel website radio school university internet magazine network broadcaster office',
      ),
      political: true,
      cameo: '1721',
      trust: 0.75,
    }),
    verb('dissolve disband liquidate deregister', {
      object: oneOf(
        'parliament party assembly organization organisation group legislature league union association federation congress foundation ngo council senate charity memorial',
        ['organization'],
      ),
      subject: AUTHORITIES,
      cameo: '1722',
      trust: 0.65,
    }),
    verb('dissolve', {
      object: oneOf(
        'parliament party assembly organization organisation group legislature league union association federation congress foundation ngo',
        ['organization'],
      ),
      cameo: '1722',
      trust: 0.75,
    }),
    phrase('crack clamp', 'down', { prep: 'on', political: true, cameo: '175', trust: 0.8 }),
    verb('suppress quell crush disperse', {
      object: union(
        people,
        oneOf('protest demonstration uprising rebellion dissent opposition crowd rally riot unrest revolt'),
      ),
      political: true,
      cameo: '175',
      trust: 0.75,
    }),
    verb('demolish bulldoze raze', { political: true, cameo: '1712', trust: 0.7 }),
    verb('evict', { political: true, trust: 0.65 }),
    verb('persecute oppress purge', { political: true, cameo: '175', trust: 0.7 }),
    verb('force compel coerce', {
      object: union(people, oneOf('plane aircraft jet ship flight', ['state', 'organization'])),
      clause: true,
      political: true,
      trust: 0.5,
    }),
    verb('raid search', {
      object: oneOf('home house office headquarters newspaper apartment newsroom building premises residence compound'),
      subject: police,
      cameo: '170',
      trust: 0.65,
    }),
    verb('hack', { political: true, cameo: '176', trust: 0.7 }),
    lightVerb('launch carry conduct wage mount', 'cyberattack cyber-attack hacking warfare', {
      political: true,
      cameo: '176',
      slots: { agent: ['subject'], patient: ['on', 'against', 'object.on', 'object.against'] },
      trust: 0.8,
    }),
    noun('attack warfare', {
      with: 'cyber',
      cameo: '176',
      slots: { agent: ['by', 'subject', 'poss', 'mod*'], patient: ['on', 'against'] },
      trust: 0.85,
    }),
    noun('crackdown clampdown', { cameo: '175', trust: 0.75 }),
    noun('confiscation seizure', { political: true, cameo: '1711', trust: 0.6 }),
    noun('cyberattack cyber-attack', { cameo: '176', trust: 0.8 }),
  ],
  finer: [
    finer('curfew', { cameo: '1723', mode: 'curfew' }),
    finer('emergency martial siege', { cameo: '1724', mode: 'martial-law' }),
    finer('cyber', { cameo: '176', mode: 'cyber' }),
    finer('party politician candidate candidacy', { cameo: '1722' }),
    finer('newspaper press publication journalist censorship radio internet website', {
      cameo: '1721',
      mode: 'censor',
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'], family: 'force' },
})
