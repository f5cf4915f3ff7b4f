import {
  type AttributionJson,
  type BelievedJson,
  type ClaimJson,
  documentName,
  type LinkJson,
  type SpanJson,
} from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type DocumentAnswer, documentAddress, type Listed, type StatedCorrection, type TypeRow } from '../api.ts'
import { changeWords, type Target } from '../correct.ts'
import { crossOver, lightTogether, showPassage } from '../light-together.ts'
import { markKind, marksOf, markText, spokenKind, type TextSegment } from '../mark-text.ts'
import { Changes } from '../parts/changes.tsx'
import { Chain, Heading, Loaded, Status } from '../parts/common.tsx'
import { Corrected } from '../parts/corrected.tsx'
import { CorrectionForm, type CorrectionFormProps } from '../parts/correction-form.tsx'
import { ReasonForm } from '../parts/reason-form.tsx'
import { actorHref, documentHref, passageHref, storyHref } from '../routes.ts'
import { selectSpan } from '../select-words.ts'
import { useFetched } from '../use-fetched.ts'
import { watchSelection } from '../watch-selection.ts'
import { counted, dayWords, label, MARK_SIGNS, MARK_WORDS, type MarkKind, whenWords } from '../words.ts'

const KINDS: readonly MarkKind[] = ['quoted', 'reported', 'own', 'denied', 'questioned', 'planned']

/** What a person can do with the claims of a document. */
export interface ReaderActs {
  readonly correct: (claim: string) => void
  readonly undo: (change: StatedCorrection) => void
  readonly unlink: (link: LinkJson) => void
}

export interface ReaderProps {
  readonly answer: DocumentAnswer
  /** Null where nothing can be changed. */
  readonly acts?: ReaderActs | null
  /** False for a text that no record has: there is no address of its passages. */
  readonly kept?: boolean
}

/** Claims that people added, as marks and cards have them: their words are all that there is of them in the text. */
function addedClaims(believed: readonly BelievedJson[]): readonly ClaimJson[] {
  return believed
    .filter(({ machine }) => machine === null)
    .map(({ claim, now, evidence }) => ({
      id: claim,
      event: {
        ...{ type: now.type, status: now.status, plover: null, cameo: null, trigger: evidence.span },
        ...{ participants: [], when: null, place: null, channel: null },
      },
      ...{ stance: now.stance, told: [], evidence, confidence: { score: 1, because: 'added by a person' } },
    }))
}

/** The frozen text with its marks beside the cards of the record; each claim has a number, the same on both sides. */
export function ReaderView({ answer, acts = null, kept = true }: ReaderProps): JSX.Element {
  const { document, attributions, record } = answer
  const claims = useMemo(() => [...answer.claims, ...addedClaims(record.believed.claims)], [answer])
  const { text, title, outlet, published, agency } = document
  const sorted = useMemo(
    () =>
      [...claims].sort(
        (a, b) => a.evidence.span.from - b.evidence.span.from || a.evidence.span.to - b.evidence.span.to,
      ),
    [claims],
  )
  const numbers = new Map(sorted.map(({ id }, index) => [id, index + 1]))
  const byId = new Map(attributions.map((one) => [one.id, one]))
  const kinds = new Map(sorted.map((claim) => [claim.id, markKind(claim, byId)]))
  const paragraphs = useMemo(() => markText(text, marksOf(sorted, attributions)), [text, sorted, attributions])
  return (
    <>
      {kept ? (
        <Heading>{title ?? outlet ?? documentName(document.id, record.origin)}</Heading>
      ) : (
        <h2>What was found</h2>
      )}
      <p class="facts">
        <span>{outlet ?? 'outlet not known'}</span>
        {agency !== null && <span>from {agency}</span>}
        <span>{published === null ? 'no date' : dayWords(published)}</span>
        <span>{counted(claims.length, 'claim')}</span>
      </p>
      <Copies answer={answer} />
      <Legend kinds={KINDS.filter((kind) => [...kinds.values()].includes(kind))} />
      {acts !== null && (
        <p class="hint" id="how-to-select">
          Select words to say what they tell: with the mouse, or, with the focus on the text, by ← and →; with Shift for
          more of them, then Enter.
        </p>
      )}
      <div class="reader">
        <article
          class="text"
          aria-label="Text"
          aria-describedby="how-to-select"
          lang={document.language}
          // The arrow keys select words here; what can be selected must be reached.
          tabIndex={acts === null ? -1 : 0}
        >
          {paragraphs.map((segments) => (
            <p key={segments[0]?.from}>
              {segments.map((segment) => (
                <Segment key={segment.from} segment={segment} numbers={numbers} kinds={kinds} />
              ))}
            </p>
          ))}
        </article>
        <section class="cards" aria-label="Record">
          {sorted.length === 0 && <p>Nothing of the record was found in this text.</p>}
          {sorted.map((claim) => (
            <Card
              key={claim.id}
              claim={claim}
              answer={answer}
              kind={kinds.get(claim.id) ?? 'own'}
              number={numbers.get(claim.id) ?? 0}
              numbers={numbers}
              acts={acts}
              kept={kept}
            />
          ))}
        </section>
      </div>
      {record.corrections.length > 0 && (
        <section aria-label="What people changed">
          <h2>What people changed</h2>
          <Changes changes={record.corrections} onUndo={acts?.undo ?? null} />
        </section>
      )}
    </>
  )
}

