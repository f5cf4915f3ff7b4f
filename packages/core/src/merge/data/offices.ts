/*
 * Offices of which a state or body has one at a time, in the wording that `officeOf` gives: a holder can be told by the
 * office alone. Own list.
 */
export const UNIQUE_OFFICES: ReadonlySet<string> = new Set([
  'president',
  'prime minister',
  'foreign minister',
  'defense minister',
  'interior minister',
  'justice minister',
  'finance minister',
  'economy minister',
  'health minister',
  'chancellor',
  'secretary of state',
  'defense secretary',
  'home secretary',
  'foreign secretary',
  'treasury secretary',
  'national security adviser',
  'secretary general',
  'high commissioner for refugees',
  'high commissioner for human rights',
  'supreme leader',
  'crown prince',
  'king',
  'queen',
  'emir',
  'sultan',
  'pope',
  'attorney general',
  'prosecutor general',
  'head of state',
])

/** Words that make an office another one: the deputy is not the minister. */
export const LESSER = /^(?:deputy|vice|assistant|associate|first|junior|shadow|under|parliamentary)$/
/** Words that say the office is not held any more, or not yet. */
export const NOT_NOW =
  /^(?:former|ex|late|then|one|onetime|ousted|deposed|previous|elect|designate|incoming|future|exiled|fugitive|retired|outgoing)$/
/** Words that say nothing of which office it is. */
export const IDLE =
  /^(?:the|a|an|senior|veteran|longtime|current|new|newly|elected|appointed|incumbent|powerful|embattled|authoritarian|strongman|top|acting|interim|caretaker|own|said|her|his|its|their)$/

/** Ministries and their like under one word, folded: "foreign affairs" and "external affairs" are "foreign". */
export const PORTFOLIOS: ReadonlyMap<string, string> = new Map([
  ['foreign affairs', 'foreign'],
  ['external affairs', 'foreign'],
  ['foreign relations', 'foreign'],
  ['external relations', 'foreign'],
  ['european and foreign affairs', 'foreign'],
  ['national defense', 'defense'],
  ['internal affairs', 'interior'],
  ['home affairs', 'interior'],
  ['the interior', 'interior'],
])
/** Same office in other words, folded and with "defense" for "defence". */
export const SAME_OFFICE: ReadonlyMap<string, string> = new Map([
  ['premier', 'prime minister'],
  ['pm', 'prime minister'],
  ['head of government', 'prime minister'],
  ['federal chancellor', 'chancellor'],
  ['un chief', 'secretary general'],
  ['secretary of defense', 'defense secretary'],
  ['secretary of the treasury', 'treasury secretary'],
  ['national security advisor', 'national security adviser'],
  ['general secretary', 'secretary general'],
  ['spokeswoman', 'spokesman'],
  ['spokesperson', 'spokesman'],
  ['chairwoman', 'chairman'],
  ['chairperson', 'chairman'],
  ['chair', 'chairman'],
])
