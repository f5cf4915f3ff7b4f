import { ACTORS, PARTIES } from '../accepts.ts'
import { people, police, propertyWords, sanctionNouns } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

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
      object: oneOf('right freedom press media movement access internet speech protest assembly gathering immigration'),
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
    lightVerb('set', 'fire', {
      prep: 'to',
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'object.to'] },
      cameo: '1712',
      trust: 0.6,
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
    verb('impose declare introduce extend enforce proclaim order announce reimpose tighten invoke', {
      object: oneOf('curfew emergency state siege lockdown censorship ban restriction'),
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
    verb('dissolve', {
      object: oneOf('parliament party assembly organization group legislature'),
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
