// Word lists of the tokenizer. Conventions are those of UD English: learned from the train parts of EWT and GUM, and
// for the affixes from the list of the Penn treebanks' tokenization guidelines ("ETB 2 supplement", affixes kept whole).

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Abbreviations that are hardly ever words of their own; without the last full stop, in lower case. */
export const ABBREVIATIONS = words(`
  mr mrs ms mx dr prof rev mt ft lt maj capt cpt cmdr cmdre adm sgt cpl pvt brig gov sen reps sens pres amb atty supt
  insp jr sr esq messrs mlle mme vs etc al cf approx ca ave blvd rd corp ltd cos dept univ assn esp fig figs vol vols
  jan feb apr aug sept sep oct nov dec tue tues thu thur thurs ala ariz calif colo fla kan ky mich neb nev okla penn tenn
  tex vt wis wyo que attn arrv conf lb oz ph.d m.sc b.sc gen col inc bros eds comdr msgr vp aka eg ie div
`)

/** Abbreviations where a number follows: "No. 10", "p. 7". Lower case too. */
export const BEFORE_NUMBERS = words('no nos art fig sec p pp c ch par ext tel vol mon fri wed sat sun mar jun jul')

/** Abbreviations where a capital follows and they have one themselves: "St. Petersburg", "Rep. Jane Roe". */
export const BEFORE_NAMES = words(
  'st hon rep del min det fr sec co ed dir ret supt secy pt br bro sr fri sat sun wed mon vice',
)

/** Abbreviations after a comma, with a capital: states, degrees, "Ret.". */
export const AFTER_COMMAS = words(
  'pa la md va mo me miss mass ore wash del ill ind ark mont minn conn ga ont cal ret st',
)

/** Abbreviations where the sentence goes on in lower case or with a number or comma. */
export const WITHIN_SENTENCES = words(
  'co est mins min hrs hr yrs yr lbs lv dom rec op spec inch rs pt ed trans d b m r t',
)

/** Weekdays cut short that are words too: with a capital, and where the sentence goes on. */
export const WEEKDAYS = words('mon wed fri sat sun')

/** Words after which a single letter is a number rather than an initial: "Plan B." ends a sentence. */
export const LETTERED = words(`
  Plan plan Vitamin vitamin War Group group Part part Class class Grade grade Type type Section section Figure Appendix
  Exhibit Article Title Schedule Hepatitis hepatitis Option option Team Zone zone Area Phase phase Level level
`)

/** First halves that stay with the second: "pro-Western", "e-mail", "non-profit". */
export const PREFIXES = words(`
  agro ante anti arch bi bio co counter cross cyber de e ex extra inter intra macro mega meta micro mid mini multi
  neo non over para peri post pre pro pseudo psycho quasi re semi socio sub super supra trans tri u ultra un uni
  electro hydro geo paleo proto hyper hypo
`)

/** Second halves that stay with the first: "career-wise". */
export const SUFFIXES = words('esque ette fold gate itis wise rama ish')

/** Words with hyphens that are one token as they stand. */
export const HYPHENATED = words('uh-huh uh-oh mm-hm hm-m m-m m-mm oh-ho co-op build-outs touch-ups whoo-hoo')

/** Written without apostrophe but split all the same; the numbers are the lengths of the parts. */
export const CONTRACTIONS: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['gotta', [3, 2]],
  ['wanna', [3, 2]],
  ['wana', [3, 1]],
  ['outta', [3, 2]],
  ['lotta', [3, 2]],
  ['gimme', [3, 2]],
  ['lemme', [3, 2]],
  ['dunno', [2, 1, 2]],
  ['aint', [2, 2]],
  ['arent', [3, 2]],
  ['arnt', [2, 2]],
  ['cant', [2, 2]],
  ['couldnt', [5, 2]],
  ['didnt', [3, 2]],
  ['doesnt', [4, 2]],
  ['dont', [2, 2]],
  ['hadnt', [3, 2]],
  ['hasnt', [3, 2]],
  ['havent', [4, 2]],
  ['isnt', [2, 2]],
  ['shouldnt', [6, 2]],
  ['wasnt', [3, 2]],
  ['werent', [4, 2]],
  ['wont', [2, 2]],
  ['wouldnt', [5, 2]],
  ['im', [1, 1]],
  ['ive', [1, 2]],
  ['youre', [3, 2]],
  ['youve', [3, 2]],
  ['youll', [3, 2]],
  ['theyre', [4, 2]],
  ['theyve', [4, 2]],
  ['theyll', [4, 2]],
  ['weve', [2, 2]],
  ['itll', [2, 2]],
  ['thats', [4, 1]],
  ['theres', [5, 1]],
  ['whats', [4, 1]],
  ['heres', [4, 1]],
  ['hes', [2, 1]],
  ['shes', [3, 1]],
  ['lets', [3, 1]],
  ['elses', [4, 1]],
  ['childrens', [8, 1]],
  ['todays', [5, 1]],
])

