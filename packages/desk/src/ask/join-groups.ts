import type { Participant, ViewSource } from '@backchannel/core'

/**
 * Says which counted groups of several documents are the same people: those that are the only group in tellings of one
 * story, and those that one document calls one actor. Gives a key for each `document actor`; the same key, the same
 * people. Keys and result depend on the order of the sources only.
 */
export function joinGroups(
  sources: readonly ViewSource[],
  storyOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const leaders = new Map<string, string>()
  const leaderOf = (node: string): string => {
    let at = node
    for (let up = leaders.get(at); up !== undefined && up !== at; up = leaders.get(at)) at = up
    return at
  }
  const nodes = new Set<string>()
  for (const { document, findings } of sources) {
    const kinds = new Map(findings.actors.map((actor) => [actor.id, actor.kind]))
    const isGroup = ({ actor, count }: Participant): boolean =>
      actor !== null &&
      kinds.get(actor) !== 'person' &&
      (kinds.get(actor) === 'group' || (count !== null && count.high !== 1))
    for (const claim of findings.claims) {
      const held = claim.event.participants.filter((one) => one.role === 'patient' && isGroup(one))
      const story = storyOf.get(`${document} ${claim.id}`)
      const [only] = held
      if (held.length !== 1 || !only || story === undefined) continue
      const node = `${document} ${only.actor}`
      nodes.add(node)
      const [a, b] = [leaderOf(node), leaderOf(`story ${story}`)].sort()
      if (a !== undefined && b !== undefined && a !== b) leaders.set(b, a)
    }
  }
  return new Map([...nodes].map((node) => [node, leaderOf(node)]))
}
