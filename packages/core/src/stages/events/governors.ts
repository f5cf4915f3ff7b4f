/*
 * Words that govern a happening and say how real it is: "plans to free", "denied that it freed", "hopes of a truce",
 * "a planned visit", "the visit is off". Own lists from general knowledge of English (classes of factive and implicative
 * predicates: Karttunen 1971; catenative verbs: Quirk et al. 1985, sections 16.38 to 16.40; negative implicatives and
 * attributive privatives: Nairn, Condoravdi and Karttunen 2006); no corpus text. Verbs with a particle are joined by "-"
 * ("call-off"), prepositional predicates by their preposition ("on-table": "is on the table").
 */
import type { EventStatus } from '../../model/index.ts'

/** What a governing word makes of the happening below it. */
export type Governing =
  | { readonly kind: 'status'; readonly status: EventStatus }
  /** It did not come about, or is denied. */
  | { readonly kind: 'denies' }
  /** It is ruled out: planned by nobody, and denied. Negated, it is possible. */
  | { readonly kind: 'rules-out' }
  /** Whether it came about is left open. */
  | { readonly kind: 'questions' }
  /** What was on its way will not be. */
  | { readonly kind: 'cancelled' }
  /** It takes place or took place. */
  | { readonly kind: 'clear' }
  /** It is taken for granted: what governs the governor does not reach it ("wants to welcome the release"). */
  | { readonly kind: 'factive' }
  /** Says that it is told; what governs the telling governs it ("dismissed reports of"). */
  | { readonly kind: 'hearsay' }

const governors = new Map<string, Governing>()
function govern(words: string, governing: Governing): void {
  for (const word of words.trim().split(/\s+/)) if (!governors.has(word)) governors.set(word, governing)
}
const status = (of: EventStatus): Governing => ({ kind: 'status', status: of })

govern(
  `deny denial fail failure unable incapable inability avoid prevent impossible never refrain abstain neglect omit
  false untrue baseless unfounded fabricated fake fictitious groundless nonsense fiction fabrication lie invention hoax
  lack absence disprove refute rebut debunk short-of stop-short fall-short dissuade deter bar-from block-from stop-from
  ban-from keep-from discourage-from restrain-from hinder-from exclude-from forbid-from prohibit-from prevent-from`,
  { kind: 'denies' },
)
govern('rule-out exclude decide-against vote-against out-question off-table preclude', { kind: 'rules-out' })
govern(
  'doubt question query challenge unclear uncertain unknown doubtful in-doubt in-question disputed unconfirmed unverified mystery',
  { kind: 'questions' },
)
govern(
  `call-off cancel scrap abandon shelve cancellation drop rescind revoke abort halt ditch axe nix torpedo
  fall-through fall-apart off derail scupper back-out suspend nullify annul`,
  { kind: 'cancelled' },
)
govern(
  `request demand urge ask call appeal plead beg implore petition press push lobby campaign insist advocate require
  plea bid pressure turn-down vote-down seek refuse reject decline oppose rebuff spurn refusal rejection opposition veto resist unwilling
  reluctant reluctance invite recommend suggest calls encourage exhort need should must ought block forbid bar ban
  invitation insistence ultimatum clamour clamor urging entreaty call-for push-for press-for
  ask-for apply-for insist-on appeal-for plead-for lobby-for campaign-for pray-for`,
  status('requested'),
)
govern(
  'offer propose proposal ready willing prepared readiness willingness volunteer suggestion on-table',
  status('offered'),
)
govern('threaten threat warn', status('threatened'))
govern(
  `plan intend agree promise pledge vow decide order expect schedule due set prepare aim consent approve authorize
  authorise arrange await undertake decision intention commitment pledge preparation plans tender attempt try effort work
  struggle mean determined poised slate slated about go eager keen commit guarantee intent deadline agenda swear
  move initiative instruct command resolve choose opt ensure upcoming drive push allow permit let deal
  agreement programme program postpone put-off delay defer push-back postponement imminent certain bound sure
  foil thwart avert plot conspire conspiracy scheme arrangement anticipate foresee envisage envision
  in-works on-cards on-agenda on-verge on-brink on-point on-track on-course on-schedule pencil-in pencil pencilled close near earmark
  call-a vow tip ordered warrant supposed hold-off underwrite wait look-forward`,
  status('planned'),
)
govern(
  `hope wish consider want possible possibility likely unlikely likelihood chance prospect talk talks negotiation
  discussion discuss debate mull weigh could may might option idea speculation fear worry risk danger expectation potential
  possibly rumor rumour favor favour support back prefer study condition prerequisite precondition
  unless contemplate ponder explore float moot dream dread hopeful afraid long yearn pray 
  under-discussion under-consideration under-review conceivable feasible plausible imaginable 
  scenario hypothetical subject-to would-be consideration at-risk hint brace think-of think-about talk-of talk-about
  conditional contingent dependent hinge hing hinge-on hing-on depend-on condition-on tie-to
  dream-of speak-of toy-with flirt-with wonder-about warn-against caution-against advise-against counsel-against`,
  status('hypothetical'),
)
govern(
  `under-way underway in-progress in-place in-force in-effect go-on drag-on continue ongoing hold on-going`,
  status('ongoing'),
)
govern(
  `welcome hail praise condemn criticize criticise celebrate mark witness mourn deplore regret denounce applaud cheer
  thank commend comment remark recall remember mention describe detail explain learn discover reveal attend blame
  lament bemoan honour honor commemorate resent`,
  { kind: 'factive' },
)
govern(
  `help manage secure lead bring force begin start finish complete succeed achieve follow negotiate win obtain able confirm announce acknowledge admit stop resume broker mediate happen occur proceed`,
  { kind: 'clear' },
)
govern(
  `claim allegation report assertion story account notion accuse allege insinuation headline
  information news word accusation truth basis substance confirmation indication evidence sign `,
  { kind: 'hearsay' },
)

/** What a word says of the status of what it governs; undefined for most words. */
export function governingOf(lemma: string): Governing | undefined {
  return governors.get(lemma)
}

/** Verbs by which what is only told is called untrue ("rejected claims that"). */
export function rejects(verb: string): boolean {
  return REJECTING.has(verb)
}
const REJECTING = new Set('reject dismiss contradict dispute discount rubbish quash'.split(' '))

/** Verbs of thought and report whose infinitive only tells what is held to be so ("is said to have freed"). */
export function onlyTells(verb: string): boolean {
  return TELLING.has(verb)
}
const TELLING = new Set(
  'believe say think report understand know allege presume assume claim consider rumor rumour deem find see reckon profess purport seem appear happen'.split(
    ' ',
  ),
)

/** Whether an infinitive right behind the noun belongs to it ("plans to", "efforts to"). */
export function governsInfinitive(noun: string): boolean {
  const governing = governors.get(noun)
  // "wants the forces to leave": the noun "force" plans nothing.
  if (noun === 'force') return false
  return governing !== undefined && governing.kind !== 'hearsay' && governing.kind !== 'questions'
}
