import { ACTORS, PARTIES } from '../accepts.ts'
import { troops } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { enforcers } from '../force-classes.ts'
import { anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Mobilisation or show of force. */
export const mobilization = defineEventType({
  name: 'mobilization',
  family: 'force',
  label: 'Mobilisation or show of force',
  gloss: 'Forces are raised, moved or put on alert.',
  roles: { agent: ACTORS, addressee: PARTIES },
  plover: ['MOBILIZE', null],
  cameo: ['150'],
  temper: 'hostile',
  threat: '138',
  verb: {
    agent: ['subject'],
    addressee: ['against', 'to*', 'in*', 'into*', 'on', 'along', 'at*', 'near*', 'object.in*', 'object.on'],
  },
  noun: { agent: ['by', 'poss', 'subject', 'of'], addressee: ['against', 'in*', 'to*', 'on'] },
  triggers: [
    phrase('call', 'up', { object: oneOf('reservist troop soldier reserve'), trust: 0.8 }),
    phrase('step', 'up', {
      object: oneOf('security patrol vigilance presence surveillance'),
      political: true,
      cameo: '151',
      trust: 0.65,
    }),
    verb('conscript', { trust: 0.7 }),
    verb('deploy', {
      object: oneOf(
        'man woman thousand hundred dozen officer agent team helicopter drone plane system battery missile carrier group weapon guardsman reservist peacekeeper cruiser',
      ),
      political: true,
      unless: 'aid medical relief rescue',
      trust: 0.65,
    }),
    verb('ring encircle cordon', {
      subject: union(enforcers, troops),
      political: true,
      slots: { agent: ['subject'], addressee: ['object'] },
      trust: 0.6,
    }),
    verb('guard', {
      subject: union(enforcers, troops),
      object: anything,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'] },
      trust: 0.55,
    }),
    phrase('cordon seal', 'off', {
      subject: union(enforcers, troops),
      political: true,
      slots: { agent: ['subject'], addressee: ['object'] },
      trust: 0.55,
    }),
    verb('scramble', { object: oneOf('jet fighter plane aircraft helicopter f-16 typhoon'), trust: 0.75 }),
    verb('hold conduct stage begin start launch carry run', {
      object: oneOf('exercise drill maneuver manoeuvre wargame war-game'),
      subject: union(troops, oneOf('command side alliance country', ['state', 'organization'])),
      unless: 'joint fire evacuation',
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['with', 'in*', 'off*', 'near*', 'around*', 'object.in*', 'object.off*'],
      },
      trust: 0.6,
    }),
    phrase('hold conduct stage begin start launch carry run', 'live', {
      object: oneOf('exercise drill maneuver manoeuvre'),
      unless: 'joint',
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['with', 'in*', 'off*', 'near*', 'around*', 'object.in*', 'object.around*'],
      },
      trust: 0.7,
    }),
    verb('rehearse practise practice train drill exercise', {
      subject: union(troops, oneOf('reservist conscript cadet')),
      political: true,
      trust: 0.5,
    }),
    noun('test launch firing', {
      with: 'missile nuclear rocket ballistic weapon icbm',
      political: true,
      cameo: '155',
      trust: 0.65,
    }),
    verb('arrive land dock anchor berth disembark', {
      subject: troops,
      notSubject: oneOf('vessel ship carrier aircraft jet convoy personnel unit fleet missile artillery tank'),
      prep: 'in at off on near to',
      unless: 'peacekeeper peacekeeping monitor aid relief police vessel',
      political: true,
      slots: { agent: ['subject'], addressee: ['in*', 'at*', 'off*', 'on*', 'near*'] },
      trust: 0.55,
    }),
    lightVerb('take', 'position', { with: 'up', subject: troops, trust: 0.7 }),
    verb('strengthen reinforce fortify bolster', {
      object: oneOf('post position border defence defense garrison checkpoint patrol frontier flank'),
      political: true,
      trust: 0.65,
    }),
    verb('tighten raise', { object: oneOf('security alert readiness'), political: true, cameo: '151', trust: 0.6 }),
    verb('send', {
      object: oneOf('warship frigate destroyer reinforcement guardsman bomber submarine commando'),
      subject: oneOf('minister president secretary army navy pentagon general governor command ministry', [
        'state',
        'organization',
      ]),
      unless: 'aid medical relief letter',
      political: true,
      trust: 0.6,
    }),
    noun('mobilization mobilisation', { political: true, needsLight: true, trust: 0.6 }),
    phrase('call order', 'up', { object: oneOf('conscript recruit draftee man'), political: true, trust: 0.7 }),
    noun('exercise drill maneuver manoeuvre', {
      with: 'military naval live-fire army',
      unless: 'joint',
      needsLight: true,
      political: true,
      trust: 0.65,
    }),
    verb('intensify increase boost', { object: union(troops, oneOf('presence')), political: true, trust: 0.65 }),
    phrase('beef build step', 'up', {
      object: union(troops, oneOf('presence security patrol')),
      political: true,
      trust: 0.7,
    }),
    verb('move shift redeploy rush', {
      object: troops,
      prep: 'to towards toward into near along',
      political: true,
      trust: 0.65,
    }),
    verb('test', {
      object: oneOf('missile rocket bomb weapon warhead device torpedo'),
      political: true,
      cameo: '155',
      trust: 0.7,
    }),
    verb('fire launch', {
      object: oneOf('missile rocket satellite'),
      objectMod: 'ballistic intercontinental hypersonic test short-range long-range',
      political: true,
      cameo: '155',
      trust: 0.75,
    }),
    phrase('fire launch', 'test', {
      object: oneOf('missile rocket weapon torpedo'),
      political: true,
      cameo: '155',
      trust: 0.75,
    }),
    verb('deploy mass amass mobilize mobilise send dispatch concentrate station reinforce bolster strengthen rush', {
      object: troops,
      trust: 0.8,
    }),
    verb('mobilize mobilise', { political: true, trust: 0.7 }),
    verb('deploy', { voice: 'passive', object: troops, trust: 0.75 }),
    phrase('put place', 'alert', { political: true, cameo: '152', trust: 0.85 }),
    phrase('remain be stay go', 'alert', { political: true, cameo: '152', trust: 0.75 }),
    noun('alert', { statal: true, political: true, cameo: '152', trust: 0.7 }),
    verb('test fire launch test-fire', {
      object: oneOf('missile rocket satellite'),
      with: 'test ballistic long-range',
      political: true,
      trust: 0.7,
    }),
    verb('patrol', { political: true, trust: 0.6 }),
    noun('deployment mobilization mobilisation buildup build-up', {
      of: union(troops, oneOf('peacekeeper missile weapon')),
      trust: 0.7,
    }),
    noun('patrol', { political: true, needsLight: true, trust: 0.6 }),
  ],
  finer: [
    finer('police policeman paramilitary', { cameo: '153' }),
    finer('troop soldier army force tank warship navy reservist military missile', { cameo: '154' }),
  ],
  merge: { within: 7, mustShare: ['agent'] },
})
