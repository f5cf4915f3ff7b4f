import type { ActorProfile } from '../../model/index.ts'
import { foldName } from '../fold-name.ts'
import { EMPTY_LEXICON, findLexiconActor, findOutlet, type Lexicon } from '../lexicon.ts'
import { bareName } from './body-name.ts'
import { parseProfile } from './parsed.ts'
import { uniqueOffices } from './score-persons.ts'

/** A profile is found by at most so many keys. */
const MOST_KEYS = 16

// Profiles are never changed, and those of who is often in the news are asked for with every article; by lexicon.
const known = new WeakMap<Lexicon, WeakMap<ActorProfile, readonly string[]>>()

/**
 * What a profile is found by: two of one actor share a key whatever the spelling. Persons by surname and given name as
 * they sound, states by country, bodies by name and initials, holders of an office of one by the office; whom `lexicon` lists,
 * by the name it has there. At most `MOST_KEYS`, the most telling first. Empty for who is only described.
 */
export function actorKeys(profile: ActorProfile, lexicon: Lexicon = EMPTY_LEXICON): readonly string[] {
  const ofLexicon = known.get(lexicon) ?? new WeakMap<ActorProfile, readonly string[]>()
  known.set(lexicon, ofLexicon)
  const keys = ofLexicon.get(profile) ?? makeKeys(profile, lexicon)
  ofLexicon.set(profile, keys)
  return keys
}

function makeKeys(profile: ActorProfile, lexicon: Lexicon): readonly string[] {
  const keys = new Set<string>()
  for (const name of profile.names) {
    const listed = findLexiconActor(lexicon, name)
    if (listed) keys.add(`x:${foldName(listed.name)}`)
    if (profile.kind === 'person') continue
    const outlet = findOutlet(lexicon, name)
    if (outlet) keys.add(`x:${foldName(outlet.name)}`)
  }
  const { persons, bodies } = parseProfile(profile)
  for (const { words } of persons) {
    const last = words.at(-1)
    const first = words[0]
    if (!last || !first) continue
    if (words.length > 1) {
      const given = first.group >= 0 ? String(first.group) : first.loose
      keys.add(`f:${given} ${last.bones}`)
    }
    keys.add(`p:${last.loose}`)
    if (last.bones.length > 2) keys.add(`b:${last.bones}`)
    if (words.length < 2) continue
    // A name may be told by any word but small ones: "Kim", the first surname of two.
    for (const word of words.slice(0, -1)) {
      if (word.form.length < 2) continue
      if (words.length > 2 || word.group < 0) keys.add(`p:${word.loose}`)
    }
    keys.add(`i:${first.sound[0]} ${last.bones}`)
  }
  for (const { key, of } of uniqueOffices(profile)) {
    if (profile.country !== null) keys.add(`o:${key.title} ${profile.country}`)
    if (of !== null) keys.add(`o:${key.title} ${of.form.slice(0, 5)}`)
  }
  if (profile.kind === 'state' && profile.country !== null) keys.add(`s:${profile.country}`)
  for (const body of bodies) {
    const { form, initials, acronym, generic, rest } = body
    keys.add(`n:${bareName(body)}`)
    if (acronym) keys.add(`a:${form}`)
    if (initials !== null && initials.length <= 7) keys.add(`a:${initials}`)
    if (generic !== null) keys.add(`g:${generic} ${profile.country ?? rest[0]?.slice(0, 5) ?? ''}`)
    else if (form.length > 5) keys.add(`l:${form.slice(0, 6)}`)
  }
  return [...keys].slice(0, MOST_KEYS)
}
