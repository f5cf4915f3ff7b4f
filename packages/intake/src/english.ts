// Function words of English that are rare in other languages of the Latin script. Own list, from the closed classes
// (articles, prepositions, auxiliaries, pronouns, conjunctions); left out are forms that are as common elsewhere:
// "in", "a", "an", "me", "no", "so", "on", "do", "we", "was", "her", "has", "is", "die", "or".
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `the of and to for with that this these those from by at as it its he his him she they their them who whom which what
  when where while there have had been be are were will would could should may might must can not but if than then into
  over after before about between under against during through because according said says told also more most other
  any all some such only both each being did does our your you us out up down off again still since until whose why how
  very own same few many much`.split(/\s+/),
)
