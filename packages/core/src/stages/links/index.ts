import { defineStage, type Stage } from '../../pipeline/index.ts'
import { findCauses } from './find-causes.ts'
import { findFramings } from './find-framings.ts'
import { findOrder } from './find-order.ts'
import { findParts } from './find-parts.ts'
import { findPayments } from './find-payments.ts'
import { findPurposes } from './find-purposes.ts'
import { findExchanges, findMotives, findRequests } from './find-reasons.ts'
import { findRestatements } from './find-restatements.ts'
import { createScene, toLinks } from './scene.ts'

/**
 * Finds ties between claims: cause, motive, at-request-of, in-return-for, framing, sequence, part-of and restates, each
 * with who tells it and the words it rests on. Only words make a tie: what merely follows in time is no cause. Links
 * stand in text order. Time is linear in tokens, quadratic in claims of one type.
 */
export function links(): Stage<
  'syntax' | 'sentences' | 'mentions' | 'actors' | 'times' | 'attributions' | 'claims',
  'links'
> {
  return defineStage({
    name: 'links',
    version: 5,
    needs: ['syntax', 'sentences', 'mentions', 'actors', 'times', 'attributions', 'claims'],
    gives: ['links'],
    run({ document, syntax, sentences, mentions, actors, times, attributions, claims }) {
      const scene = createScene({ text: document.text, syntax, sentences, mentions, claims, attributions })
      const drafts = [
        ...findCauses(scene),
        ...findMotives(scene),
        ...findRequests(scene),
        ...findPurposes(scene),
        ...findExchanges(scene),
        ...findPayments(scene),
        ...findFramings(scene, actors),
        ...findOrder(scene),
        ...findParts(scene, actors, times),
        ...findRestatements(scene, actors, times),
      ]
      return { links: toLinks(scene, drafts) }
    },
  })
}
