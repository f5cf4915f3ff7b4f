import type { Actor, Document, Mention } from '@backchannel/core'

/**
 * Actors with their mentions, one line each: `a1 person "Jane Roe" POL GOV, deputy of a2: "Jane Roe" n"a deputy" p"she"`.
 * A letter before a mention is its form where that is no name; `@` after it says that the words are used as a place.
 */
export function printActors(document: Document, mentions: readonly Mention[], actors: readonly Actor[]): string {
  const words = (mention: Mention): string => {
    const text = document.text.slice(mention.from, mention.to).replace(/\s+/g, ' ')
    const form = mention.form === 'name' ? '' : mention.form[0]
    return `${form}"${text}"${mention.kind === 'place' ? '@' : ''}`
  }
  const lines = actors.map((actor) => {
    const facts = [actor.country, actor.sector].filter((fact) => fact !== null).map((fact) => ` ${fact}`)
    const roles = actor.roles.map((role) => `, ${role.title}${role.of === null ? '' : ` of ${role.of}`}`)
    const own = mentions.filter((mention) => mention.actor === actor.id).map(words)
    return `${actor.id} ${actor.kind} "${actor.name}"${facts.join('')}${roles.join('')}: ${own.join(' ')}`
  })
  const open = mentions.filter((mention) => mention.actor === null).map(words)
  if (open.length > 0) lines.push(`nobody: ${open.join(' ')}`)
  return lines.join('\n')
}
