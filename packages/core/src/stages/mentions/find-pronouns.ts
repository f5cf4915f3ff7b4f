import type { Gender } from './gazetteers.ts'
import { createDraft, type Draft, type Scene, tagOf } from './scene.ts'

interface PronounClass {
  readonly gender: Gender | null
  readonly many: boolean
  readonly person: 1 | 2 | 3
  readonly relative: boolean
}

const THIRD: Readonly<Record<string, PronounClass>> = {}
function define(words: string, gender: Gender | null, many: boolean, person: 1 | 2 | 3, relative = false): void {
  for (const word of words.split(' ')) Object.assign(THIRD, { [word]: { gender, many, person, relative } })
}
define('he him his himself', 'male', false, 3)
define('she her hers herself', 'female', false, 3)
define('they them their theirs themselves', null, true, 3)
define('it its itself', null, false, 3)
define('i me my mine myself', null, false, 1)
define('we us our ours ourselves', null, true, 1)
define('you your yours yourself yourselves', null, false, 2)
define('who whom whose', null, false, 3, true)

/** What a pronoun says of gender, number and person; null for a word that is no personal or relative pronoun. */
export function classifyPronoun(word: string): PronounClass | null {
  return Object.hasOwn(THIRD, word) ? (THIRD[word] ?? null) : null
}

/** Personal, possessive and relative pronouns; "which" and "that" where they start a relative clause. */
export function findPronouns(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < scene.tokens.length; i++) {
    const tag = tagOf(scene, i)
    if (!/^(?:PRP\$?|WP\$?|WDT)$/.test(tag)) continue
    const word = scene.lower[i]!
    const known = classifyPronoun(word)
    const relative = known?.relative === true || ((word === 'that' || word === 'which') && tag === 'WDT')
    if (!known && !relative) continue
    const draft = createDraft(scene, i, i + 1, 'pronoun', null)
    draft.noun = word
    draft.gender = known?.gender ?? null
    draft.many = known?.many ?? false
    drafts.push(draft)
  }
  return drafts
}
