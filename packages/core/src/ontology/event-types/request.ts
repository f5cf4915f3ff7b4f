import { ACTORS, MATTERS } from '../accepts.ts'
import { courts, leaders, MEASURES, owed, people, pleaders, politicalWords } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** What is asked of authorities and other sides, and by nobody of himself. */
const sought = oneOf(
  'inquiry enquiry probe investigation apology truth review retrial trial hearing bail parole injunction warrant inspection observer monitor reform election referendum vote guarantee assurance sanction embargo ceasefire truce deal settlement accountability clarity ban extension funding talk action postponement moratorium corridor access concession autonomy independence recognition calm explanation permission',
)
/** Those who want things of others in public: states, bodies, offices, movements. */
const wanters = union(
  pleaders,
  politicalWords,
  oneOf(
    'association union federation party society league campaigner family relative lobby network charity watchdog church board mayor senator lawmaker critic opponent rival fisherman resident side delegate rebel carrier bloc',
    ['state', 'organization'],
  ),
)
const WANTED: Slots = {
  agent: ['subject'],
  addressee: ['from', 'object.from', 'object.person'],
  theme: ['clause', 'object'],
}

/** Request or appeal. */
export const request = defineEventType({
  name: 'request',
  family: 'asks-and-answers',
  label: 'Request or appeal',
  gloss: 'Somebody asks, urges or appeals for something.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS, beneficiary: ACTORS },
  plover: ['REQUEST', null],
  cameo: ['020', '0253', '026', '027', '028'],
  verb: {
    agent: ['subject'],
    addressee: ['object', 'recipient', 'on', 'to', 'upon', 'with', 'from', 'object.to', 'clause.subject'],
    theme: ['clause', 'for', 'object.inanimate'],
  },
  noun: {
    agent: ['poss', 'by', 'from', 'subject', 'of', 'mod*'],
    addressee: ['to', 'on', 'recipient'],
    theme: ['for', 'clause', 'of'],
  },
  triggers: [
    verb('want', {
      object: anything,
      notSubject: oneOf('i we you me us nobody'),
      notObject: oneOf('me us'),
      clause: true,
      infinitive: true,
      voice: 'active',
      political: true,
      trust: 0.6,
    }),
    // "wants Roe freed": of whom is not said.
    verb('want', {
      object: anything,
      notSubject: oneOf('i we you me us nobody'),
      notObject: oneOf('me us'),
      clause: true,
      voice: 'active',
      political: true,
      slots: { ...WANTED, addressee: [] },
      trust: 0.6,
    }),
    // "wants the minister sacked"
    verb('want', {
      prep: 'clause.own-subject',
      notSubject: oneOf('i we you me us nobody'),
      clause: true,
      voice: 'active',
      political: true,
      slots: { ...WANTED, addressee: [] },
      trust: 0.65,
    }),
    // "wants her back"
    phrase('want', 'back', {
      object: people,
      voice: 'active',
      political: true,
      slots: { agent: ['subject'], addressee: ['from'], theme: ['object'] },
      trust: 0.65,
    }),
    // "The bar association wants the law changed", "Norland wants proof": a side in public life says what it is after.
    // "wanted him for smuggling": whom somebody hunts, and nothing that is asked.
    verb('want', {
      object: anything,
      subject: wanters,
      notSubject: oneOf('i we you me us nobody'),
      notObject: union(people, owed, oneOf('more quiet lunch war trial what which')),
      voice: 'active',
      political: true,
      slots: WANTED,
      trust: 0.65,
    }),
    verb('want', {
      object: sought,
      notSubject: oneOf('i we you me us nobody'),
      voice: 'active',
      political: true,
      slots: WANTED,
      trust: 0.65,
    }),
    verb('solicit', { political: true, trust: 0.7 }),
    lightVerb('make issue launch renew send submit present', 'plea appeal request petition application bid', {
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['to', 'object.to'],
        theme: ['object.for', 'for', 'clause', 'object.clause'],
      },
      trust: 0.75,
    }),
    verb('urge implore beseech entreat exhort petition', { political: true, trust: 0.9 }),
    verb('beg', { political: true, trust: 0.7 }),
    verb('ask', {
      clause: true,
      wished: true,
      unless: 'question reporter anonymity anonymous name named identified called',
      political: true,
      trust: 0.75,
    }),
    verb('ask', { prep: 'for', unless: 'toothbrush cigarette autograph selfie', political: true, trust: 0.75 }),
    // "asked the press for silence": the parser may hang what is asked for on whoever is asked.
    verb('ask', {
      object: union(people, politicalWords, oneOf('press party side', ['state', 'organization'])),
      prep: 'object.for',
      political: true,
      slots: { agent: ['subject'], addressee: ['object.person', 'object'], theme: ['object.for'] },
      trust: 0.75,
    }),
    verb('request', { political: true, notObject: oneOf('anonymity'), unless: 'anonymity', trust: 0.85 }),
    verb('appeal', {
      prep: 'to for',
      notObject: anything,
      unless: 'court verdict conviction ruling',
      political: true,
      trust: 0.85,
    }),
    // "Defence counsel will appeal", "the state appealed the acquittal": a higher court is asked to think again.
    verb('appeal', {
      subject: union(pleaders, oneOf('family relative rebel company', ['person', 'state', 'organization'], true)),
      notSubject: oneOf('it that this'),
      unless: 'match ban suspension card disqualification fine transfer',
      noClause: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['to'], theme: ['object', 'against'] },
      trust: 0.62,
    }),
    verb('appeal', {
      object: oneOf('conviction verdict ruling sentence acquittal decision judgment judgement order extradition'),
      slots: { agent: ['subject'], addressee: ['to'], theme: ['object'] },
      trust: 0.7,
    }),
    lightVerb('lodge file submit enter', 'appeal', {
      slots: { agent: ['subject'], addressee: ['to', 'object.to', 'with'], theme: ['object.against', 'against'] },
      trust: 0.7,
    }),
    lightVerb('launch prepare bring consider plan', 'appeal', {
      political: true,
      unless: 'fundraising charity',
      slots: { agent: ['subject'], addressee: ['to', 'object.to', 'with'], theme: ['object.against', 'against'] },
      trust: 0.7,
    }),
    verb('call', {
      prep: 'for',
      notSubject: MEASURES,
      notObject: oneOf('it this that him her'),
      political: true,
      trust: 0.9,
    }),
    verb('call', { prep: 'on upon', clause: true, political: true, trust: 0.9 }),
    verb('call', {
      prep: 'on upon',
      prepObject: oneOf('government administration authority party side congress parliament', [
        'state',
        'organization',
      ]),
      political: true,
      trust: 0.55,
    }),
    verb('plead', { prep: 'for with', political: true, trust: 0.8 }),
    verb('push press lobby campaign', {
      prep: 'for',
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['object.person', 'on', 'with', 'clause.subject', 'for.person'],
        theme: ['clause', 'for'],
      },
      trust: 0.7,
    }),
    verb('press pressure push lobby nudge prod pester badger', {
      object: union(people, oneOf('government administration congress parliament', ['state', 'organization'])),
      clause: true,
      trust: 0.7,
    }),
    verb('encourage exhort counsel', { clause: true, political: true, trust: 0.65 }),
    verb('advocate', { political: true, trust: 0.6 }),
    verb('propose suggest recommend', { clause: true, political: true, trust: 0.6 }),
    verb('seek', {
      object: oneOf(
        'inquiry enquiry probe investigation injunction bail parole warrant retrial review compensation damages reparation redress extension moratorium ceasefire truce answer apology adjournment inspection waiver exemption release asylum refuge help aid assistance talk meeting mediation extradition support permission clemency pardon dialogue negotiation approval backing protection shelter freedom cooperation visa explanation clarification loan bailout relief',
      ),
      slots: {
        agent: ['subject'],
        addressee: ['from', 'in*', 'object.from', 'object.in*', 'object.with', 'with', 'object.for'],
        theme: ['object'],
      },
      trust: 0.7,
    }),
    // What a prosecutor seeks for somebody is told in years.
    verb('seek want request demand', {
      object: oneOf('year month sentence term imprisonment custody life penalty fine week day adjournment'),
      subject: pleaders,
      slots: { agent: ['subject'], addressee: ['from'], theme: ['object'] },
      trust: 0.75,
    }),
    // Words that are spoken for somebody in public matters only.
    verb('plead beg appeal pray', {
      prep: 'for',
      prepObject: oneOf('mercy clemency leniency reprieve amnesty release freedom asylum restraint ceasefire truce'),
      slots: {
        agent: ['subject'],
        addressee: ['to', 'with', 'object.person', 'from'],
        theme: ['for'],
        beneficiary: ['for.for', 'for.of'],
      },
      trust: 0.7,
    }),
    verb('urge counsel preach', {
      object: oneOf('restraint calm moderation dialogue de-escalation'),
      slots: { agent: ['subject'], addressee: ['on', 'upon', 'to'], theme: ['object'] },
      trust: 0.75,
    }),
    verb('angle intercede', {
      prep: 'for',
      political: true,
      slots: { agent: ['subject'], addressee: ['with'], theme: ['for'], beneficiary: ['for.person'] },
      trust: 0.6,
    }),
    verb('sue', {
      prep: 'for',
      prepObject: oneOf('peace armistice truce'),
      slots: { agent: ['subject'], addressee: ['with'], theme: ['for'] },
      trust: 0.75,
    }),
    lightVerb('lodge file', 'plea request petition application bid', {
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['to', 'object.to', 'with'],
        theme: ['object.for', 'for', 'clause', 'object.clause'],
      },
      trust: 0.7,
    }),
    phrase('put', 'word', {
      prep: 'for',
      political: true,
      slots: { agent: ['subject'], addressee: ['with'], theme: ['for', 'object.for'], beneficiary: ['for.person'] },
      trust: 0.7,
    }),
    verb('turn look', {
      prep: 'for',
      prepObject: oneOf('help aid assistance protection support mediation arms weapons'),
      political: true,
      slots: { agent: ['subject'], addressee: ['to'], theme: ['for'] },
      trust: 0.6,
    }),
    // "has written to the president asking": who writes to an office wants something of it.
    verb('write', {
      prep: 'to',
      prepObject: union(leaders, courts, oneOf('government ministry parliament commission council')),
      unless: 'congratulate thank condolence praise congratulation column book song threaten resign resignation',
      political: true,
      slots: { agent: ['subject'], addressee: ['to'], theme: ['clause', 'about', 'on', 'for'] },
      trust: 0.55,
    }),
    noun('urging behest', {
      political: true,
      slots: { agent: ['of', 'poss', 'mod*'], addressee: ['receiver'], theme: ['clause'] },
      trust: 0.6,
    }),
    noun('entreaty exhortation', { political: true, trust: 0.65 }),
    lightVerb('take', 'refuge shelter', {
      prep: 'in at',
      prepObject: oneOf('embassy consulate mission church monastery cathedral nunciature', ['state']),
      slots: { agent: ['subject'], addressee: ['in*'], theme: ['object'] },
      trust: 0.6,
    }),
    verb('apply', {
      prep: 'for',
      prepObject: oneOf('asylum refuge bail parole clemency pardon amnesty injunction extradition reprieve warrant'),
      slots: { agent: ['subject'], addressee: ['in*', 'to'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('invite', { object: people, clause: true, political: true, trust: 0.5 }),
    noun('request plea', { unless: 'guilty bargain enter cop bench', political: true, trust: 0.75 }),
    noun('appeal', { prep: 'for to', unless: 'court verdict conviction', political: true, trust: 0.75 }),
    noun('call', {
      clause: true,
      infinitive: true,
      notOf: oneOf('phone telephone close curtain wake-up'),
      notClauseWords: 'read make take return answer place',
      political: true,
      trust: 0.75,
    }),
    // "have raised the case with the ministry": a word put in for somebody who is held.
    lightVerb('raise', 'case plight fate detention imprisonment', {
      political: true,
      unless: 'legal rate price',
      slots: { agent: ['subject'], addressee: ['with', 'object.with'], theme: ['object'] },
      trust: 0.65,
    }),
    noun('call', { prep: 'for on', notOf: oneOf('phone telephone'), political: true, trust: 0.75 }),
    noun('petition', { political: true, needsLight: true, trust: 0.6 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'], family: 'asking' },
})
