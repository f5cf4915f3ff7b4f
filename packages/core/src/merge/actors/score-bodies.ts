import type { ActorProfile } from '../../model/index.ts'
import { type BodyName, bareName, isOfLand } from './body-name.ts'
import { parseProfile } from './parsed.ts'
import type { ProfileScore } from './score-profiles.ts'
import { distance } from './sound.ts'

/** States, organizations, outlets, places: by country, by name, by acronym. */
export function scoreBodies(a: ActorProfile, b: ActorProfile): ProfileScore {
  if (a.kind === 'state' && b.kind === 'state' && a.country !== null && b.country !== null)
    return a.country === b.country
      ? { score: 0.99, because: `both are the state ${a.country}`, verdict: 'same' }
      : different(`the states ${a.country} and ${b.country}`)
  if (a.country !== null && b.country !== null && a.country !== b.country)
    return different(`of ${a.country} and of ${b.country}`)
  const one = parseProfile(a).bodies
  const two = parseProfile(b).bodies
  if (one.length === 0 || two.length === 0)
    return { score: 0.2, because: 'told by a description alone', verdict: 'unsure' }
  const sameCountry = a.country !== null && a.country === b.country
  const sectors = a.sector === null || b.sector === null ? 'unknown' : a.sector === b.sector ? 'same' : 'different'
  // A city is no state, though both may be of the same name: "Luxembourg", "Singapore" stay open.
  const placeAndState = (a.kind === 'place') !== (b.kind === 'place') && (a.kind === 'state' || b.kind === 'state')
  let best: ProfileScore | null = null
  for (const x of one) {
    for (const y of two) {
      const score = matchBodies(x, y, sameCountry, sectors)
      if (score !== null && (best === null || rank(score) > rank(best))) best = score
    }
  }
  if (best === null) return different('other names')
  if (placeAndState && a.country !== null && b.country !== null && best.verdict === 'same')
    return { score: 0.5, because: `${best.because}, but one is a place and one a state`, verdict: 'unsure' }
  return best
}

function rank(score: ProfileScore): number {
  return (score.verdict === 'same' ? 2 : score.verdict === 'unsure' ? 1 : 0) + score.score
}

function matchBodies(
  x: BodyName,
  y: BodyName,
  sameCountry: boolean,
  sectors: 'same' | 'different' | 'unknown',
): ProfileScore | null {
  if (x.generic !== null || y.generic !== null) return matchGeneric(x, y, sameCountry)
  if (x.form === y.form) {
    if (x.acronym && x.form.length <= 3 && !sameCountry && !y.acronym)
      return { score: 0.6, because: 'the same letters', verdict: 'unsure' }
    return { score: sameCountry ? 0.97 : 0.9, because: `the same name, "${x.form}"`, verdict: 'same' }
  }
  const [short, long] = x.form.length <= y.form.length ? [x, y] : [y, x]
  if (short.acronym && long.initials !== null && short.form.length >= 2 && short.form === long.initials) {
    // Three letters stand for many bodies.
    if (sectors === 'different' || (short.form.length <= 3 && sectors === 'unknown' && !sameCountry))
      return {
        score: 0.5,
        because: `"${short.form}" may be short for "${long.form}" or for another`,
        verdict: 'unsure',
      }
    return {
      score: sameCountry ? 0.92 : 0.85,
      because: `"${short.form}" are the initials of "${long.form}"`,
      verdict: 'same',
    }
  }
  // "Bulgarian Red Cross" and "Red Cross" may be two; one word that a land makes does not tell two apart.
  if (x.words.length === y.words.length && x.words.every((word, i) => isOfLand(word, y.words[i]!)))
    return { score: 0.85, because: 'names of one land', verdict: 'same' }
  if (
    x.words.length > 1 &&
    x.form.length >= 10 &&
    distance(x.form, y.form, 1) <= 1 &&
    x.words.length === y.words.length
  )
    return { score: 0.8, because: 'names a letter apart', verdict: sameCountry ? 'same' : 'unsure' }
  // "Republic of Belarus" and "Belarus".
  if (bareName(x) === bareName(y)) return { score: 0.9, because: `the same name, "${bareName(x)}"`, verdict: 'same' }
  return null
}

/** Ministries, courts, armies: the same sort of body of the same country, and nothing in the name that parts them. */
function matchGeneric(x: BodyName, y: BodyName, sameCountry: boolean): ProfileScore | null {
  if (x.generic !== y.generic) return null
  const apart = (some: BodyName, other: BodyName) =>
    some.rest.filter((word) => !other.rest.some((two) => isOfLand(word, two)))
  const mine = apart(x, y)
  const theirs = apart(y, x)
  const what = `the ${x.generic}`
  if (mine.length === 0 && theirs.length === 0 && x.rest.length > 0)
    return { score: 0.95, because: `${what} of one land`, verdict: 'same' }
  if (!sameCountry)
    return mine.length > 0 && theirs.length > 0
      ? different(`"${x.form}" and "${y.form}"`)
      : { score: 0.5, because: `${what}, but whose is not told in both`, verdict: 'unsure' }
  // Of one country: one word a side may be the land in another form ("norwegian", "oslo's"); embassies stand in places.
  if (x.generic === 'embassy' || x.generic === 'consulate')
    return mine.length === 0 && theirs.length === 0
      ? { score: 0.9, because: `${what} of one country`, verdict: 'same' }
      : { score: 0.5, because: `${what}, but perhaps in two places`, verdict: 'unsure' }
  if (mine.length <= 1 && theirs.length <= 1 && x.generic !== 'ministry' && x.generic !== 'police')
    return { score: 0.88, because: `${what} of one country`, verdict: 'same' }
  return { score: 0.5, because: `${what}, perhaps another one of the country`, verdict: 'unsure' }
}

function different(because: string): ProfileScore {
  return { score: 0, because, verdict: 'different' }
}