/** How each kind of words is marked; the signs say it without colour. */
function Legend({ kinds }: { readonly kinds: readonly MarkKind[] }): JSX.Element | null {
  if (kinds.length === 0) return null
  return (
    <ul class="legend" aria-label="How words are marked">
      {kinds.map((kind) => (
        <li key={kind}>
          <span class={`mark ${kind}`}>
            <span aria-hidden="true">{MARK_SIGNS[kind]}</span> words
          </span>{' '}
          {MARK_WORDS[kind]}
        </li>
      ))}
      <li>
        <span class="voice">who</span> <span class="cue">says</span> it
      </li>
    </ul>
  )
}

function Copies({ answer: { record, document } }: { readonly answer: DocumentAnswer }): JSX.Element | null {
  if (record.copies.length === 0) return null
  return (
    <ul class="copies">
      {record.copies.map((copy) => {
        const isCopy = copy.document === document.id
        return (
          <li key={`${copy.document} ${copy.of}`}>
            {isCopy ? 'Copied from ' : 'Copied by '}
            <a href={documentHref(isCopy ? copy.of : copy.document)}>another document</a>: {copy.why}.
          </li>
        )
      })}
    </ul>
  )
}

interface SegmentProps {
  readonly segment: TextSegment
  readonly numbers: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<string, MarkKind>
}

function Segment({ segment, numbers, kinds }: SegmentProps): JSX.Element {
  const { text, claims, voice, cue, begins } = segment
  const [innermost] = segment.kinds
  const classes = [
    innermost ? `mark ${innermost}` : '',
    segment.kinds.length > 1 ? 'several' : '',
    voice ? 'voice' : '',
    cue ? 'cue' : '',
  ].filter((one) => one !== '')
  if (claims.length === 0) return <span data-from={segment.from}>{text}</span>
  return (
    <>
      {begins.map((claim) => {
        const kind = kinds.get(claim) ?? 'own'
        const number = numbers.get(claim) ?? 0
        return (
          <a
            key={claim}
            class={`number ${kind}`}
            id={`words-${claim}`}
            href={`#${encodeURIComponent(claim)}`}
            data-claims={claim}
            data-claim={claim}
            aria-label={`Claim ${number}, ${MARK_WORDS[kind]}`}
          >
            {number}
            <span aria-hidden="true">{MARK_SIGNS[kind]}</span>
          </a>
        )
      })}
      <span class={classes.join(' ')} data-claims={claims.join(' ')} data-from={segment.from}>
        {text}
      </span>
    </>
  )
}

