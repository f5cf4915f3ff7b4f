import { dossierView, HEADLINE_LINES } from '@backchannel/core'
import { buildFindings, documentOf, envoyFindings } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'

describe('dossierView', () => {
  const view = dossierView(envoyFindings())
  const names = (chain: readonly { readonly name: string }[]) => chain.map((step) => step.name).join(' < ')

  it('puts one line a happening on the first screen, with the other tellings under it', () => {
    expect(view.headlines.length).toBeLessThanOrEqual(HEADLINE_LINES)
    expect(view.headlines[0]).toMatchObject({
      mark: 'happened',
      sentence: 'Karsovia released 11 political prisoners, including Milena Dravich, on 14 March 2026.',
    })
    expect(view.headlines[0]?.also.map((telling) => names(telling.chain))).toEqual([
      'The Harbor Ledger',
      'The Harbor Ledger < Northern Courier < A senior Western diplomat',
    ])
  })

  it('leaves what is only asked for to the line of the asking', () => {
    expect(view.headlines.map((line) => line.sentence)).toContain(
      'Ingrid Solvang asked Anton Verek to release the group.',
    )
    expect(view.headlines.map((line) => line.sentence)).not.toContain('Anton Verek to release the group.')
  })

  it('names the whole chain of who says so', () => {
    const demand = view.asks.find((line) => line.type === 'demand')
    expect(names(demand?.chain ?? [])).toBe('The Harbor Ledger < Northern Courier < a Norwegian official')
    expect(demand?.mark).toBe('claimed')
  })

  it('tells the channel of an engagement and the words for it, from any of its tellings', () => {
    expect(view.engagements[0]).toMatchObject({
      channel: 'special-envoy',
      setting: 'informal',
      channelWords: ['special envoy'],
    })
  })

  it('follows a named member of a group into custody and out', () => {
    const dravich = view.custody.find((entry) => entry.name === 'Milena Dravich')
    expect(dravich).toMatchObject({ held: 'happened', freed: 'happened' })
    expect(dravich?.steps.map((step) => step.type).sort()).toEqual(['arrest', 'conviction', 'release'])
  })

  it('never calls people freed whose release is only asked for', () => {
    expect(view.custody.find((entry) => entry.name.startsWith('at least 40'))).toMatchObject({
      name: 'at least 40 opposition activists',
      held: 'claimed',
      freed: null,
    })
  })

  it('shows an answer with its ask', () => {
    const asked = view.asks.find((line) => line.sentence.startsWith('Norway made a request'))
    expect(asked?.answers).toMatchObject([{ words: 'at Norway’s request', mark: 'claimed' }])
  })

  it('tells denied ties as denied', () => {
    const credit = view.credits.find((one) => one.kind === 'in-return-for')
    expect(credit?.denied).toBe(true)
    expect(credit?.sentence).toMatch(/was not in return for “anything”\.$/)
  })

  it('joins what one actor says, and never two unnamed sources with the same words', () => {
    expect(view.accounts.find((account) => account.voice === 'Ingrid Solvang')?.sayings).toHaveLength(3)
    const build = buildFindings(documentOf('An official said yes. An official said no.'))
    build.attribution({ source: 'An official', cue: 'said', standing: 'anonymous' })
    build.attribution({ source: 'An official#2', cue: 'said#2', standing: 'anonymous' })
    expect(dossierView(build.finish()).accounts).toHaveLength(2)
  })

  it('orders the timeline by first day and counts what has no date', () => {
    expect(view.timeline.map((line) => line.when)).toEqual([
      'in 2023',
      'on 12 March 2026',
      'on 14 March 2026',
      'in April 2026',
    ])
    expect(view.undated).toBeGreaterThan(0)
  })

  it('is empty for an empty reading', () => {
    const empty = dossierView(buildFindings(documentOf('Nothing.')).finish())
    expect(empty).toMatchObject({ headlines: [], engagements: [], custody: [], credits: [], accounts: [], undated: 0 })
  })
})
