/*
 * Words for one kind of happening, one kind a line: nouns, verbs and everyday synonyms that news use for the same event.
 * For claims of no type of the ontology. Own list from general knowledge of English, in the manner of a thesaurus.
 */
const ROWS = `
die death dead decease pass-away pass succumb demise fatality casualty kill killing murder slay slaying homicide assassinate assassination drown hang suicide
shoot shooting shot gunfire rampage
injure injury wound hurt
attack assault raid strike airstrike bombing bomb bombard bombardment shelling shell
arrest arrested detain detention apprehend nab capture custody arraignment seize
charge indict indictment accuse accusation
convict conviction guilty sentence verdict
release free freed liberate liberation
resign resignation step-down quit
fire dismiss dismissal sack firing oust ouster axe replace
hire appoint appointment name nominate nomination pick tap choose select selection replace replacement
win victory triumph beat defeat clinch
lose loss
buy purchase acquire acquisition takeover buyout
sell sale
announce announcement unveil unveiling reveal introduce introduction launch debut
earthquake quake temblor tremor aftershock
hit rock jolt shake strike struck
fire blaze burn inferno
crash collide collision wreck accident
explode explosion blast detonate
rescue save
escape flee flead run walk breakout jailbreak
rob robbery steal theft heist loot raid
meet meeting summit talk talks negotiation negotiate
visit trip travel tour
protest demonstration rally march demonstrate riot unrest
vote election elect poll
sign signing ink
lawsuit sue suit litigation
marry marriage wed wedding
hospitalize hospitalization hospital
check enter rehab entry treatment admit
suspend suspension ban
cut layoff lay-off slash reduce reduction
rise increase climb jump surge grow growth
fall drop decline decrease plunge slump
invade invasion
patch fix update
leak spill
honor award prize honour recognize recognition
nominate nomination nominee
overturn restore reverse rescind void
foil thwart repel prevent stop
damage cut sever disrupt
discover find discovery uncover
drive driving ram
appear appearance host emcee
set break record
threaten endanger
place put
ceremony show celebration
surgery operation operate
sink capsize
hijack seize hijacking
`

/** Kinds of each word: two words that have a number in common may name one happening. */
export const ACT_GROUPS: ReadonlyMap<string, readonly number[]> = ROWS.trim()
  .split('\n')
  .reduce((groups, line, group) => {
    for (const word of line.split(' ')) groups.set(word, [...(groups.get(word) ?? []), group])
    return groups
  }, new Map<string, number[]>())

/** Words that name nothing by themselves: their doer and object do. */
export const LIGHT: ReadonlySet<string> = new Set(
  'say tell report announce claim add state note call make take do have be get go come give put let keep hold become see find know want think believe expect plan try use need place continue begin start include'.split(
    ' ',
  ),
)
