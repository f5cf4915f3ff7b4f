import { CHANNEL_KINDS, EVENT_STATUSES, STANCES } from '@backchannel/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TypeRow } from '../api.ts'
import { changeOf, type Draft, FIELDS, type Field, type Target } from '../correct.ts'
import { label } from '../words.ts'
import { ParticipantRows } from './participant-rows.tsx'
import { WriteForm } from './write-form.tsx'

const KIND_WORDS: Readonly<Record<Draft['kind'], string>> = {
  set: 'A field of the claim is another',
  withdraw: 'The words do not tell this',
  add: 'A new statement',
  quotation: 'These words are one quotation',
}

export interface CorrectionFormProps {
  readonly document: string
  readonly target: Target
  readonly types: readonly TypeRow[]
  readonly kinds: readonly Draft['kind'][]
  /** Names to choose participants from: those of the document. */
  readonly names: readonly string[]
  /** With the id of the correction. */
  readonly onDone: (correction: string) => void
  readonly onCancel: () => void
}

const EMPTY: Omit<Draft, 'kind' | 'participants'> = {
  ...{ field: 'status', type: '', status: 'happened', stance: 'asserts', channel: 'unknown' },
  ...{ speaker: '', place: '', from: '', to: '' },
}

/** What is wrong with a claim, or what words tell: the change, its author and the reason, sent as one correction. */
export function CorrectionForm(props: CorrectionFormProps): JSX.Element {
  const { document, target, types, kinds, names, onDone, onCancel } = props
  const [draft, setDraft] = useState<Draft>({
    ...EMPTY,
    kind: kinds[0] ?? 'add',
    participants: target.claim === null ? [{ role: '', name: '' }] : target.participants,
  })
  const set = (parts: Partial<Draft>): void => setDraft({ ...draft, ...parts })
  const bodyOf = (): { readonly body: object } | { readonly why: string } => {
    const made = changeOf(draft)
    if ('why' in made) return made
    const { quote, span, type } = target
    const of = draft.kind === 'set' || draft.kind === 'withdraw' ? { ...(type !== null && { type }) } : {}
    return { body: { document, quote, from: span.from, ...of, ...made } }
  }
  const title = target.claim === null ? 'What do these words tell?' : 'Correct this claim'
  return (
    <WriteForm title={title} quote={target.quote} bodyOf={bodyOf} onDone={onDone} onCancel={onCancel}>
      <label>
        Change
        <select
          value={draft.kind}
          // An option's value is one of the kinds.
          onChange={(event) => set({ kind: event.currentTarget.value as Draft['kind'] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'set' && (
        <label>
          Field
          <select
            value={draft.field}
            // As above.
            onChange={(event) => set({ field: event.currentTarget.value as Field })}
          >
            {FIELDS.map((field) => (
              <option key={field} value={field}>
                {label(field)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Values draft={draft} types={types} set={set} claimType={target.type} names={names} />
    </WriteForm>
  )
}

interface ValuesProps {
  readonly draft: Draft
  readonly types: readonly TypeRow[]
  readonly set: (parts: Partial<Draft>) => void
  /** The type of the claim that is corrected; null for words that are none yet. */
  readonly claimType: string | null
  /** Names of the document. */
  readonly names: readonly string[]
}

/** The inputs of what the change sets. */
function Values({ draft, types, set, claimType, names }: ValuesProps): JSX.Element {
  const { kind, field } = draft
  const asks = (name: Field): boolean =>
    kind === 'set'
      ? field === name
      : kind === 'add'
        ? ['type', 'status', 'stance', 'speaker', 'when', 'participants'].includes(name)
        : kind === 'quotation' && name === 'speaker'
  const choice = (name: 'status' | 'stance' | 'channel', values: readonly string[]): JSX.Element => (
    <label>
      {label(name)}
      <select value={draft[name]} onChange={(event) => set({ [name]: event.currentTarget.value })}>
        {values.map((one) => (
          <option key={one} value={one}>
            {label(one)}
          </option>
        ))}
      </select>
    </label>
  )
  const type = kind === 'add' ? draft.type : claimType
  const roles = types.find(({ name }) => name === type)?.roles ?? []
  return (
    <div class="values">
      {asks('type') && (
        <label>
          Type
          <select value={draft.type} onChange={(event) => set({ type: event.currentTarget.value })}>
            <option value="">Choose one</option>
            {types.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      )}
      {asks('status') && choice('status', EVENT_STATUSES)}
      {asks('stance') && choice('stance', STANCES)}
      {asks('channel') && choice('channel', CHANNEL_KINDS)}
      {asks('speaker') && (
        <label>
          Speaker{kind === 'quotation' ? ' (empty: nobody who is named)' : ' (empty: the outlet itself)'}
          <input
            type="text"
            maxLength={300}
            value={draft.speaker}
            onInput={(event) => set({ speaker: event.currentTarget.value })}
          />
        </label>
      )}
      {asks('place') && (
        <label>
          Place (empty: none)
          <input
            type="text"
            maxLength={300}
            value={draft.place}
            onInput={(event) => set({ place: event.currentTarget.value })}
          />
        </label>
      )}
      {asks('when') && (
        <p class="fields">
          <label>
            Not before
            <input type="date" value={draft.from} onInput={(event) => set({ from: event.currentTarget.value })} />
          </label>
          <label>
            Not after
            <input type="date" value={draft.to} onInput={(event) => set({ to: event.currentTarget.value })} />
          </label>
        </p>
      )}
      {asks('participants') && (
        <ParticipantRows
          rows={draft.participants}
          roles={roles}
          names={names}
          onRows={(participants) => set({ participants })}
        />
      )}
    </div>
  )
}
