/** A source of whole numbers below a bound; the same seed gives the same row. */
export type Dice = (below: number) => number

export function createDice(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 9) % below
  }
}

const BOILERPLATE = [
  'Subscribe to our newsletter for more on this story.',
  '© 2026 Copy Daily. All rights reserved.',
  'Follow us on all channels.',
  'Read more: five things to know today',
  'This story was originally published by our partner.',
]
const PUBLISHED_AS = ['By Our Correspondent', 'By Staff Writers', 'Published: 14 October 2026, 09:30', '3 min read']
const HEADLINES = [
  'What happened today',
  'World news in short',
  'Developments you should know about',
  'From the agencies',
]
// Words that an editor would change without a thought; the first form of each pair is replaced by the second.
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/\bsaid\b/g, 'stated'],
  [/\bbut\b/g, 'though'],
  [/\bafter\b/g, 'following'],
  [/\bfreed\b/g, 'released'],
  [/\blargest\b/g, 'biggest'],
  [/\bprison\b/g, 'jail'],
  [/\bofficials\b/g, 'authorities'],
  [/\bbegan\b/g, 'started'],
  [/\babout\b/g, 'around'],
  [/\balso\b/g, 'too'],
  [/\bfather\b/g, 'dad'],
  [/\bhad been\b/g, 'were'],
  [/\bwho\b/g, 'that'],
  [/\bnew\b/g, 'fresh'],
  [/\btold\b/g, 'informed'],
]

/** The same words on another page: other quotation marks, other line ends, the page's own lines around them. */
export function printAgain(text: string, dice: Dice): string {
  const curly = text.replace(/"([^"]*)"/g, '“$1”').replace(/(\w)'(\w)/g, '$1’$2')
  return `${pick(PUBLISHED_AS, dice)}\n\n${curly.split('\n').join('\n\n')}\n\n${pick(BOILERPLATE, dice)}\n`
}

/** A light edit: another headline, some words changed, two paragraphs changed about, sometimes the end cut or a lead added. */
export function editLightly(text: string, dice: Dice): string {
  const [, ...body] = text.split('\n')
  const kept = dice(2) === 0 && body.length > 4 ? body.slice(0, -1) : [...body]
  if (kept.length > 3) {
    const at = 1 + dice(kept.length - 2)
    const [moved = ''] = kept.splice(at, 1)
    kept.splice(at + 1, 0, moved)
  }
  const changed = kept.map((paragraph) =>
    CHANGES.reduce((words, [from, to]) => (dice(3) === 0 ? words : words.replace(from, to)), paragraph),
  )
  if (dice(3) === 0)
    changed.unshift(
      'This is a developing story. Here is what is known so far, and what our readers asked us about it today.',
    )
  return [pick(HEADLINES, dice), '', ...changed, '', pick(BOILERPLATE, dice)].join('\n')
}

/** A part: two to four neighbouring paragraphs under a headline of its own. */
export function cutExcerpt(text: string, dice: Dice): string {
  const [, ...body] = text.split('\n')
  const length = Math.min(body.length - 1, 2 + dice(3))
  const from = dice(body.length - length + 1)
  return [pick(HEADLINES, dice), ...body.slice(from, from + length)].join('\n')
}

function pick(row: readonly string[], dice: Dice): string {
  return row[dice(row.length)] ?? ''
}
