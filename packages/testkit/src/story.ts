import {
  type ActorKind,
  attributionId,
  type ChannelKind,
  type Copy,
  type CopyKind,
  type Count,
  claimId,
  type Document,
  documentId,
  type EventStatus,
  type Lexicon,
  type LexiconOutlet,
  type LinkKind,
  type LinkReport,
  type Notice,
  type RecordActor,
  type RecordActorId,
  type Report,
  type ReportParticipant,
  type ReportVoice,
  type RoleName,
  recordActorId,
  type Sector,
  type Setting,
  type Stance,
  type Standing,
  type When,
} from '@backchannel/core'

/** One story as merging sees it, built by hand. */
export interface StoryParts {
  readonly reports: readonly Report[]
  readonly links: readonly LinkReport[]
  readonly copies: readonly Copy[]
  readonly documents: readonly Document[]
  readonly lexicon: Lexicon
  readonly actors: ReadonlyMap<RecordActorId, RecordActor>
}

/**
 * Builds the reports of one story from lines; values with blanks stand in double quotes.
 *
 *     doc a "The Ledger" 2026-05-01 carrier="Daily Print"
 *     copy b of a light-edit
 *     outlet BelTA owner="State of Belarus" country=BLR copies="X|Y"
 *     actor orsk person BLR GOV "Pavel Orsk" office="spokesman" of="the foreign ministry"
 *     say a status=planned stance=denies count=14+ who="the prisoners" agent=Belarus/state/BLR place=Minsk/BLR when=2026-06
 *     say a : outlet Reuters > anonymous "a US official" via "The Courier"
 *     link a motive "the need for money" : named "Ingrid Solvang"
 *     notice n withdrawal "Please kill the story" of=a by="The Courier" old=16 new=14
 *
 * `includes="A|B"` names members of the counted group by their `actor` lines, `named="A|B"` patients beside it.
 * A notice is carried by the reports of its document and of the one that it names, as the desk places it.
 * A `say` without a path is the document's own voice. Voices stand outermost first: a standing, a name, and the outlets
 * between. A name of an `actor` line gets its id. Counts: 14, 14+ (at least), ~14 (about), 10-12. Throws for any other line.
 */
export function storyOf(text: string): StoryParts {
  const parts = {
    reports: [] as Report[],
    links: [] as LinkReport[],
    copies: [] as Copy[],
    documents: [] as Document[],
    outlets: [] as LexiconOutlet[],
    actors: new Map<RecordActorId, RecordActor>(),
  }
  const notices: Notice[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('--')) continue
    const [head, path] = splitPath(line)
    const words = wordsOf(head)
    const plain = words.filter(({ key }) => key === null).map(({ value }) => value)
    const options = new Map(words.flatMap(({ key, value }) => (key === null ? [] : [[key, value] as const])))
    const [kind, id = '', name = ''] = plain
    if (kind === 'doc') parts.documents.push(documentFrom(id, name, plain[3] ?? null, options))
    else if (kind === 'copy') parts.copies.push(copyFrom(id, plain[3] ?? '', plain[4] ?? 'light-edit'))
    else if (kind === 'outlet') parts.outlets.push(outletFrom(id, options))
    else if (kind === 'actor') {
      const actor = actorFrom(plain, options)
      parts.actors.set(actor.id, actor)
    } else if (kind === 'notice') notices.push(noticeFrom(plain, options, parts.documents))
    else if (kind === 'say') parts.reports.push(reportFrom(id, options, path, parts))
    else if (kind === 'link') {
      const { ref, told, outlet, stance } = reportFrom(id, options, path, parts)
      const value = plain[3] ?? ''
      parts.links.push({ ref, told, outlet, stance, kind: name as LinkKind, value, quote: value }) // a test names a kind
    } else throw new Error(`no story line: ${line}`)
  }
  const { outlets, ...rest } = parts
  const reports = parts.reports.map((report) => {
    const own = notices.filter(({ document, of }) => document === report.ref.document || of === report.ref.document)
    return own.length > 0 ? { ...report, notices: own } : report
  })
  return { ...rest, reports, lexicon: { actors: [], outlets } }
}

function splitPath(line: string): readonly [string, string] {
  const at = / :(?: |$)/.exec(line)?.index ?? line.length
  return [line.slice(0, at), line.slice(at + 2).trim()]
}

function wordsOf(line: string): { readonly key: string | null; readonly value: string }[] {
  return [...line.matchAll(/(?:([a-z-]+)=)?(?:"([^"]*)"|([^\s"]+))/g)].map(([, key, quoted, bare]) => ({
    key: key ?? null,
    value: quoted ?? bare ?? '',
  }))
}

type Options = ReadonlyMap<string, string>

function documentFrom(id: string, outlet: string, published: string | null, options: Options): Document {
  return {
    id: documentId(id),
    text: '',
    title: null,
    outlet: outlet === '-' ? null : outlet,
    carrier: options.get('carrier') ?? null,
    agency: options.get('agency') ?? null,
    published: published === null ? null : { text: published, when: whenFrom(published.slice(0, 10)) },
    url: null,
    language: 'en',
  }
}

function copyFrom(document: string, of: string, how: string): Copy {
  const score = { score: 0.9, because: 'most word runs are the same' }
  return { document: documentId(document), of: documentId(of), how: how as CopyKind, score } // a test names a kind
}

function outletFrom(name: string, options: Options): LexiconOutlet {
  return {
    name,
    spellings: options.get('spellings')?.split('|') ?? [],
    country: options.get('country') ?? null,
    owner: options.get('owner') ?? null,
    copies: options.get('copies')?.split('|') ?? [],
  }
}

