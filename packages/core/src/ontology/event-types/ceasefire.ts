import { ACTORS } from '../accepts.ts'
import { troops } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Ceasefire or truce. */
export const ceasefire = defineEventType({
  name: 'ceasefire',
  family: 'force',
  label: 'Ceasefire or truce',
  gloss: 'A side or sides stop fighting.',
  roles: { agent: ACTORS, counterpart: ACTORS },
  plover: ['RETREAT', 'ceasefire'],
  cameo: ['0871'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'yield-force',
  verb: { agent: ['subject'], counterpart: ['with', 'object.with', 'object.between', 'against', 'in*'] },
  noun: { agent: ['by', 'between', 'poss', 'subject'], counterpart: ['with', 'in*'] },
  triggers: [
    verb('declare announce observe sign proclaim reach agree accept extend implement begin call renew enter', {
      object: oneOf('ceasefire cease-fire truce armistice'),
      trust: 0.85,
    }),
    verb('agree', { prep: 'to on', prepObject: oneOf('ceasefire cease-fire truce armistice'), trust: 0.85 }),
    verb('halt suspend stop cease end', {
      object: oneOf('hostility offensive shelling fighting bombing bombardment attack fire'),
      political: true,
      trust: 0.75,
    }),
    // "suspended its operations" of an aid agency or a firm is no truce.
    verb('halt suspend stop cease end', {
      object: oneOf('operation'),
      subject: union(
        troops,
        oneOf('rebel insurgent guerrilla government side junta general president command', ['state']),
      ),
      political: true,
      trust: 0.7,
    }),
    phrase('lay put', 'down', { object: oneOf('arm weapon arms'), trust: 0.7, cameo: '0873' }),
    noun('ceasefire cease-fire truce armistice', { prep: 'between with', trust: 0.55 }),
    verb('take come go begin start enter', {
      subject: oneOf('ceasefire cease-fire truce armistice'),
      slots: {
        agent: ['subject.between', 'subject.poss', 'subject.mod*'],
        counterpart: ['subject.with', 'in*', 'along', 'subject.in*'],
      },
      trust: 0.65,
    }),
    verb('pause', {
      object: oneOf('hostility offensive shelling fighting bombing bombardment attack strike'),
      political: true,
      trust: 0.7,
    }),
    phrase('stand', 'down', { subject: union(troops, oneOf('rebel militia side')), political: true, trust: 0.55 }),
    lightVerb('silence', 'gun', {
      subject: union(troops, oneOf('rebel side militia', ['state', 'organization'])),
      political: true,
      trust: 0.75,
    }),
    phrase('fall go', 'silent quiet', {
      subject: oneOf('gun artillery'),
      political: true,
      slots: { agent: ['subject.of'], counterpart: ['in*', 'along'] },
      trust: 0.6,
    }),
    verb('hold', {
      object: oneOf('fire'),
      subject: union(troops, oneOf('rebel side militia', ['state', 'organization'])),
      political: true,
      trust: 0.65,
    }),
    noun('pause lull', { with: 'humanitarian fighting tactical', political: true, trust: 0.6 }),
    noun('pause lull', {
      prep: 'in',
      prepObject: oneOf('fighting hostility shelling bombing bombardment strike'),
      political: true,
      trust: 0.65,
    }),
    noun('cessation', { of: oneOf('hostility fighting'), needsOf: true, trust: 0.8 }),
    noun('ceasefire cease-fire truce armistice', { governed: true, trust: 0.6 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'] },
})
