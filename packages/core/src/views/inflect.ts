import type { Wording } from './wording.ts'

/** The verb of a wording in one form. Only the first word changes; irregular forms stand in the wording. */
export interface VerbForms {
  readonly base: string
  readonly past: string
  readonly participle: string
  readonly progressive: string
}

/** Forms of the wording's verb, or of `alone` where the object is not known. */
export function verbForms(wording: Wording, alone: boolean): VerbForms {
  if (alone && wording.alone !== undefined && wording.alone !== wording.verb) return formsOf(wording.alone)
  const regular = formsOf(wording.verb)
  return {
    base: wording.verb,
    past: wording.past ?? regular.past,
    participle: wording.participle ?? wording.past ?? regular.participle,
    progressive: wording.progressive ?? regular.progressive,
  }
}

/** Irregular verbs that wordings start with, where they are not given there. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  hold: ['held', 'held'],
  make: ['made', 'made'],
  pay: ['paid', 'paid'],
  leave: ['left', 'left'],
  take: ['took', 'taken'],
  give: ['gave', 'given'],
}

function formsOf(verb: string): VerbForms {
  const [first = '', ...others] = verb.split(' ')
  const rest = others.length > 0 ? ` ${others.join(' ')}` : ''
  const irregular = IRREGULAR[first]
  const past = irregular?.[0] ?? pastOf(first)
  return {
    base: verb,
    past: past + rest,
    participle: (irregular?.[1] ?? past) + rest,
    progressive: (/[^eoy]e$/.test(first) ? `${first.slice(0, -1)}ing` : `${first}ing`) + rest,
  }
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return `${verb}ed`
}