/** Clitics after an apostrophe (without it): "'s", "'re". */
export const CLITICS = words('s re m ve d ll S RE M VE D LL')

/** Words that begin with an apostrophe. */
export const ELISIONS = words('em til tis twas cause n bout round cuz bye nuff')

/** Endings of host names; common English words are left out where they often follow a full stop without blank. */
export const HOST_ENDINGS = words(`
  com org net edu gov mil int info biz eu uk us ca de fr ru by ua pl lt lv ee cz sk hu ro bg rs hr si gr tr ir il sa ae
  qa kw eg iq sy jo cn jp kr tw hk sg my th vn ph au nz za ng ke br mx cl ch nl se no fi dk es pt ie io tv me co am
  kz uz ge az md ai app dev news media online site taiwan
`)

/** Endings of file names. */
export const FILE_ENDINGS = words(`
  doc docx xls xlsx pdf txt ppt pptx jpg jpeg gif png zip exe htm html mp3 mp4 csv xml rtf tif wav avi mov wpd
`)

/** Units that are a word of their own after a number without blank: "10km", "5pm", "$3m". */
export const UNITS = words(`
  m pm am k b mm ft x bn km cm kg t hz kb sq mins min minutes days percent lb lbs kw mw gw mwh kwh mb gb tb mph kph kmh
  kt mn tn trn bln mln yo yr yrs hrs hr h p tons c f g mg ml l oz in cc usd eur hh watt
`)

/** Faces and such, compared at a chunk's end or start only. */
export const EMOTICONS = words(`
  :) :( ;) :D ;D :P :p :-) :-( ;-) :-D :-P :-p :/ :-/ :'( =) =( =D =P ^_^ -_- <3 </3 xD XD :O :o :-O :] :[ :| :* :-*
  ;P ;p D: (: (; :)) :((
`)

/** Short forms with a slash that are one token, by their first two characters. */
export const SLASHED: ReadonlyMap<string, readonly string[]> = new Map([
  ['w/', ['w/o', 'w/out', 'w/']],
  ['s/', ['s/he']],
  ['n/', ['n/a']],
  ['l/', ['l/c']],
  ['i/', ['i/c', 'i/s']],
  ['b/', ['b/t', 'b/c']],
])

/** "its" and "your" before one of these are "it's" and "you're" without the apostrophe. */
export const NEVER_POSSESSED = words(`
  a an the not just only so really very still been too my your his her our their all in on at about like gonna going
  because definitely i you we they no never always also now quite pretty kind safe
`)

/** Short words that are not a word broken off ("th- this") when a hyphen and a blank follow. */
export const SHORT_WORDS = words('us in it of to on at by or is he we me my so do go no as an am be if up i a')

/** First labels of newsgroup names: "alt.animals.cat". */
export const NEWSGROUPS = words('alt comp misc rec sci soc talk ba humanities')

/** Syllables of Korean given names, which are one token with their hyphen: "Min-Woo". Revised and common romanizations. */
export const KOREAN_SYLLABLES = words(`
  ah bae beom bin bo bok bong bum byung chae chan chang cheol chi cho choong chul chun dae dal do dong duk eui eun ga geun
  gi gil gon goo gu gun gyu ha hae hak han he hee ho hong hoon hui hun hwa hwan hyang hye hyo hyuk hyun hyung ik il im in
  ja jae je ji jik jin jo jong joo joon ju jun jung kang ki kook koo kun kwan kwang kwon kyo kyu kyun kyung man mi min mo
  moo moon mun myung na nam oh ok pil pyo rae ran ri rim rok ryong sa san sang seo seok seon seong seung shik shin sik sin
  so sol song soo sook sop su suk sun sung sup tae taek u uk un ung wan won woo wook yang yeol yeon yeong yeop yi yo yol
  yon yong yoo yoon you young yu yul yun yung
`)
