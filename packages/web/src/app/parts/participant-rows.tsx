import { ROLE_NAMES } from '@backchannel/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ParticipantRow } from '../correct.ts'
import { label } from '../words.ts'

export interface ParticipantRowsProps {
  readonly rows: readonly ParticipantRow[]
  /** Roles of the type of event, offered first. */
  readonly roles: readonly string[]
  /** Names to choose from; any other can be written too. */
  readonly names: readonly string[]
  readonly onRows: (rows: readonly ParticipantRow[]) => void
}

const EMPTY_ROW: ParticipantRow = { role: '', name: '' }

/** Who takes part: a row each, with a role to choose and a name to write or choose; rows are added and removed by buttons. */
export function ParticipantRows({ rows, roles, names, onRows }: ParticipantRowsProps): JSX.Element {
  const root = useRef<HTMLFieldSetElement>(null)
  /** The row whose role, or the button, gets the focus with the next picture. */
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const roleFields = root.current?.querySelectorAll<HTMLElement>('select') ?? []
    const field = roleFields[wanted.current] ?? root.current?.querySelector<HTMLElement>('.add-row')
    wanted.current = null
    field?.focus()
  }, [rows])
  const change = (at: number, parts: Partial<ParticipantRow>): void =>
    onRows(rows.map((row, nth) => (nth === at ? { ...row, ...parts } : row)))
  const others = ROLE_NAMES.filter((role) => !roles.includes(role))
  const option = (role: string): JSX.Element => (
    <option key={role} value={role}>
      {label(role)}
    </option>
  )
  return (
    <fieldset class="participants" ref={root}>
      <legend>Participants</legend>
      <datalist id="participant-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rows.length === 0 && <p class="hint">Nobody so far.</p>}
      {rows.map((row, at) => (
        // Rows have nothing but their place to tell them apart.
        <p class="fields" key={at}>
          <label>
            <span>
              Role<span class="hidden"> of participant {at + 1}</span>
            </span>
            <select value={row.role} onChange={(event) => change(at, { role: event.currentTarget.value })}>
              <option value="">Choose one</option>
              {roles.length === 0 ? (
                others.map(option)
              ) : (
                <>
                  <optgroup label="Of this type">{roles.map(option)}</optgroup>
                  <optgroup label="Others">{others.map(option)}</optgroup>
                </>
              )}
            </select>
          </label>
          <label>
            <span>
              Name<span class="hidden"> of participant {at + 1}</span>
            </span>
            <input
              type="text"
              list="participant-names"
              maxLength={300}
              value={row.name}
              onInput={(event) => change(at, { name: event.currentTarget.value })}
            />
          </label>
          <button
            type="button"
            onClick={() => {
              wanted.current = Math.max(0, at - 1)
              onRows(rows.filter((_, nth) => nth !== at))
            }}
          >
            Remove<span class="hidden"> participant {at + 1}</span>
          </button>
        </p>
      ))}
      <button
        type="button"
        class="add-row"
        onClick={() => {
          wanted.current = rows.length
          onRows([...rows, EMPTY_ROW])
        }}
      >
        Add a participant
      </button>
    </fieldset>
  )
}
