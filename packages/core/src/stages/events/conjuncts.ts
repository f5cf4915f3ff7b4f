import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'

/** The phrase and what is coordinated with it, in text order; clauses are left out. */
export function conjunctsOf(tokens: TokenTable, tree: Tree, index: number): readonly number[] {
  const found = [index]
  for (const child of tree.children(index)) {
    const rel = tokens.relation[child]
    if (rel === 'conj' && !isVerbal(tokens, child)) found.push(child)
    else if (rel === 'appos' && isRow(tokens, tree, index, child)) found.push(child, ...namesAfter(tokens, tree, child))
    else if (rel === 'appos' && isSingular(tokens, index)) found.push(...besideApposition(tokens, tree, child))
    else if (rel === 'appos' && child === index + 1) found.push(...namesAfter(tokens, tree, child))
  }
  return found
}

/**
 * "Norland, Belmarra and Vardania agreed": the parser may take the second of a row of names for another name of the
 * first. Only of a subject: "in Port Hale, Norland" tells where a town lies.
 */
function isRow(tokens: TokenTable, tree: Tree, first: number, second: number): boolean {
  if (!(tokens.relation[first] ?? '').startsWith('nsubj') || tokens.xpos[first] !== 'NNP') return false
  if (tokens.xpos[second] !== 'NNP' || second !== first + 2) return false
  return tree.children(second).some((child) => tokens.relation[child] === 'conj' && tokens.xpos[child] === 'NNP')
}

/** "the head of the group, Jane Roe, and other activists": what is coordinated with the name of one is beside that one. */
function besideApposition(tokens: TokenTable, tree: Tree, name: number): readonly number[] {
  if (tagOf(tokens, name) !== 'PROPN') return []
  return tree.children(name).filter((child) => tokens.relation[child] === 'conj' && tagOf(tokens, child) === 'NOUN')
}

/** "the former presidents Jane Roe and Ada Novak": behind a plural without a comma each name is one of them. */
function namesAfter(tokens: TokenTable, tree: Tree, name: number): readonly number[] {
  if (tagOf(tokens, name) !== 'PROPN') return []
  return tree.children(name).filter((child) => tokens.relation[child] === 'conj' && tagOf(tokens, child) === 'PROPN')
}

function isSingular(tokens: TokenTable, index: number): boolean {
  return tokens.xpos[index] === 'NN' || tokens.xpos[index] === 'NNP'
}

function isVerbal(tokens: TokenTable, index: number): boolean {
  return tagOf(tokens, index) === 'VERB' || tagOf(tokens, index) === 'AUX'
}

function tagOf(tokens: TokenTable, index: number): string {
  return UPOS[tokens.upos[index] ?? -1] ?? 'X'
}
