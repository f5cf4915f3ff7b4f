import type { RoleName } from '../../model/index.ts'

/** How the title of a story of a type reads: "released", "release", "the release", and how the other roles follow. */
export interface TitleWords {
  readonly past: string
  readonly base: string
  readonly noun: string
  /** Roles with the preposition before them ('' for the direct object), in order; the first is what a passive starts with. */
  readonly tails: readonly (readonly [role: RoleName, preposition: string])[]
}

const rows: readonly (readonly [type: string, past: string, base: string, noun: string, tails: string])[] = [
  ['abduction', 'abducted', 'abduct', 'abduction', 'patient='],
  ['accusation', 'accused', 'accuse', 'accusation', 'patient=,theme=over'],
  ['agreement', 'made an agreement', 'make an agreement', 'agreement', 'counterpart=with'],
  ['aid', 'gave aid to', 'give aid to', 'aid', 'patient='],
  ['apology', 'apologized', 'apologize', 'apology', 'addressee=to'],
  ['arrest', 'arrested', 'arrest', 'arrest', 'patient='],
  ['asylum', 'gave asylum to', 'give asylum to', 'asylum', 'patient='],
  ['attack', 'attacked', 'attack', 'attack', 'patient='],
  ['ceasefire', 'agreed on a ceasefire', 'agree on a ceasefire', 'ceasefire', 'counterpart=with'],
  ['charge', 'charged', 'charge', 'charge', 'patient='],
  ['concession', 'made a concession', 'make a concession', 'concession', 'addressee=to'],
  ['conviction', 'convicted', 'convict', 'conviction', 'patient='],
  ['cooperation', 'agreed to work', 'work', 'cooperation', 'counterpart=with'],
  ['criticism', 'criticized', 'criticize', 'criticism', 'patient='],
  ['custody', 'held', 'hold', 'custody', 'patient='],
  ['death-in-custody', 'held', 'hold', 'death in custody', 'patient='],
  ['demand', 'made a demand', 'make a demand', 'demand', 'addressee=of'],
  ['departure', 'left', 'leave', 'departure', 'place-from=,place-to=for'],
  ['deportation', 'deported', 'deport', 'deportation', 'patient=,place-to=to'],
  ['envoy-appointed', 'appointed', 'appoint', 'appointment', 'patient='],
  ['envoy-recalled', 'recalled', 'recall', 'recall', 'patient='],
  ['expulsion', 'expelled', 'expel', 'expulsion', 'patient='],
  ['extradition', 'extradited', 'extradite', 'extradition', 'patient=,place-to=to'],
  ['investigation', 'investigated', 'investigate', 'investigation', 'patient='],
  ['mediation', 'mediated', 'mediate', 'mediation', 'patient=for,counterpart=with'],
  ['meeting', 'met', 'meet', 'meeting', 'counterpart='],
  ['meeting-agreed', 'agreed to meet', 'agree to meet', 'agreement to meet', 'counterpart='],
  ['meeting-refused', 'refused to meet', 'refuse to meet', 'refusal to meet', 'counterpart='],
  ['mobilization', 'mobilized', 'mobilize', 'mobilization', 'patient='],
  ['pardon', 'pardoned', 'pardon', 'pardon', 'patient='],
  ['phone-call', 'spoke by phone', 'speak by phone', 'phone call', 'counterpart=with'],
  ['prisoner-swap', 'exchanged prisoners', 'exchange prisoners', 'prisoner swap', 'counterpart=with'],
  ['promise', 'made a promise', 'make a promise', 'promise', 'addressee=to'],
  ['protest', 'protested', 'protest', 'protest', 'patient=against'],
  ['recognition', 'recognized', 'recognize', 'recognition', 'patient='],
  ['refusal', 'refused', 'refuse', 'refusal', 'addressee='],
  ['release', 'released', 'release', 'release', 'patient='],
  ['repression', 'cracked down on', 'crack down on', 'crackdown', 'patient='],
  ['request', 'made a request', 'make a request', 'request', 'addressee=to'],
  ['rescue', 'rescued', 'rescue', 'rescue', 'patient='],
  ['sanctions-eased', 'eased sanctions', 'ease sanctions', 'easing of sanctions', 'patient=on'],
  ['sanctions-imposed', 'imposed sanctions', 'impose sanctions', 'sanctions', 'patient=on'],
  ['statement', 'made a statement', 'make a statement', 'statement', 'addressee=to'],
  ['support', 'supported', 'support', 'support', 'patient='],
  ['talks', 'held talks', 'hold talks', 'talks', 'counterpart=with'],
  ['talks-broken-off', 'broke off talks', 'break off talks', 'end of talks', 'counterpart=with'],
  ['third-place-meeting', 'met', 'meet', 'meeting', 'counterpart='],
  ['threat', 'threatened', 'threaten', 'threat', 'addressee='],
  ['ties-cut', 'cut ties', 'cut ties', 'break of ties', 'counterpart=with'],
  ['ties-restored', 'restored ties', 'restore ties', 'restored ties', 'counterpart=with'],
  ['visit', 'visited', 'visit', 'visit', 'host=,place-to='],
  ['withdrawal', 'withdrew', 'withdraw', 'withdrawal', 'patient=,place-from=from'],
]

/** Words for titles by type of the ontology; own wording. */
export const TITLE_WORDS: ReadonlyMap<string, TitleWords> = new Map(
  rows.map(([type, past, base, noun, tails]) => [
    type,
    {
      past,
      base,
      noun,
      tails: tails.split(',').map((pair) => {
        const [role = '', preposition = ''] = pair.split('=')
        return [role as RoleName, preposition] as const // the table above holds names of roles only
      }),
    },
  ]),
)
