import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CopyKind, compareTexts, type Sketch, sketchKeys, sketchText } from '@backchannel/core'
import type { Figures } from '../figures.ts'
import { createDice, cutExcerpt, editLightly, printAgain } from './edit.ts'

/** One text of the set. `family` is the id of the article it was made from, its own where it is one of the forty. */
interface Item {
  readonly id: string
  readonly family: string
  readonly how: CopyKind | 'original'
  readonly day: string
  readonly text: string
  readonly sketch: Sketch
}

/**
 * Copies in a set of our own: forty articles on ten invented happenings, each printed again, lightly edited, cut, and every
 * second one rewritten by hand. A text counts as found where the best of all earlier texts that share a key with it is of
 * its family; an article that is called a copy, or a copy of another family, counts against precision.
 */
export function evalCopies(): Figures {
  const own = readItems('own.txt')
  const blind = readItems('blind.txt')
  const third = readItems('third.txt')
  return {
    ...figuresOf('', [...own, ...blind]),
    ...figuresOf('written before the method: ', blind),
    ...figuresOf('by another hand: ', third),
    ...rewriteFigures([...own, ...blind]),
  }
}

/** How each text was taken; exported for looking into the mistakes. */
export function judgeCopies(items: readonly Item[]): {
  readonly item: Item
  readonly best: {
    readonly item: Item
    readonly how: CopyKind
    readonly score: number
    readonly because: string
  } | null
}[] {
  const ordered = [...items].sort((a, b) => a.day.localeCompare(b.day, 'en') || rank(a) - rank(b))
  const byKey = new Map<string, Item[]>()
  return ordered.map((item) => {
    const keys = sketchKeys(item.sketch)
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), item])
    let best: { readonly item: Item; readonly how: CopyKind; readonly score: number; readonly because: string } | null =
      null
    for (const candidate of candidates) {
      const found = compareTexts(item, candidate)
      if (found && found.score.score > (best?.score ?? 0)) best = { item: candidate, how: found.how, ...found.score }
    }
    return { item, best }
  })
}

function figuresOf(prefix: string, items: readonly Item[]): Figures {
  const judged = judgeCopies(items)
  const copies = judged.filter(({ item }) => item.how !== 'original')
  const called = judged.filter(({ best }) => best !== null)
  const right = copies.filter(({ item, best }) => best?.item.family === item.family)
  const precision = right.length / called.length
  const recall = right.length / copies.length
  const kind = right.filter(({ item, best }) => best?.item.how !== 'original' || best.how === item.how)
  return {
    [`${prefix}copies, precision`]: 100 * precision,
    [`${prefix}copies, recall`]: 100 * recall,
    [`${prefix}copies, F1`]: (200 * precision * recall) / (precision + recall),
    [`${prefix}kind right, of those found`]: (100 * kind.length) / right.length,
  }
}

/** Rewrites alone, against the articles only: no other copy of the family helps, and no rewrite may take its neighbour's. */
function rewriteFigures(items: readonly Item[]): Figures {
  const judged = judgeCopies(items.filter(({ how }) => how === 'original' || how === 'rewrite'))
  const rewrites = judged.filter(({ item }) => item.how === 'rewrite')
  const called = judged.filter(({ best }) => best !== null)
  const right = rewrites.filter(({ item, best }) => best?.item.family === item.family)
  return {
    'rewrites, precision': (100 * right.length) / Math.max(1, called.length),
    'rewrites, recall': (100 * right.length) / rewrites.length,
  }
}

function rank({ how }: Item): number {
  return how === 'original' ? 0 : 1
}

const BY_HAND = /^(identical|light-edit|excerpt|rewrite) of (\S+)$/

/**
 * Reads a file of articles and their copies by hand. Where a file has only rewrites by hand, the three kinds of copies that
 * need none are made of each article.
 */
export function readItems(file: string): Item[] {
  const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
  const items: Item[] = []
  const add = (item: Omit<Item, 'sketch'>): void => {
    items.push({ ...item, sketch: sketchText(item.text) })
  }
  const blocks = text.split(/^=== /m).slice(1)
  const allByHand = blocks.some((block) => / \| identical of /.test(block.slice(0, block.indexOf('\n'))))
  for (const [number, block] of blocks.entries()) {
    const end = block.indexOf('\n')
    const [id = '', , day = '', made = ''] = block.slice(0, end).split(' | ')
    const body = block.slice(end + 1).trim()
    const [, how, of] = BY_HAND.exec(made) ?? []
    if (how !== undefined && of !== undefined) {
      // The pattern allows the names of kinds only.
      add({ id, family: of, how: how as CopyKind, day, text: body })
      continue
    }
    add({ id, family: id, how: 'original', day, text: body })
    if (allByHand) continue
    const dice = createDice(number + 1)
    add({ id: `${id} again`, family: id, how: 'identical', day, text: printAgain(body, dice) })
    add({ id: `${id} edited`, family: id, how: 'light-edit', day, text: editLightly(body, dice) })
    add({ id: `${id} cut`, family: id, how: 'excerpt', day, text: cutExcerpt(body, dice) })
  }
  return items
}
