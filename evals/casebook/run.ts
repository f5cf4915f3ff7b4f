import { readFileSync } from 'node:fs'
import type { DossierJson } from '@backchannel/wire'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'
import { faultsOf, readCasebook } from './gold.ts'
import { type ArticleScore, type Forbidden, scoreArticle } from './score.ts'

/** The casebooks in `corpora`, and what is put before the names of their figures. */
const CASEBOOKS = { casebook: '', 'casebook-second': 'second: ' } as const

/** Scores every casebook; the figures of the second have names of their own. */
export async function evalCasebook(dossier: DossierLine): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const [folder, prefix] of Object.entries(CASEBOOKS))
    for (const [name, value] of Object.entries(await scoreFolder(folder, dossier))) figures[`${prefix}${name}`] = value
  return figures
}

/**
 * The articles of one casebook against their gold: claims matched by type and trigger, then their
 * participants by role and head, status, stance, teller, channel and time; links; and what must not be claimed.
 * `SHOW=1` prints every miss.
 */
async function scoreFolder(folder: string, dossier: DossierLine): Promise<Figures> {
  const forbidden = JSON.parse(readFileSync(new URL('forbidden.json', import.meta.url), 'utf8')) as Readonly<
    Record<string, readonly Forbidden[]>
  > // written by hand beside this file
  const scores: [name: string, score: ArticleScore][] = []
  for (const gold of readCasebook(folder)) {
    const [fault] = faultsOf(gold)
    if (fault !== undefined) throw new Error(`the gold of the casebook has a fault: ${fault}`)
    const line = await dossier({ id: gold.name, text: gold.text, published: gold.published, outlet: gold.outlet })
    const score = scoreArticle(gold, JSON.parse(line) as DossierJson, forbidden[gold.name] ?? [])
    scores.push([gold.name, score])
    if (process.env['SHOW']) show(gold.name, score, gold.text)
  }
  const claims = scores.flatMap(([, score]) => score.claims)
  const found = claims.filter(({ claim }) => claim !== null)
  const links = scores.flatMap(([, score]) => score.links)
  const without = (start: RegExp) => found.filter(({ wrong }) => !wrong.some((one) => start.test(one)))
  return {
    found: share(found, claims),
    'right in every field, of all': share(without(/./), claims),
    'status and stance right, of those found': share(without(/^(status|stance)/), found),
    'teller right, of those found': share(without(/^told/), found),
    'participants right, of those found': share(without(/^(count|[a-z-]+: (no|also) “)/), found),
    'time right, of those found': share(without(/^when/), found),
    'links found': share(
      links.filter((one) => one.found),
      links,
    ),
    'claims beyond the gold, a gold claim (less is better)':
      scores.reduce((sum, [, { beyond }]) => sum + beyond.length, 0) / claims.length,
    'forbidden claims told as fact (less is better)': scores.reduce(
      (sum, [, score]) => sum + score.forbidden.length,
      0,
    ),
    ...Object.fromEntries(
      scores.flatMap(([name, score]) => [
        [
          `${name}: found`,
          share(
            score.claims.filter(({ claim }) => claim !== null),
            score.claims,
          ),
        ],
        [
          `${name}: right in every field`,
          share(
            score.claims.filter(({ wrong }) => wrong.length === 0),
            score.claims,
          ),
        ],
      ]),
    ),
  }
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return (100 * part.length) / Math.max(1, whole.length)
}

function show(name: string, score: ArticleScore, text: string): void {
  console.log(`\n== ${name}`)
  for (const { gold, wrong } of score.claims)
    if (wrong.length > 0) console.log(`  ${gold.type} “${gold.trigger}”: ${wrong.join('; ')}`)
  for (const { gold, found } of score.links)
    if (!found) console.log(`  link ${gold.kind} ${gold.from ?? `“${gold.words}”`} -> ${gold.to}: not found`)
  const line = (claim: ArticleScore['beyond'][number]) =>
    `${claim.event.type} ${claim.event.status} ${claim.stance} “${claim.evidence.quote.replace(/\s+/g, ' ')}” (trigger “${text.slice(claim.event.trigger.from, claim.event.trigger.to)}”)`
  for (const claim of score.beyond) console.log(`  beyond: ${line(claim)}`)
  for (const claim of score.forbidden) console.log(`  FORBIDDEN: ${line(claim)}`)
}
