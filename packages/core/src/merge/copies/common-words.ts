/*
 * Words that say nothing about where a text comes from. Own list from general knowledge of English: function words, and the
 * everyday words of news reports. Forms are lower case, before stemming.
 */

const FUNCTION = `a about above across after again against all almost along also although always am amid among an and another any
anyone are around as at away back be because been before behind being below between both but by can cannot could did do does
doing done down during each either else enough even ever every everyone few for from further had has have having he her here hers
herself him himself his how however i if in indeed instead into is it its itself just least less like many may me might more
most much must my myself near neither never no nobody none nor not nothing now of off often on once one only onto or other
others our ours out over own per perhaps quite rather same shall she should since so some someone something still such than
that the their theirs them themselves then there therefore these they this those though through thus to together too toward
towards under until up upon us very was we well were what whatever when where whether which while who whom whose why will with
within without would yet you your yours yourself mr mrs ms dr
s t d ll re ve m`

const NEWS = `said say says saying told tell tells telling according added adding reported report reports reportedly announced
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december today yesterday tomorrow day days week weeks month months year years time hour hours morning evening night
afternoon late early later earlier last next first new old former ago since recent recently
government minister ministry president official officials country state people man men woman women number part way
make made makes take took taken takes taking come came comes coming go goes going went gone get gets got give gave given
see saw seen know known think thought want wanted call called calls ask asked asks put keep kept let set
news agency statement spokesman spokeswoman spokesperson journalists reporters press`

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(FUNCTION.split(/\s+/))
export const NEWS_WORDS: ReadonlySet<string> = new Set(NEWS.split(/\s+/))

/** Past forms whose stem rules would miss, with the form they stand for. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `freed free|met meet|held hold|fell fall|rose rise|spoke speak|spoken speak|wrote write|written write|left leave|sent send|brought bring
|bought buy|sold sell|led lead|lost lose|won win|paid pay|fled flee|flew fly|flown fly|broke break|broken break|chose choose
|chosen choose|began begin|begun begin|stood stand|sat sit|sought seek|fought fight|caught catch|taught teach|grew grow
|grown grow|drew draw|drawn draw|drove drive|driven drive|threw throw|thrown throw|shot shoot|built build|spent spend
|children child|lives life|wives wife|died die|dying die|dead die|death die|deaths die`
    .split('|')
    .map((pair): readonly [string, string] => {
      const [from = '', to = ''] = pair.trim().split(' ')
      return [from, to]
    }),
)

/** Numbers in words, by value. Tens and units are joined by the reader: "forty-two". */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  `two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|thirteen 13|fourteen 14|fifteen 15|sixteen 16
|seventeen 17|eighteen 18|nineteen 19|twenty 20|thirty 30|forty 40|fifty 50|sixty 60|seventy 70|eighty 80|ninety 90
|twice 2|dozen 12|hundred 100|thousand 1000|million 1000000|billion 1000000000`
    .split('|')
    .map((pair): readonly [string, number] => {
      const [word = '', value = ''] = pair.trim().split(' ')
      return [word, Number(value)]
    }),
)
