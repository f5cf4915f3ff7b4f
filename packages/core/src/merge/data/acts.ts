/*
 * Words for one kind of happening, one kind a line: nouns, verbs and everyday synonyms that news use for the same event.
 * For claims of no type of the ontology. Own list from general knowledge of English, in the manner of a thesaurus.
 */
const ROWS = `
die death dead decease pass-away succumb demise fatality casualty
kill killing murder slay slaying homicide shoot-dead assassinate assassination
shoot shooting gunfire fire-at gun
injure injury wound hurt
attack assault raid strike airstrike bombing bomb bombard bombardment shelling shell
arrest arrested detain detention apprehend nab capture custody arraignment seize
charge indict indictment accuse accusation
convict conviction guilty sentence verdict
release free freed liberate liberation
resign resignation step-down quit
fire dismiss dismissal sack firing oust ouster axe let-go
hire appoint appointment name nominate nomination pick tap choose select selection replace replacement
win victory triumph beat defeat clinch
lose loss
buy purchase acquire acquisition takeover buyout
sell sale
announce announcement unveil unveiling reveal introduce introduction launch debut
earthquake quake temblor tremor tsunami
hit rock jolt shake
fire blaze burn inferno
crash collide collision wreck
explode explosion blast detonate
rescue save
escape flee break-out jailbreak
rob robbery steal theft heist loot
meet meeting summit talk talks negotiation negotiate
visit trip travel tour
protest demonstration rally march demonstrate riot unrest
vote election elect poll
sign signing ink
lawsuit sue suit litigation
marry marriage wed wedding
hospitalize hospitalization hospital
check-in enter rehab entry
suspend suspension ban
cut layoff lay-off slash reduce reduction
rise increase climb jump surge grow growth
fall drop decline decrease plunge slump
invade invasion
patch fix update
leak spill
honor award prize nominate honour
sink capsize
hijack seize hijacking
`

/** Kind of each word, -1 for none: words of one number may name one happening. */
export const ACT_GROUPS: ReadonlyMap<string, number> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((line, group) => line.split(' ').map((word) => [word, group] as const)),
)
