import type { DossierJson } from '@backchannel/wire'
import type { DossierLine } from '../dossiers.ts'
import type { Figures } from '../figures.ts'
import { HELD_SET, type JudgedText, OPEN_SETS, readJudged } from './gold.ts'
import { type Answer, scoreText } from './score.ts'

/** Least score of a claim that the printed dossier shows without a mark. */
const SURE = 0.6

/**
 * Invented news in which judges went through every claim of the program and wrote down what it missed (SOURCE.md). The open sets
 * together, and one that nothing is made on. `SHOW=asia` (or `all`) prints every difference of open sets; the held one is never printed.
 */
export async function evalJudged(dossier: DossierLine): Promise<Figures> {
  const open = await scoreSets(OPEN_SETS, dossier)
  const held = await scoreSets([HELD_SET], dossier)
  return { ...figuresOf('', open), ...figuresOf('held: ', held) }
}

async function scoreSets(sets: readonly string[], dossier: DossierLine): Promise<Answer[]> {
  const answers: Answer[] = []
  const wanted = process.env['SHOW']
  for (const set of sets)
    for (const judged of readJudged(set)) {
      const { claims } = JSON.parse(await dossier({ id: judged.id, text: judged.text })) as DossierJson
      const found = scoreText(
        judged,
        claims.filter(({ event }) => event.type !== 'statement'),
      )
      answers.push(...found)
      if (set !== HELD_SET && (wanted === set || wanted === 'all')) show(judged, found)
    }
  return answers
}

function figuresOf(prefix: string, answers: readonly Answer[]): Figures {
  const gold = answers.filter((one) => one.gold && one.gold.type !== 'statement')
  const claims = answers.filter(({ claim }) => claim)
  const sure = claims.filter(({ claim }) => claim!.confidence.score >= SURE)
  const typed = answers.filter(({ typed }) => typed)
  const roles = typed.reduce(
    (sum, { roles }) => ({
      right: sum.right + roles.right,
      missing: sum.missing + roles.missing,
      wrong: sum.wrong + roles.wrong,
    }),
    { right: 0, missing: 0, wrong: 0 },
  )
  const isTyped = ({ typed }: Answer) => typed
  const whole = ({ typed, wrong }: Answer) => typed && wrong.length === 0
  const statusRight = ({ wrong }: Answer) => !wrong.some((one) => one.startsWith('status'))
  return {
    [`${prefix}claims found`]: share(gold.filter(isTyped), gold),
    [`${prefix}claims right in type`]: share(claims.filter(isTyped), claims),
    [`${prefix}sure claims right in type`]: share(sure.filter(isTyped), sure),
    [`${prefix}status right, of those`]: share(typed.filter(statusRight), typed),
    [`${prefix}participants found`]: (100 * roles.right) / Math.max(1, roles.right + roles.missing),
    [`${prefix}participants right`]: (100 * roles.right) / Math.max(1, roles.right + roles.wrong),
    [`${prefix}sure claims right in every field`]: share(sure.filter(whole), sure),
    [`${prefix}found and right in every field`]: share(gold.filter(whole), gold),
  }
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return (100 * part.length) / Math.max(1, whole.length)
}

function show({ id, text }: JudgedText, answers: readonly Answer[]): void {
  const lineAt = (at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0]
  for (const { gold, claim, typed, wrong } of answers) {
    if (typed && wrong.length === 0) continue
    const at = gold?.trigger[0] ?? claim?.event.trigger.from ?? 0
    const mark = claim && claim.confidence.score < SURE ? ' (unsure)' : ''
    console.log(`\n${id}: ${lineAt(at)}`)
    if (!gold) {
      const { trigger, type, status } = claim!.event
      console.log(`  BEYOND ${type} ${status} “${text.slice(trigger.from, trigger.to)}”${mark}`)
      continue
    }
    const roles = Object.entries(gold.roles).flatMap(([role, all]) => all.map(({ words }) => `${role}=“${words}”`))
    const head = `${gold.type} ${gold.status} “${gold.words}” ${roles.join(' ')}`
    if (!claim) console.log(`  MISSED ${head}`)
    else if (!typed) console.log(`  TYPE ${claim.event.type}${mark}, not ${head}`)
    else console.log(`  FIELDS ${head}\n    ${wrong.join('; ')}${mark}`)
  }
}