interface CardProps {
  readonly claim: ClaimJson
  readonly answer: DocumentAnswer
  readonly kind: MarkKind
  readonly number: number
  readonly numbers: ReadonlyMap<string, number>
  readonly acts: ReaderActs | null
  readonly kept: boolean
}

/** One claim: what, who, who says so through whom, in which words, how sure. */
function Card({ claim, answer, kind, number, numbers, acts, kept }: CardProps): JSX.Element {
  const { document, attributions, times, record } = answer
  const { event, told, confidence } = claim
  const words = ({ from, to }: SpanJson): string => document.text.slice(from, to)
  const teller = attributions.find(({ id }) => id === told.at(-1)) ?? null
  const time = times.find(({ id }) => id === event.when) ?? null
  const story = record.stories.find((one) => one.claim === claim.id)?.story ?? null
  const believed = record.believed.claims.find((one) => one.claim === claim.id) ?? null
  const actorOf = (id: string | null) => record.actors.find(({ actor }) => actor === id)?.is ?? null
  return (
    <article
      class={`card ${kind}${believed?.withdrawn ? ' withdrawn' : ''}`}
      id={`card-${claim.id}`}
      data-claims={claim.id}
      aria-label={`Claim ${number}`}
    >
      <h2>
        <a
          href={`#${encodeURIComponent(claim.id)}`}
          class={`number ${kind}`}
          data-claim={claim.id}
          aria-label={`Claim ${number}: to its words`}
        >
          {number}
          <span aria-hidden="true">{MARK_SIGNS[kind]}</span>
        </a>{' '}
        {label(event.type)}
      </h2>
      <p class="facts">
        <Status status={event.status} />{' '}
        <span class={`badge ${kind}`}>{MARK_WORDS[kind === 'planned' ? spokenKind(teller) : kind]}</span>
      </p>
      {believed && (
        <Corrected
          believed={believed}
          changes={record.corrections
            .filter(({ correction: { id } }) => believed.corrections.includes(id))
            .map(({ correction: { by, at } }) => ({ author: by.name, at }))}
        />
      )}
      <Chain label="Who says it" steps={believedChain(chainOf(teller, document.outlet), believed)} />
      {teller && <TellingWords teller={teller} words={words} />}
      <dl>
        {event.participants.map(({ role, span, actor }) => {
          const is = actorOf(actor)
          return (
            <div key={`${role} ${span.from}`}>
              <dt>{label(role)}</dt>
              <dd>{is === null ? words(span) : <a href={actorHref(is)}>{words(span)}</a>}</dd>
            </div>
          )
        })}
        {time && (
          <div>
            <dt>When</dt>
            <dd>
              {whenWords(time)} <q>{words(time.span)}</q>
            </dd>
          </div>
        )}
        {event.place && (
          <div>
            <dt>Place</dt>
            <dd>{event.place.name}</dd>
          </div>
        )}
        {event.channel && (
          <div>
            <dt>Channel</dt>
            <dd>
              {label(event.channel.kind)}
              {event.channel.evidence.map((span) => (
                <>
                  {' '}
                  <q key={span.from}>{words(span)}</q>
                </>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Sure</dt>
          <dd>
            {Math.round(confidence.score * 100)} %: {confidence.because}
          </dd>
        </div>
      </dl>
      <Links claim={claim} answer={answer} numbers={numbers} acts={acts} />
      <p class="links">
        {story !== null && <a href={storyHref(story)}>Story</a>}{' '}
        {kept && <a href={documentHref(document.id, claim.id)}>Link to this passage</a>}
        {acts && (
          <button type="button" onClick={() => acts.correct(claim.id)}>
            Correct<span class="hidden"> claim {number}</span>
          </button>
        )}
      </p>
    </article>
  )
}

interface LinksProps {
  readonly claim: ClaimJson
  readonly answer: DocumentAnswer
  readonly numbers: ReadonlyMap<string, number>
  readonly acts: ReaderActs | null
}

/** How the claim hangs together with others, and in which words. */
function Links({ claim, answer, numbers, acts }: LinksProps): JSX.Element | null {
  const { document, links, record } = answer
  const own = links.filter(({ to, from }) => to === claim.id || from === claim.id)
  if (own.length === 0) return null
  const words = ({ from, to }: SpanJson): string => document.text.slice(from, to)
  return (
    <ul class="claim-links" aria-label="Links">
      {own.map((link) => {
        const other = link.to === claim.id ? link.from : link.to
        const isGone = record.believed.unlinked.some((one) => one.link === link.id)
        const name = `${label(link.kind)}${other === null ? '' : `, claim ${numbers.get(other) ?? '?'}`}`
        return (
          <li key={link.id}>
            {isGone ? <s>{name}</s> : name} <q>{words(link.evidence)}</q>{' '}
            {isGone && <span class="badge">taken back by a person</span>}
            {acts && !isGone && (
              <button type="button" onClick={() => acts.unlink(link)}>
                Not so<span class="hidden">: {name}</span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Voices from the outlet to the speaker; the outlet alone where it tells the claim itself. */
function chainOf(teller: AttributionJson | null, outlet: string | null): readonly string[] {
  const steps = teller?.chain.map(({ name }) => name) ?? []
  return steps.length > 0 ? steps : [outlet ?? 'the document']
}

/** The chain with the speaker whom a person named in the place of the one that the machine read. */
function believedChain(steps: readonly string[], believed: BelievedJson | null): readonly string[] {
  if (!believed || believed.now.speaker === (believed.machine?.speaker ?? null)) return steps
  const led = steps.length > 1 ? steps.slice(0, -1) : steps
  return believed.now.speaker === null ? steps.slice(0, 1) : [...led, believed.now.speaker]
}

/** The exact words that say who says it. */
function TellingWords({
  teller: { source, cue, chain },
  words,
}: {
  readonly teller: AttributionJson
  readonly words: (span: SpanJson) => string
}): JSX.Element | null {
  const spans = [...source, ...cue].sort((a, b) => a.from - b.from)
  const through = chain.flatMap(({ by }) => (by === null ? [] : [by]))
  if (spans.length === 0 && through.length === 0) return null
  return (
    <p class="hint">
      Words: <q>{spans.map(words).join(' … ')}</q>
      {through.length > 0 && <>; linked by “{through.join('”, “')}”</>}
    </p>
  )
}

/** The document of an id; the part of the address behind "#" names a claim or a passage, whose words are shown. */
export function ReaderPage({ id }: { readonly id: string }): JSX.Element {
  const [turn, setTurn] = useState(0)
  const fetched = useFetched<DocumentAnswer>(documentAddress(id), turn)
  const again = useCallback(() => setTurn((now) => now + 1), [])
  return (
    <Loaded of={fetched}>{(answer) => <LitReader key={answer.document.id} answer={answer} onChanged={again} />}</Loaded>
  )
}

/** What is asked of a person: nothing, what selected words tell, what of a claim is wrong, why something is taken back. */
type Asked =
  | { readonly what: 'form'; readonly target: Target }
  | { readonly what: 'reason'; readonly body: object; readonly title: string; readonly quote: string }

function LitReader({
  answer,
  onChanged,
}: {
  readonly answer: DocumentAnswer
  readonly onChanged: () => void
}): JSX.Element {
  const root = useRef<HTMLDivElement>(null)
  const [span, setSpan] = useState<SpanJson | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { id, text } = answer.document
  useEffect(() => {
    const element = root.current
    if (!element) return
    const show = (): void => {
      const [, from, to] = /^#p(\d{1,9})-(\d{1,9})$/.exec(window.location.hash) ?? []
      if (from === undefined) showPassage(element, decodeURIComponent(window.location.hash.slice(1)))
      else selectSpan(element, { from: Number(from), to: Number(to) })
    }
    const stops = [lightTogether(element), crossOver(element), watchSelection(element, text, setSpan)]
    window.addEventListener('hashchange', show)
    show()
    return () => {
      for (const stop of stops) stop()
      window.removeEventListener('hashchange', show)
    }
  }, [text])
  const acts = useMemo<ReaderActs>(
    () => ({
      correct(claim) {
        const machine = answer.claims.find((one) => one.id === claim)
        const added = answer.record.believed.claims.find((one) => one.claim === claim)
        const evidence = machine?.evidence ?? added?.evidence
        if (!evidence) return
        const type = machine?.event.type ?? added?.now.type ?? null
        // By the names of the record, by which who is not changed keeps who he is.
        const placed = answer.record.stories.find((one) => one.claim === claim)
        const participants = placed?.participants ?? added?.now.participants ?? []
        setAsked({ what: 'form', target: { ...evidence, claim, type, participants } })
      },
      undo({ correction: { id: of, anchor, change } }) {
        setAsked({
          ...{ what: 'reason', title: `Take back “${changeWords(change)}”`, quote: anchor.quote },
          body: { document: id, quote: anchor.quote, from: anchor.span.from, change: { kind: 'undo', correction: of } },
        })
      },
      unlink({ kind, evidence }) {
        const quote = text.slice(evidence.from, evidence.to)
        setAsked({
          ...{ what: 'reason', title: `The words make no link “${label(kind)}”`, quote },
          body: { document: id, quote, from: evidence.from, change: { kind: 'unlink', link: kind } },
        })
      },
    }),
    [answer, id, text],
  )
  const view = useMemo(() => <ReaderView answer={answer} acts={acts} />, [answer, acts])
  const names = useMemo(() => [...new Set(answer.actors.map(({ name }) => name))], [answer])
  const close = (): void => {
    setAsked(null)
    root.current?.querySelector<HTMLElement>('article.text')?.focus({ preventScroll: true })
  }
  const done = (): void => {
    close()
    onChanged()
  }
  return (
    <>
      <div ref={root}>{view}</div>
      <div class={asked === null && span === null ? 'sheet empty' : 'sheet'} aria-live="polite">
        {asked === null && span !== null && (
          <SelectionBar
            document={id}
            span={span}
            quote={text.slice(span.from, span.to)}
            onAsk={() =>
              setAsked({
                what: 'form',
                target: { span, quote: text.slice(span.from, span.to), claim: null, type: null, participants: [] },
              })
            }
          />
        )}
        {asked?.what === 'form' && (
          <Lazily document={id} target={asked.target} names={names} onDone={done} onCancel={close} />
        )}
        {asked?.what === 'reason' && (
          <ReasonForm title={asked.title} quote={asked.quote} body={asked.body} onDone={done} onCancel={close} />
        )}
      </div>
    </>
  )
}

/** The form, with the types of events that it offers. */
function Lazily(props: Omit<CorrectionFormProps, 'types' | 'kinds'>): JSX.Element {
  const types = useFetched<Listed<TypeRow>>('/api/types')
  const kinds = props.target.claim === null ? WORD_KINDS : CLAIM_KINDS
  return <Loaded of={types}>{({ rows }) => <CorrectionForm {...props} types={rows} kinds={kinds} />}</Loaded>
}

const WORD_KINDS = ['add', 'quotation'] as const
const CLAIM_KINDS = ['set', 'withdraw'] as const

/** What can be done with the words that are selected. */
function SelectionBar({
  document,
  span,
  quote,
  onAsk,
}: {
  readonly document: string
  readonly span: SpanJson
  readonly quote: string
  readonly onAsk: () => void
}): JSX.Element {
  return (
    // The selection must outlive the click.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it
    <div class="selection" onMouseDown={(event) => event.preventDefault()}>
      <q>{quote.length > 120 ? `${quote.slice(0, 119)}…` : quote}</q>
      <span class="buttons">
        <button type="button" id="say-what" onClick={onAsk}>
          Say what they tell
        </button>
        <a href={passageHref(document, span)}>Link to these words</a>
      </span>
    </div>
  )
}
