import { describe, expect, it } from 'vitest'
import { UPOS } from '../../../src/model/index.ts'
import { mendFree } from '../../../src/stages/parse/mend-free.ts'

/** Cells "form/UPOS/XPOS/head/relation", heads from 0, -1 for the root; gives the cells after mending. */
function mend(row: string): string {
  const cells = row.split(' ').map((cell) => cell.split('/'))
  const forms = cells.map(([form = '']) => form)
  const columns = {
    upos: Uint8Array.from(cells, ([, upos = 'X']) => (UPOS as readonly string[]).indexOf(upos)),
    xpos: cells.map(([, , xpos = '']) => xpos),
    heads: Int32Array.from(cells, ([, , , head = '-1']) => Number(head)),
    relations: cells.map(([, , , , relation = '']) => relation),
  }
  const { upos, xpos, heads, relations } = mendFree(forms, columns)
  return forms.map((form, i) => [form, UPOS[upos[i]!], xpos[i], heads[i], relations[i]].join('/')).join(' ')
}

const LUNCH = 'Lunch/NOUN/NN/1/nsubj helped/VERB/VBD/-1/root free/ADJ/JJ/4/amod nine/NUM/CD/4/nummod men/NOUN/NNS/1/obj'

describe('mendFree', () => {
  it('makes "free" behind "helped" the verb of its noun', () => {
    expect(mend(LUNCH)).toBe(
      'Lunch/NOUN/NN/1/nsubj helped/VERB/VBD/-1/root free/VERB/VB/1/xcomp nine/NUM/CD/4/nummod men/NOUN/NNS/2/obj',
    )
  })

  it('makes "free" behind a modal or "to" a verb where it governs what is freed', () => {
    const row = 'They/PRON/PRP/2/nsubj must/AUX/MD/2/aux free/ADJ/JJ/-1/root two/NUM/CD/4/nummod men/NOUN/NNS/2/obj'
    expect(mend(row)).toBe(row.replace('free/ADJ/JJ', 'free/VERB/VB'))
    for (const other of [row.replace('/obj', '/obl'), row.replace('must/AUX/MD', 'were/AUX/VBD')])
      expect(mend(other)).toBe(other)
  })

  it('leaves other adjectives, other verbs and other trees alone', () => {
    for (const row of [
      LUNCH.replace('helped', 'wanted'),
      LUNCH.replace('free/ADJ', 'brave/ADJ'),
      'They/PRON/PRP/1/nsubj help/VERB/VBP/-1/root free/ADJ/JJ/1/advmod of/ADP/IN/4/case charge/NOUN/NN/2/obl',
    ])
      expect(mend(row)).toBe(row)
  })
})
