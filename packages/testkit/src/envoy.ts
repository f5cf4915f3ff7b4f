import { readFileSync } from 'node:fs'
import type { Findings } from '@backchannel/core'
import { documentOf } from './build.ts'
import { buildFindings } from './findings.ts'

/**
 * What a careful reader finds in `examples/envoy.txt`, built by hand: for tests of wire, views and printing, which must
 * not depend on what the stages find today.
 */
export function envoyFindings(): Findings {
  const text = readFileSync(new URL('../../../examples/envoy.txt', import.meta.url), 'utf8')
  const build = buildFindings({ ...documentOf(text, '2026-03-16', 'The Harbor Ledger'), title: null })

  const karsovia = build.actor('Karsovia', {
    kind: 'state',
    mentions: ['Karsovia', 'Karsovia#2', 'Karsovia#3', 'Karsovia#4'],
  })
  const norway = build.actor('Norway', {
    kind: 'state',
    country: 'NOR',
    mentions: ['Norway', 'Norway#2', 'Norway#3', 'Norway#5'],
  })
  const solvang = build.actor('Ingrid Solvang', {
    country: 'NOR',
    sector: 'GOV',
    mentions: ['a Norwegian envoy', 'Ingrid Solvang', 'Solvang#2', 'she', 'she#2', 'Solvang#3'],
    roles: [{ title: 'special envoy', of: norway, words: 'special envoy' }],
  })
  const verek = build.actor('Anton Verek', {
    sector: 'GOV',
    mentions: ['President Anton Verek', 'Verek#2', 'Verek#3', 'he', 'Verek#4', 'Verek#5'],
    roles: [{ title: 'president', words: 'President' }],
  })
  const prisoners = build.actor('11 political prisoners', {
    kind: 'group',
    sector: 'OPP',
    mentions: ['11 prisoners', '11 political prisoners', 'The prisoners', 'them', 'the group'],
  })
  const dravich = build.actor('Milena Dravich', {
    sector: 'MED',
    mentions: ['the journalist Milena Dravich', 'Dravich#2', 'Dravich#3'],
    roles: [{ title: 'journalist', words: 'journalist' }],
  })
  const ministry = build.actor('Karsovian foreign ministry', {
    kind: 'organization',
    sector: 'GOV',
    mentions: ['the Karsovian foreign ministry', 'It'],
  })
  const courier = build.actor('Northern Courier', {
    kind: 'outlet',
    sector: 'MED',
    mentions: ['the Northern Courier', 'the Courier', 'the Courier#2'],
  })
  const diplomat = build.actor('A senior Western diplomat', {
    mentions: ['A senior Western diplomat', 'The diplomat'],
  })
  const orsk = build.actor('Pavel Orsk', {
    sector: 'GOV',
    mentions: ['Pavel Orsk', 'Orsk#2', 'He', 'Orsk#3'],
    roles: [{ title: 'spokesman', of: verek, words: 'spokesman' }],
  })
  const official = build.actor('a Norwegian official', { country: 'NOR', sector: 'GOV' })
  const hale = build.actor('Tomas Hale', {
    sector: 'CVL',
    mentions: ['Tomas Hale', 'Hale#2'],
    roles: [{ title: 'lawyer', of: dravich, words: 'lawyer' }],
  })
  const cells = build.actor('Dawn House', {
    kind: 'organization',
    sector: 'NGO',
    mentions: ['the rights group Dawn House', 'Dawn House#2'],
  })
  const activists = build.actor('40 opposition activists', { kind: 'group', sector: 'OPP' })
  const union = build.actor('European Union', { kind: 'organization', sector: 'IGO', mentions: ['the European Union'] })
  const oman = build.actor('Oman', { kind: 'state', country: 'OMN' })

  const saturday = build.time('Saturday', '2026-03-14')
  const twoDays = build.time('Two days earlier', '2026-03-12')
  build.time('Sunday', '2026-03-15')
  build.time('Sunday#2', '2026-03-15')
  const in2023 = build.time('2023', '2023-01-01', '2023-12-31', 'year')
  build.time('2021', '2021-01-01', '2021-12-31', 'year')
  const nextMonth = build.time('next month', '2026-04-01', '2026-04-30', 'month')

  const statement = build.attribution({
    source: 'the Karsovian foreign ministry',
    actor: ministry,
    cue: 'said',
    content: ['The prisoners were driven to the border and left for Lithuania the same evening'],
    standing: 'collective',
    chain: ['Karsovian foreign ministry (said in a statement)'],
  })
  const pardonTold = build.attribution({
    source: 'It',
    actor: ministry,
    cue: 'said#2',
    content: ['Verek had pardoned them at Norway’s request'],
    standing: 'collective',
  })
  const solvangSaid = build.attribution({
    source: 'Solvang#2',
    actor: solvang,
    cue: 'said#3',
    content: ['she had asked Verek to free the group over a four-hour dinner'],
    chain: ['Northern Courier (In an interview with)', 'Ingrid Solvang (said)'],
  })
  build.attribution({
    source: 'she#2',
    actor: solvang,
    cue: 'said#4',
    content: ['“I brought a list, and he read every name aloud,”'],
    manner: 'quoted',
    chain: ['Northern Courier (In an interview with)', 'Ingrid Solvang (said)'],
  })
  const diplomatTold = build.attribution({
    source: 'A senior Western diplomat',
    actor: diplomat,
    cue: 'told',
    content: ['the dinner had helped secure the release'],
    standing: 'anonymous',
    chain: ['Northern Courier (told)', 'A senior Western diplomat'],
  })
  const diplomatSaid = build.attribution({
    source: 'The diplomat',
    actor: diplomat,
    cue: 'said#5',
    content: ['Verek had complained that earlier governments “sent lectures, never people.”'],
    standing: 'anonymous',
    chain: ['Northern Courier (told)', 'A senior Western diplomat'],
  })
  const complained = build.attribution({
    source: 'Verek#4',
    actor: verek,
    cue: 'complained',
    content: ['earlier governments “sent lectures, never people.”'],
    manner: 'mixed',
    within: diplomatSaid,
    chain: ['Northern Courier (told)', 'A senior Western diplomat', 'Anton Verek (complained)'],
  })
  const denied = build.attribution({
    source: 'Verek’s spokesman, Pavel Orsk',
    actor: orsk,
    cue: 'denied',
    content: ['that Karsovia had received anything in return'],
  })
  const quoted = build.attribution({
    source: 'Orsk#2',
    actor: orsk,
    cue: 'told#2',
    content: ['“There was no deal and there will be no deal,”'],
    manner: 'quoted',
  })
  const framed = build.attribution({
    source: 'He',
    actor: orsk,
    cue: 'said#6',
    content: ['the dinner should not be seen as a change of course'],
  })
  const courierSaid = build.attribution({
    source: 'the Courier#2',
    actor: courier,
    cue: 'According to',
    content: ['a Norwegian official said Orsk had privately demanded that Norway lift sanctions on the state bank'],
    standing: 'outlet',
  })
  const officialSaid = build.attribution({
    source: 'a Norwegian official',
    actor: official,
    cue: 'said#7',
    content: ['Orsk had privately demanded that Norway lift sanctions on the state bank'],
    standing: 'anonymous',
    within: courierSaid,
    chain: ['Northern Courier (According to)', 'a Norwegian official (said)'],
  })
  build.attribution({ source: 'Norway’s foreign ministry', cue: 'declined to comment', standing: 'collective' })
  const haleSaid = build.attribution({
    source: 'Her lawyer, Tomas Hale',
    actor: hale,
    cue: 'said#8',
    content: ['Dravich had refused to sign a letter of apology'],
  })
  build.attribution({
    source: 'Hale#2',
    actor: hale,
    cue: 'said#9',
    content: ['“They wanted an apology and they got silence,”'],
    manner: 'quoted',
  })
  const accordingCells = build.attribution({
    source: 'the rights group Dawn House',
    actor: cells,
    cue: 'according to',
    content: ['At least 40 opposition activists remain in custody in Karsovia'],
    standing: 'collective',
  })
  const reopening = build.attribution({
    source: 'Solvang#3',
    actor: solvang,
    cue: 'said#10',
    content: ['Norway plans to reopen its embassy in Belgard, which it closed in 2021'],
  })
  const briefed = build.attribution({
    source: 'a person briefed on the plan',
    cue: 'told#3',
    content: ['The two sides will hold talks in Muscat next month, with Oman as the mediator'],
    standing: 'anonymous',
  })

  const headline = build.claim('release', {
    trigger: 'frees',
    participants: [
      ['agent', 'Karsovia', { actor: karsovia }],
      ['patient', '11 prisoners', { actor: prisoners, count: { low: 11 } }],
    ],
  })
  const release = build.claim('release', {
    trigger: 'released',
    participants: [
      ['agent', 'Karsovia#2', { actor: karsovia }],
      ['patient', '11 political prisoners', { actor: prisoners, count: { low: 11 }, includes: [dravich] }],
    ],
    when: saturday,
  })
  const meeting = build.claim('meeting', {
    trigger: 'met',
    participants: [
      ['agent', 'Ingrid Solvang', { actor: solvang }],
      ['counterpart', 'President Anton Verek', { actor: verek }],
    ],
    when: twoDays,
    place: 'a hunting lodge outside the capital',
    channel: { kind: 'special-envoy', setting: 'informal', words: 'special envoy' },
  })
  build.claim('departure', {
    trigger: 'left',
    participants: [
      ['agent', 'The prisoners', { actor: prisoners }],
      ['place-to', 'Lithuania'],
    ],
    told: [statement],
  })
  const pardon = build.claim('pardon', {
    trigger: 'pardoned',
    participants: [
      ['agent', 'Verek#2', { actor: verek }],
      ['patient', 'them', { actor: prisoners }],
    ],
    told: [pardonTold],
  })
  const norwayAsked = build.claim('request', {
    trigger: 'request',
    evidence: 'Norway’s request',
    participants: [['agent', 'Norway#2', { actor: norway }]],
    told: [pardonTold],
  })
  const freeing = build.claim('release', {
    trigger: 'free',
    status: 'requested',
    participants: [
      ['agent', 'Verek#3', { actor: verek }],
      ['patient', 'the group', { actor: prisoners }],
    ],
    told: [solvangSaid],
  })
  build.claim('request', {
    trigger: 'asked',
    participants: [
      ['agent', 'she', { actor: solvang }],
      ['addressee', 'Verek#3', { actor: verek }],
      ['theme', 'free the group', { claim: freeing }],
    ],
    told: [solvangSaid],
  })
  const dinner = build.claim('meeting', {
    trigger: 'dinner',
    evidence: 'a four-hour dinner',
    told: [solvangSaid],
    channel: { kind: 'special-envoy', setting: 'informal', words: 'dinner' },
  })
  const secured = build.claim('release', {
    trigger: 'release',
    evidence: 'helped secure the release',
    told: [diplomatTold],
  })
  build.claim('criticism', {
    trigger: 'complained',
    participants: [
      ['agent', 'Verek#4', { actor: verek }],
      ['patient', 'earlier governments'],
    ],
    told: [diplomatSaid],
  })
  build.claim('agreement', {
    trigger: 'deal',
    evidence: 'There was no deal',
    stance: 'denies',
    told: [quoted],
  })
  const lifting = build.claim('sanctions-eased', {
    trigger: 'lift',
    status: 'requested',
    participants: [
      ['agent', 'Norway#3', { actor: norway }],
      ['patient', 'the state bank'],
    ],
    told: [courierSaid, officialSaid],
  })
  build.claim('demand', {
    trigger: 'demanded',
    participants: [
      ['agent', 'Orsk#3', { actor: orsk }],
      ['addressee', 'Norway#3', { actor: norway }],
      ['theme', 'lift sanctions on the state bank', { claim: lifting }],
    ],
    told: [courierSaid, officialSaid],
  })
  build.claim('arrest', {
    trigger: 'arrested',
    participants: [['patient', 'Dravich#2', { actor: dravich }]],
    when: in2023,
  })
  build.claim('conviction', {
    trigger: 'sentenced',
    participants: [
      ['patient', 'Dravich#2', { actor: dravich }],
      ['theme', 'six years in prison'],
    ],
  })
  build.claim('refusal', {
    trigger: 'refused',
    participants: [
      ['agent', 'Dravich#3', { actor: dravich }],
      ['theme', 'sign a letter of apology'],
    ],
    told: [haleSaid],
  })
  build.claim('custody', {
    trigger: 'custody',
    status: 'ongoing',
    participants: [
      [
        'patient',
        'At least 40 opposition activists',
        { actor: activists, count: { low: 40, high: null, words: 'At least 40' } },
      ],
    ],
    place: 'Karsovia#4',
    told: [accordingCells],
  })
  const allFreed = build.claim('release', {
    trigger: 'release#2',
    status: 'requested',
    participants: [['patient', 'all of them', { actor: activists }]],
  })
  build.claim('request', {
    trigger: 'called for',
    participants: [
      ['agent', 'Dawn House#2', { actor: cells }],
      ['theme', 'the release of all of them', { claim: allFreed }],
    ],
  })
  const easing = build.claim('sanctions-eased', {
    trigger: 'ease',
    status: 'requested',
    stance: 'denies',
    participants: [
      ['agent', 'the European Union', { actor: union }],
      ['theme', 'its sanctions'],
    ],
  })
  build.claim('request', {
    trigger: 'urged',
    participants: [
      ['agent', 'Dawn House#2', { actor: cells }],
      ['addressee', 'the European Union', { actor: union }],
      ['theme', 'not to ease its sanctions', { claim: easing }],
    ],
  })
  build.claim('ties-restored', {
    trigger: 'reopen',
    status: 'planned',
    participants: [['agent', 'Norway#5', { actor: norway }]],
    place: 'Belgard#2',
    told: [reopening],
  })
  build.claim('talks', {
    trigger: 'talks',
    status: 'planned',
    participants: [
      ['agent', 'The two sides'],
      ['intermediary', 'Oman', { actor: oman }],
    ],
    place: 'Muscat',
    when: nextMonth,
    told: [briefed],
    channel: { kind: 'intermediary', words: 'with Oman as the mediator' },
  })

  build.link('restates', { from: headline, to: release, evidence: 'released' })
  build.link('sequence', { from: meeting, to: release, evidence: 'Two days earlier' })
  build.link('restates', { from: meeting, to: dinner, evidence: 'dinner' })
  build.link('restates', { from: headline, to: secured, evidence: 'release' })
  build.link('at-request-of', {
    from: norwayAsked,
    to: pardon,
    told: [pardonTold],
    evidence: 'at Norway’s request',
  })
  build.link('cause', { from: dinner, to: secured, told: [diplomatTold], evidence: 'helped secure' })
  build.link('in-return-for', {
    words: 'anything',
    to: release,
    stance: 'denies',
    told: [denied],
    evidence: 'received anything in return',
  })
  build.link('framing', {
    words: 'should not be seen as a change of course',
    to: dinner,
    told: [framed],
    evidence: 'the dinner should not be seen as a change of course',
  })
  void complained
  return build.finish()
}
