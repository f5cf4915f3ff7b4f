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

// Function words of the larger languages of the Latin script that are no English words and seldom part of a name. Own
// list: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian, Turkish.
export const OTHER_WORDS: ReadonlySet<string> = new Set(
  `der und ist nicht ein eine einen einem einer mit dem des sich auch auf für wurde wurden nach zu zur zum ich sie wir
 dass wird werden hat haben aber über gegen bei aus noch nur wie waren les une dans sur avec qui que pas aux est sont
 été cette ces mais leur plus par ont elle nous vous las los una por para pero como fue han está il che della
 delle sono gli nel nella stato anche più uma não foi em os das pelo pela het een niet zijn werd voor ook
 maar naar się nie jest oraz przez który dla że och att som inte på är har ikke av til på ved bir için ile olarak`.split(
    /\s+/,
  ),
)
