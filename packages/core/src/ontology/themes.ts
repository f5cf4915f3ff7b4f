/**
 * What can be asked, promised or refused, as far as CAMEO tells it apart. The last digits of the codes of 02 (appeal),
 * 03 (intent), 10 (demand) and 12 (reject) follow from it (CAMEO manual 1.1b3, chapters 2, 3, 10, 12: the code lists).
 */
export type ThemeConcept =
  | 'cooperation'
  | 'cooperation-economic'
  | 'cooperation-military'
  | 'cooperation-judicial'
  | 'cooperation-intelligence'
  | 'diplomatic'
  | 'aid'
  | 'aid-economic'
  | 'aid-military'
  | 'aid-humanitarian'
  | 'aid-protection'
  | 'reform'
  | 'reform-leadership'
  | 'reform-policy'
  | 'reform-rights'
  | 'reform-institutions'
  | 'yield'
  | 'yield-restrictions'
  | 'yield-dissent'
  | 'yield-release'
  | 'yield-sanctions'
  | 'yield-access'
  | 'yield-force'
  | 'meet'
  | 'settle'
  | 'mediation'

export type AskRoot = 'appeal' | 'intent' | 'demand' | 'reject'

/** Codes in the order appeal, intent, demand, reject. */
export const THEME_CODES: Readonly<Record<ThemeConcept, readonly [string, string, string, string]>> = {
  cooperation: ['021', '031', '101', '121'],
  'cooperation-economic': ['0211', '0311', '1011', '1211'],
  'cooperation-military': ['0212', '0312', '1012', '1212'],
  'cooperation-judicial': ['0213', '0313', '1013', '1213'],
  'cooperation-intelligence': ['0214', '0314', '1014', '1214'],
  diplomatic: ['022', '032', '102', '120'],
  aid: ['023', '033', '103', '122'],
  'aid-economic': ['0231', '0331', '1031', '1221'],
  'aid-military': ['0232', '0332', '1032', '1222'],
  'aid-humanitarian': ['0233', '0333', '1033', '1223'],
  'aid-protection': ['0234', '0334', '1034', '1224'],
  reform: ['024', '034', '104', '123'],
  'reform-leadership': ['0241', '0341', '1041', '1231'],
  'reform-policy': ['0242', '0342', '1042', '1232'],
  'reform-rights': ['0243', '0343', '1043', '1233'],
  'reform-institutions': ['0244', '0344', '1044', '1234'],
  yield: ['025', '035', '105', '124'],
  'yield-restrictions': ['0251', '0351', '1051', '1241'],
  'yield-dissent': ['0252', '0352', '1052', '1242'],
  'yield-release': ['0253', '0353', '1053', '1243'],
  'yield-sanctions': ['0254', '0354', '1054', '1244'],
  'yield-access': ['0255', '0355', '1055', '1245'],
  'yield-force': ['0256', '0356', '1056', '1246'],
  meet: ['026', '036', '106', '125'],
  settle: ['027', '037', '107', '127'],
  mediation: ['028', '039', '108', '126'],
}

/**
 * Words that tell the concept where the thing asked is no event of its own, most telling first. Own list, made from
 * the names of the CAMEO codes.
 */
export const THEME_WORDS: readonly (readonly [ThemeConcept, string])[] = [
  ['mediation', 'mediation mediate mediator broker arbitration go-between'],
  ['yield-release', 'release free hostage prisoner detainee captive extradite'],
  ['yield-sanctions', 'sanction embargo boycott tariff'],
  ['yield-access', 'inspector inspection access observer monitor peacekeeper'],
  [
    'yield-force',
    'ceasefire cease-fire truce withdraw withdrawal pullout disarm disarmament retreat hostilities hostility shelling bombing bombardment offensive attack violence fighting fire arms weapon struggle incursion troop de-escalate de-escalation surrender denuclearize denuclearization nuclear missile blockade settlement',
  ],
  [
    'cooperation-judicial',
    'extradition court prosecute prosecution trial judicial justice investigate investigation handover suspect tribunal questioning testify',
  ],
  ['cooperation-intelligence', 'intelligence information inform data evidence explanation disclose'],
  ['aid-protection', 'peacekeeping protect protection protector peacekeeper'],
  ['aid-military', 'arms weaponry ammunition military-aid tank jet fighter'],
  [
    'aid-humanitarian',
    'humanitarian food relief medicine medical refugee shelter asylum refuge famine hunger evacuate evacuation',
  ],
  [
    'aid-economic',
    'loan fund funding grant credit debt donation donate money billion million dollar euro finance bailout subsidy',
  ],
  ['aid', 'aid assistance help assist'],
  [
    'meet',
    'meet meeting talk talks negotiate negotiation dialogue summit visit invitation invite conference discuss discussion',
  ],
  [
    'settle',
    'settle settlement peace agreement accord deal resolve compromise reconcile reconciliation solution plan proposal',
  ],
  [
    'reform-leadership',
    'resign resignation removal remove step oust ouster overthrow reinstate reinstatement quit impeach impeachment successor',
  ],
  [
    'reform-institutions',
    'constitution constitutional independence autonomy statehood secession democracy democratic regime institution election elections referendum vote',
  ],
  ['reform-rights', 'right rights freedom equality recognition citizenship liberty'],
  ['reform-policy', 'policy law legislation bill tax budget reform wage pay salary price'],
  ['yield-restrictions', 'curfew ban restriction emergency censorship checkpoint border'],
  ['yield-dissent', 'protest strike demonstration riot demonstrator'],
  ['cooperation-economic', 'trade economic investment import export market tariff commerce oil gas energy'],
  ['cooperation-military', 'military exercise drill defense defence base'],
  ['diplomatic', 'support recognize recognise diplomatic ambassador embassy condemn condemnation endorse'],
  ['cooperation', 'cooperate cooperation collaborate join share'],
]

const ORDER: Readonly<Record<AskRoot, number>> = { appeal: 0, intent: 1, demand: 2, reject: 3 }

/** CAMEO code of asking for, promising, demanding or refusing the thing. */
export function codeOfAsk(root: AskRoot, theme: ThemeConcept): string {
  return THEME_CODES[theme][ORDER[root]]!
}

const WORD_INDEX: ReadonlyMap<string, number> = new Map(
  THEME_WORDS.flatMap(([, words], rank) => words.split(' ').map((word): [string, number] => [word, rank])).reverse(),
)

/** The concept that the lemmas point to, the most telling one; null where none does. */
export function themeOfWords(lemmas: Iterable<string>): ThemeConcept | null {
  let best = THEME_WORDS.length
  for (const lemma of lemmas) {
    const rank = WORD_INDEX.get(lemma)
    if (rank !== undefined && rank < best) best = rank
  }
  return THEME_WORDS[best]?.[0] ?? null
}
