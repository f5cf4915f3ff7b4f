const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that with a capital after an abbreviation start a sentence, because they are no names and follow no title. */
export const OPENERS = words(`
  The He She It They We You This That These Those There Here His Her Its Their Our My Your But And Or So Yet Nor If When
  While Where Why What Who How As At After Before During Since Until Although Though Because For From In On By With
  Without Both Some Many Most Several Few All Every Each No Nobody None Nothing Not Now Then Only Also Even However
  Moreover Meanwhile Instead Still Today Yesterday Tomorrow Two Three Four Five Six Seven Eight Nine Ten Is Are Was Were
  Did Does Do Has Have Had Can Could Will Would Should
`)

/** Abbreviations that stand after a name, so that a sentence may end with them. */
export const COMPANY_ENDINGS = words('Inc. Co. Corp. Ltd. Bros. Jr. Sr. Esq. Ave. Blvd. Dept. Univ.')
