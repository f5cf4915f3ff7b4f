import type { AnalyzedWord } from '@backchannel/core'
import { parsedOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { CONLLU_BATCH, fillConllu, toConllu } from '../src/index.ts'

/** Tags everything alike and hangs every word on the first, so that only the plumbing is tested. */
function analyze(sentences: readonly (readonly string[])[]): AnalyzedWord[][] {
  return sentences.map((forms) =>
    forms.map((form, index) => ({
      form,
      lemma: form.toLowerCase(),
      upos: 'NOUN',
      xpos: 'NN',
      head: index === 0 ? 0 : 1,
      relation: index === 0 ? 'root' : 'dep',
      name: 'O',
    })),
  )
}

async function fill(text: string): Promise<string> {
  let out = ''
  for await (const piece of fillConllu(text.split('\n'), analyze)) out += piece
  return out
}

describe('toConllu', () => {
  it('writes ranges, spaces, names, paragraphs and multi-word tokens', () => {
    const parsed = parsedOf(`
      Roe PROPN NNP Roe 3 nsubj B-PER
      did AUX VBD do 3 aux
      _n't PART RB not 2 advmod
      . PUNCT . . 3 punct
      ---
      Go VERB VB go 0 root
    `)
    const pieces = [...toConllu(parsed.document.text, parsed)]
    expect(pieces.join('')).toBe(
      [
        '# newpar',
        '# sent_id = 1',
        "# text = Roe didn't.",
        '1\tRoe\tRoe\tPROPN\tNNP\t_\t3\tnsubj\t_\tNER=B-PER|TokenRange=0:3',
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=4:10",
        '2\tdid\tdo\tAUX\tVBD\t_\t3\taux\t_\tTokenRange=4:7',
        "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tTokenRange=7:10",
        '4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tTokenRange=10:11',
        '',
        '# newpar',
        '# sent_id = 2',
        '# text = Go',
        '1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tTokenRange=13:15',
        '',
        '',
      ].join('\n'),
    )
  })

  it('marks a word that the next one follows at once', () => {
    const parsed = parsedOf('“ PUNCT `` “ 2 punct\nGo VERB VB go 0 root')
    expect([...toConllu(parsed.document.text, parsed)][0]).toContain('“\t“\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No|')
  })
})

describe('fillConllu', () => {
  it('fills five columns and keeps the rest', async () => {
    const input = [
      '# sent_id = 7',
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
      '1\tdo\tX\tX\tX\tMood=Ind\t2\taux\t2:aux\tA=1',
      "2\tn't\tX\tX\tX\t_\t0\troot\t_\t_",
      '2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t0:root\t_',
      '',
      '# text = Go\r',
      '1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\r',
    ].join('\n')
    expect(await fill(input)).toBe(
      [
        '# sent_id = 7',
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        '1\tdo\tdo\tNOUN\tNN\tMood=Ind\t0\troot\t2:aux\tA=1',
        "2\tn't\tn't\tNOUN\tNN\t_\t1\tdep\t_\t_",
        '2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t0:root\t_',
        '',
        '# text = Go',
        '1\tGo\tgo\tNOUN\tNN\t_\t0\troot\t_\t_',
        '',
        '',
      ].join('\n'),
    )
  })

  it('keeps every sentence of many batches, in order', async () => {
    const count = CONLLU_BATCH * 2 + 3
    const input = Array.from({ length: count }, (_, index) => `1\tword${index}\t_\t_\t_\t_\t_\t_\t_\t_\n`).join('\n')
    const words = (await fill(input)).split('\n\n').filter((block) => block !== '')
    expect(words).toHaveLength(count)
    expect(words.at(-1)).toContain(`word${count - 1}\tword${count - 1}\tNOUN`)
  })

  it('gives nothing for nothing', async () => {
    expect(await fill('\n\n')).toBe('')
  })

  it.each([
    ['1\tGo\t_', /line 1 .* 3 columns/],
    ['# fine\nx\tGo\t_\t_\t_\t_\t_\t_\t_\t_', /line 2 .* the id "x"/],
  ])('names a line that is no CoNLL-U: %#', async (input, message) => {
    await expect(fill(input)).rejects.toMatchObject({
      code: 'wire/bad-conllu',
      message: expect.stringMatching(message),
    })
  })
})
