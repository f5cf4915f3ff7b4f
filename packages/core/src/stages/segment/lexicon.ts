const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that with a capital after an abbreviation start a sentence, because they are no names and follow no title. */
export const OPENERS = words(`
  The He She It They We You This That These Those There Here His Her Its Their Our My Your But And Or So Yet Nor If When
  While Where Why What Who How As At After Before During Since Until Although Though Because For From In On By With
  Without Both Some Many Most Several Few All Every Each No Nobody None Nothing Not Now Then Only Also Even However
  Moreover Meanwhile Instead Still Today Yesterday Tomorrow Two Three Four Five Six Seven Eight Nine Ten Is Are Was Were
  Did Does Do Has Have Had Can Could Will Would Should
`)

/** Abbreviations that a sentence may end with; "e.g." and "Mr." are none. */
export const ENDING_ABBREVIATIONS = words(
  'a.m. p.m. etc. Inc. Co. Corp. Ltd. Bros. Jr. Sr. Esq. Ave. Blvd. Dept. Univ.',
)

/** What may follow a time of day without a stop between: "3 p.m. Tuesday", "5 a.m. EST". */
export const AFTER_TIMES = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.
  January February March April May June July August September October November December
  Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.
  GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT MT PT CET CEST BST MSK IST JST Eastern Central Pacific Moscow
`)
