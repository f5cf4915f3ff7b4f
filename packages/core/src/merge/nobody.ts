/**
 * Words that name nobody by themselves: pronouns, and who is told not to be meant ("eleven, not nine"). Where they lead to no
 * actor, nothing is known of whom they mean.
 */
const NOBODY =
  /^(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|we|us|our|who|whom|whose|which|that|this|these|those|neither(?: \S+)?|nobody|no one|not \S.*)$/i

/** True where a name is only a word that stands for one. */
export function isNobody(name: string): boolean {
  return NOBODY.test(name)
}