function noticeFrom(
  [, id = '', kind = '', words = '']: readonly string[],
  options: Options,
  documents: readonly Document[],
): Notice {
  const document = documents.find((one) => one.id === id)
  if (!document) throw new Error(`no document "${id}"; name it before its notice`)
  const of = options.get('of')
  return {
    kind: kind as Notice['kind'], // a test names a kind
    words,
    old: options.get('old') ?? null,
    new: options.get('new') ?? null,
    by: options.get('by') ?? null,
    document: document.id,
    outlet: document.outlet,
    published: document.published?.when ?? null,
    of: of === undefined ? null : documentId(of),
  }
}

function actorFrom(
  [, id = '', kind = 'person', country = '-', sector = '-', ...names]: string[],
  options: Options,
): RecordActor {
  const title = options.get('office')
  const profile = {
    ref: { document: documentId('x'), actor: null as never }, // no test looks up who told the profile
    kind: kind as ActorKind, // a test names a kind
    names,
    country: country === '-' ? null : country,
    sector: sector === '-' ? null : (sector as Sector), // a test names a sector
    offices: title === undefined ? [] : [{ title, of: options.get('of') ?? null, told: null }],
    published: null,
  }
  return {
    id: recordActorId(id),
    name: names[0] ?? id,
    kind: profile.kind,
    country: profile.country,
    sector: profile.sector,
    profiles: [profile],
  }
}

interface Known {
  readonly documents: readonly Document[]
  readonly reports: readonly Report[]
  readonly actors: ReadonlyMap<RecordActorId, RecordActor>
}

function reportFrom(id: string, options: Options, path: string, known: Known): Report {
  const document = known.documents.find((one) => one.id === id)
  if (!document) throw new Error(`no document "${id}"; name it before it says something`)
  const number = known.reports.filter(({ ref }) => ref.document === id).length + 1
  const [place, country] = (options.get('place') ?? '').split('/')
  const [channel, setting] = (options.get('channel') ?? '').split('/')
  const quote = options.get('quote') ?? `words of ${id}`
  const report = {
    ref: { document: document.id, claim: claimId(`c${number}`) },
    type: options.get('type') ?? 'release',
    status: (options.get('status') ?? 'happened') as EventStatus, // a test names a status
    stance: (options.get('stance') ?? 'asserts') as Stance, // a test names a stance
    trigger: 'release',
    when: options.has('when') ? whenFrom(options.get('when') ?? '') : null,
    published: document.published?.when ?? null,
    place: place ? { name: place, country: country ?? null } : null,
    channel: channel ? { kind: channel as ChannelKind, setting: (setting ?? 'unknown') as Setting } : null, // as named
    participants: participantsFrom(options, known),
    told: path === '' ? [] : path.split(' > ').map((voice, at) => voiceFrom(voice, at, known)),
    outlet: document.outlet,
    evidence: { document: document.id, span: { from: 0, to: quote.length }, quote, prefix: '', suffix: '' },
    confidence: { score: 0.9, because: 'built by hand' },
    restates: [],
    about: [],
  }
  return report
}

function participantsFrom(options: Options, known: Known): ReportParticipant[] {
  const out: ReportParticipant[] = []
  const add = (role: RoleName, text: string, count: Count | null): void => {
    const [name = '', kind, country] = text.split('/')
    out.push({
      role,
      actor: actorOf(name, known),
      name,
      head: name.split(' ').at(-1) ?? '',
      kind: (kind as ActorKind | undefined) ?? null, // a test names a kind
      country: country ?? null,
      count,
      includes: count === null ? [] : membersFrom(options.get('includes'), known),
    })
  }
  for (const agent of options.get('agent')?.split('|') ?? []) add('agent', agent, null)
  for (const other of options.get('counterpart')?.split('|') ?? []) add('counterpart', other, null)
  const count = options.get('count')
  if (count !== undefined) add('patient', options.get('who') ?? `${count} prisoners`, countFrom(count))
  for (const member of options.get('named')?.split('|') ?? []) add('patient', `${member}/person`, null)
  return out
}

function membersFrom(names: string | undefined, known: Known): RecordActorId[] {
  return (names?.split('|') ?? []).flatMap((name) => actorOf(name, known) ?? [])
}

function countFrom(words: string): Count {
  const [low = 0, high] = [...words.matchAll(/\d+/g)].map(Number)
  const isOpen = words.endsWith('+')
  return {
    low,
    high: isOpen ? null : (high ?? low),
    words: isOpen ? `at least ${low}` : words,
    about: words.startsWith('~'),
  }
}

function voiceFrom(text: string, at: number, known: Known): ReportVoice {
  const [standing = '', name = '', ...rest] = wordsOf(text).map(({ value }) => value)
  return {
    attribution: attributionId(`a${at + 1}`),
    name,
    actor: actorOf(name, known),
    standing: standing as Standing, // a test names a standing
    manner: 'reported',
    through: rest.filter((word) => word !== 'via').map((outlet) => ({ name: outlet, actor: null, by: 'told' })),
  }
}

function actorOf(name: string, { actors }: Known): RecordActorId | null {
  for (const actor of actors.values()) if (actor.profiles.some(({ names }) => names.includes(name))) return actor.id
  return null
}

function whenFrom(text: string): When {
  if (text.length === 7) {
    const days = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).getUTCDate()
    return { earliest: `${text}-01`, latest: `${text}-${days}`, precision: 'month' }
  }
  const [earliest = text, latest = earliest] = text.split('..')
  return { earliest, latest, precision: 'day' }
}
