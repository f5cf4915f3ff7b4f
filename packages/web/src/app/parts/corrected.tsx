import type { BelievedJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { valueWords } from '../correct.ts'
import { dayWords, label } from '../words.ts'

const FIELDS = ['type', 'status', 'stance', 'speaker', 'when', 'place', 'channel', 'participants'] as const

export interface CorrectedProps {
  readonly believed: Pick<BelievedJson, 'machine' | 'now' | 'withdrawn' | 'checked'>
  /** Who changed it, the earliest first. */
  readonly changes: readonly { readonly author: string; readonly at: string }[]
}

/** What people made of a claim: by whom and when, each field before and after, said in words and by a sign. */
export function Corrected({ believed, changes }: CorrectedProps): JSX.Element {
  const { now, machine, withdrawn, checked } = believed
  const changed = FIELDS.filter(
    (field) => machine !== null && JSON.stringify(now[field]) !== JSON.stringify(machine[field]),
  )
  const isChanged = changed.length > 0 || withdrawn || machine === null
  const by = changes.map(({ author, at }) => `${author} on ${dayWords(at)}`)
  const who = by.filter((one, at) => by.indexOf(one) === at).join(', ')
  return (
    <ul class="believed" aria-label="What people say of it">
      {isChanged && (
        <li>
          <CorrectedMark /> {who !== '' && `by ${who}`}
        </li>
      )}
      {withdrawn && <li class="denied-mark">Withdrawn: the words do not tell this</li>}
      {machine === null && (
        <li>
          Added by a person{now.speaker !== null && `; told by ${now.speaker}`}
          {now.participants.length > 0 && `; ${valueWords(now.participants)}`}
        </li>
      )}
      {changed.map((field) => (
        <li key={field}>
          {label(field)}: <span class="hidden">before </span>
          <del>{valueWords(machine?.[field])}</del> <span aria-hidden="true">→</span>
          <span class="hidden">, after</span> <ins>{valueWords(now[field])}</ins>
        </li>
      ))}
      {checked !== null && (
        <li>
          {checked === 'accept' ? '✓ read by a person and accepted' : '? read by a person, not sure'}
          {!isChanged && who !== '' && `: ${who}`}
        </li>
      )}
    </ul>
  )
}

/** That people corrected something, by sign and word, and who did where that is known; nothing where `by` is nobody. */
export function CorrectedMark({ by }: { readonly by?: readonly string[] }): JSX.Element | null {
  if (by?.length === 0) return null
  return (
    <span class="badge corrected-mark">
      <span aria-hidden="true">✎</span> corrected{by && ` by ${by.join(', ')}`}
    </span>
  )
}
