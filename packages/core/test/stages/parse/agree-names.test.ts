import { describe, expect, it } from 'vitest'
import { agreeNames } from '../../../src/stages/parse/index.ts'

/** Rows "form/XPOS/TAG" to the tags after agreement, those of O left out. */
function agree(row: string): string {
  const cells = row.split(' ').map((cell) => cell.split('/'))
  const column = (at: number) => cells.map((cell) => cell[at] ?? '')
  const names = agreeNames(column(0), column(1), column(2))
  return names
    .map((name, i) => `${column(0)[i]}/${name}`)
    .filter((cell) => !cell.endsWith('/O'))
    .join(' ')
}

describe('agreeNames', () => {
  it('calls a form what it is called most often', () => {
    const row = 'Vask/NNP/B-LOC met/VBD/O Vask/NNP/B-PER and/CC/O Vask/NNP/B-PER'
    expect(agree(row)).toBe('Vask/B-PER Vask/B-PER Vask/B-PER')
  })

  it('leaves a tie alone', () => {
    expect(agree('Vask/NNP/B-LOC met/VBD/O Vask/NNP/B-PER')).toBe('Vask/B-LOC Vask/B-PER')
  })

  it('knows the last name of a person named in full', () => {
    const row =
      'Mira/NNP/B-PER Vask/NNP/I-PER spoke/VBD/O ././O Vask/NNP/B-ORG left/VBD/O ;/:/O Mira/NNP/B-PER Vask/NNP/I-PER stayed/VBD/O'
    expect(agree(row)).toBe('Mira/B-PER Vask/I-PER Vask/B-PER Mira/B-PER Vask/I-PER')
  })

  it('tags a name that is sure elsewhere', () => {
    const row =
      'Northern/NNP/B-ORG Courier/NNP/I-ORG wrote/VBD/O ././O The/DT/O Northern/NNP/O Courier/NNP/O said/VBD/O'
    expect(agree(row)).toBe('Northern/B-ORG Courier/I-ORG Northern/B-ORG Courier/I-ORG')
  })

  it('does not tag common words, parts of longer names, or single words seen once', () => {
    const row = 'Hope/NNP/B-PER left/VBD/O ././O hope/NN/O and/CC/O Hope/NNP/O Street/NNP/O ,/,/O Hope/NNP/O'
    expect(agree(row)).toBe('Hope/B-PER')
  })

  it('does not name people who are counted', () => {
    expect(agree('four/CD/O Norlanders/NNPS/B-ORG and/CC/O Norlanders/NNPS/B-ORG')).toBe('Norlanders/B-ORG')
    expect(agree('two/CD/O United/NNP/B-ORG Nations/NNPS/I-ORG')).toBe('United/B-ORG Nations/I-ORG')
  })

  it('joins the small second syllable of a given name', () => {
    expect(agree('Chen/NNP/B-PER Wei/NNP/I-PER -/HYPH/O ting/NNP/O spoke/VBD/O')).toBe(
      'Chen/B-PER Wei/I-PER -/I-PER ting/I-PER',
    )
    expect(agree('Hale/NNP/B-PER -/HYPH/O led/VBN/O talks/NNS/O')).toBe('Hale/B-PER')
  })
})
