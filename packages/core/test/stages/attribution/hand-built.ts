import {
  type Actor,
  type ActorKind,
  actorId,
  type Mention,
  mentionId,
  type TokenTable,
  tokensOfSpan,
} from '@backchannel/core'

/** Mentions and actors of a parse built by hand, one actor a name; see `peopleOf`. */
export interface People {
  readonly mentions: readonly Mention[]
  readonly actors: readonly Actor[]
}

const KINDS: Readonly<Record<string, ActorKind>> = { PER: 'person', ORG: 'organization', LOC: 'state' }

/**
 * What a mentions stage would give: an actor for each name (a last name alone joins the full name before it), those in
 * `outlets` (names parted by commas) as outlets, and for each `words = name` in `same` (parted by semicolons) the words
 * as a further mention, of an actor made for the right side where no name is like it.
 */
export function peopleOf(
  text: string,
  tokens: TokenTable,
  outlets: string | undefined,
  same: string | undefined,
): People {
  const papers = (outlets ?? '').split(',').map((name) => name.trim())
  const mentions: Mention[] = []
  const actors: (Actor & { readonly mentions: Mention['id'][] })[] = []
  const add = (from: number, to: number, form: Mention['form'], kind: ActorKind, name: string) => {
    let actor = actors.find((one) => one.name === name || one.name.endsWith(` ${name}`))
    if (!actor) {
      actor = { id: actorId(`a${actors.length + 1}`), name, kind, country: null, sector: null, roles: [], mentions: [] }
      actors.push(actor)
    }
    const { last } = tokensOfSpan(tokens, { from, to })
    const id = mentionId(`m${mentions.length + 1}`)
    actor.mentions.push(id)
    mentions.push({ id, from, to, form, head: last - 1, actor: actor.id, kind: actor.kind })
  }
  for (let at = 0; at < tokens.length; at++) {
    const tag = tokens.name[at]!
    if (!tag.startsWith('B-')) continue
    let last = at + 1
    while (tokens.name[last]?.startsWith('I-')) last++
    const name = text.slice(tokens.from[at], tokens.to[last - 1])
    const paper = papers.includes(name)
    add(
      tokens.from[at]!,
      tokens.to[last - 1]!,
      'name',
      paper ? 'outlet' : (KINDS[tag.slice(2)] ?? 'organization'),
      name,
    )
  }
  for (const pair of (same ?? '').split(';')) {
    const [words = '', name = ''] = pair.split('=').map((part) => part.trim())
    if (words === '') continue
    for (const mention of [name, words]) {
      const from = text.indexOf(mention)
      if (from >= 0) add(from, from + mention.length, mention === words ? 'pronoun' : 'nominal', 'person', name)
    }
  }
  return { mentions: mentions.sort((a, b) => a.from - b.from), actors }
}
