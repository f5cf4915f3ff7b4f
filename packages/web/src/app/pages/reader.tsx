import type { AttributionJson, ClaimJson, SpanJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type DocumentAnswer, documentAddress } from '../api.ts'
import { crossOver, lightTogether, showPassage } from '../light-together.ts'
import { markKind, marksOf, markText, spokenKind, type TextSegment } from '../mark-text.ts'
import { Chain, Heading, Loaded, Status } from '../parts/common.tsx'
import { actorHref, documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, dayWords, label, MARK_SIGNS, MARK_WORDS, type MarkKind, whenWords } from '../words.ts'

const KINDS: readonly MarkKind[] = ['quoted', 'reported', 'own', 'denied', 'questioned', 'planned']

/** The frozen text with its marks beside the cards of the record; each claim has a number, the same on both sides. */
export function ReaderView({ answer }: { readonly answer: DocumentAnswer }): JSX.Element {
  const { document, claims, attributions } = answer
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
      <Heading>{title ?? outlet ?? 'Document'}</Heading>
      <p class="facts">
        <span>{outlet ?? 'outlet not known'}</span>
        {agency !== null && <span>from {agency}</span>}
        <span>{published === null ? 'no date' : dayWords(published)}</span>
        <span>{counted(claims.length, 'claim')}</span>
      </p>
      <Copies answer={answer} />
      <Legend kinds={KINDS.filter((kind) => [...kinds.values()].includes(kind))} />
      <div class="reader">
        <article class="text" aria-label="Text" lang={document.language}>
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
            />
          ))}
        </section>
      </div>
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
  if (claims.length === 0) return <>{text}</>
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
      <span class={classes.join(' ')} data-claims={claims.join(' ')}>
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
}

/** One claim: what, who, who says so through whom, in which words, how sure. */
function Card({ claim, answer, kind, number }: CardProps): JSX.Element {
  const { document, attributions, times, record } = answer
  const { event, told, confidence } = claim
  const words = ({ from, to }: SpanJson): string => document.text.slice(from, to)
  const teller = attributions.find(({ id }) => id === told.at(-1)) ?? null
  const time = times.find(({ id }) => id === event.when) ?? null
  const story = record.stories.find((one) => one.claim === claim.id)?.story ?? null
  const actorOf = (id: string | null) => record.actors.find(({ actor }) => actor === id)?.is ?? null
  return (
    <article class={`card ${kind}`} id={`card-${claim.id}`} data-claims={claim.id} aria-label={`Claim ${number}`}>
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
      <Chain label="Who says it" steps={chainOf(teller, document.outlet)} />
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
      <p class="links">
        {story !== null && <a href={storyHref(story)}>Story</a>}{' '}
        <a href={documentHref(document.id, claim.id)}>Link to this passage</a>
      </p>
    </article>
  )
}

/** Voices from the outlet to the speaker; the outlet alone where it tells the claim itself. */
function chainOf(teller: AttributionJson | null, outlet: string | null): readonly string[] {
  const steps = teller?.chain.map(({ name }) => name) ?? []
  return steps.length > 0 ? steps : [outlet ?? 'the document']
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

/** The document of an id; the part of the address behind "#" names a claim, whose words are shown. */
export function ReaderPage({ id }: { readonly id: string }): JSX.Element {
  const fetched = useFetched<DocumentAnswer>(documentAddress(id))
  return <Loaded of={fetched}>{(answer) => <LitReader key={answer.document.id} answer={answer} />}</Loaded>
}

function LitReader({ answer }: { readonly answer: DocumentAnswer }): JSX.Element {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const show = () => showPassage(element, decodeURIComponent(window.location.hash.slice(1)))
    const stops = [lightTogether(element), crossOver(element)]
    window.addEventListener('hashchange', show)
    show()
    return () => {
      for (const stop of stops) stop()
      window.removeEventListener('hashchange', show)
    }
  }, [])
  const view = useMemo(() => <ReaderView answer={answer} />, [answer])
  return <div ref={root}>{view}</div>
}
