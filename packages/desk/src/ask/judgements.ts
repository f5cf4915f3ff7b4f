import { documentId, foldJudgements, type Judgement, recordActorId, storyId } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { JudgedJson } from '@backchannel/wire/write'
import { findPart, judgedActors } from '../believe-actors.ts'
import { judgedStrands } from '../believe-stories.ts'

/**
 * What people and programs judged, the earliest first, with what became of it: all, or those of one sort, or those that an id
 * has to do with, which may be one that was joined with another or is no more. Nothing that was judged is ever left out.
 */
export async function listJudgements(
  reader: StoreReader,
  { about, id }: { readonly about?: Judgement['about'] | undefined; readonly id?: string | undefined } = {},
): Promise<readonly JudgedJson[]> {
  const all = await Promise.all(
    (await reader.judgements(about)).map(async (judgement) => ({ judgement, now: await sidesOf(reader, judgement) })),
  )
  const states = statesOf(all)
  const rows: JudgedJson[] = []
  for (const one of all) {
    const { judgement, now } = one
    const names: string[] = []
    const into: (string | null)[] = []
    for (const [at, side] of now.entries()) {
      const shown = side === null ? null : await shownAs(reader, judgement.about, side)
      names.push(shown?.name ?? judgement.words?.[at === 0 ? 0 : 1][0]?.quote ?? judgement.pair[at === 0 ? 0 : 1])
      into.push(shown?.into ?? null)
    }
    rows.push({ ...judgement, state: states.get(judgement) ?? 'holds', now: into, names })
  }
  return id === undefined ? rows : rows.filter((row) => concerns(row, id))
}

type Sides = readonly [string | null, string | null]

/** What a judgement is of today: ids as the machine has them; null for what is no longer there. */
async function sidesOf(reader: StoreReader, judgement: Judgement): Promise<Sides> {
  switch (judgement.about) {
    case 'story':
      return judgedStrands(reader, judgement)
    case 'actor':
      return judgedActors(reader, judgement)
    case 'copy': {
      const there = []
      for (const id of judgement.pair) there.push((await reader.document(documentId(id)))?.document.id ?? null)
      return [there[0] ?? null, there[1] ?? null]
    }
  }
}

function statesOf(
  all: readonly { readonly judgement: Judgement; readonly now: Sides }[],
): ReadonlyMap<Judgement, JudgedJson['state']> {
  const states = new Map<Judgement, JudgedJson['state']>()
  const resolved = new Map<Judgement, Judgement>()
  for (const { judgement, now } of all) {
    const [a, b] = now
    if (a === null || b === null) states.set(judgement, 'gone')
    else if (a !== b) resolved.set({ ...judgement, pair: a < b ? [a, b] : [b, a] }, judgement)
  }
  for (const about of ['actor', 'story', 'copy'] as const) {
    const { counting, contradicted } = foldJudgements([...resolved.keys()], about)
    for (const [now, judgement] of resolved) {
      if (judgement.about !== about) continue
      if (contradicted.includes(now)) states.set(judgement, 'contradicted')
      else if (!counting.includes(now)) states.set(judgement, 'overruled')
    }
  }
  return states
}

/** What a side is called, and the id under which it is found. */
async function shownAs(
  reader: StoreReader,
  about: Judgement['about'],
  id: string,
): Promise<{ readonly name: string; readonly into: string } | null> {
  switch (about) {
    case 'story': {
      const story = await reader.story(storyId(id))
      return story && { name: story.title, into: story.id }
    }
    case 'actor': {
      const part = await findPart(reader, recordActorId(id))
      const [whole] = await reader.recordActors([recordActorId(id)])
      return part && whole ? { name: part.name, into: whole.id } : null
    }
    case 'copy': {
      const stored = await reader.document(documentId(id))
      return stored && { name: stored.document.title ?? stored.document.id, into: stored.document.id }
    }
  }
}

/** True where one of the sides is, or was, of that id; its kind may be left out, as addresses of pages do. */
export function concerns({ about, pair, now }: Pick<JudgedJson, 'about' | 'pair' | 'now'>, id: string): boolean {
  const ids = [id, `${about}:${id}`]
  return [...pair, ...now].some((one) => one !== null && ids.includes(one))
}
