import type { Actor, Attribution, Span } from '@backchannel/core'

/** Attributions for case files, one a paragraph: who, cue, content, then what kind of voice it is and its chain. */
export function printAttributions(
  text: string,
  attributions: readonly Attribution[],
  actors: readonly Actor[],
): string {
  const quote = (spans: readonly Span[]) =>
    spans.length === 0 ? '-' : spans.map((span) => `"${text.slice(span.from, span.to)}"`).join(' + ')
  return attributions
    .map((one) => {
      const actor = actors.find((candidate) => candidate.id === one.actor)
      const home = one.within === null ? '' : ` in ${one.within}`
      return [
        `${one.id}${home} ${one.sense} ${one.manner} ${one.standing}${actor ? ` = ${actor.name}` : ''}`,
        `  ${quote(one.source)} | ${quote(one.cue)} | ${quote(one.content)}`,
        `  ${one.chain.map((voice) => voice.name + (voice.by === null ? '' : ` (${voice.by})`)).join(' > ')}`,
      ].join('\n')
    })
    .join('\n')
}
