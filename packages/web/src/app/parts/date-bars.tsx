import type { DateBarJson, DatesJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { counted, dayWords } from '../words.ts'

export interface DateBarsProps {
  readonly dates: DatesJson
  /** Address of the list for the days of a bar. */
  readonly hrefOf: (bar: DateBarJson) => string
}

/** Units of the picture: its height, and the width of a bar with its gap. */
const HEIGHT = 60
const STEP = 10

/**
 * How many stories there are by date: a full bar for those that are sure, a hollow one on top for what those add that may lie
 * elsewhere too. The same as a list, for who does not see the picture or point at it.
 */
export function DateBars({ dates: { unit, bars, undated, open }, hrefOf }: DateBarsProps): JSX.Element {
  const most = Math.max(1, ...bars.map(({ sure, soft }) => sure + soft))
  const tall = (stories: number): number => (stories * HEIGHT) / most
  return (
    <div class="dates">
      {bars.length > 1 && (
        <svg viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((bar, at) => {
            const sure = tall(bar.sure)
            const soft = tall(bar.soft)
            return (
              <a key={bar.from} href={hrefOf(bar)} tabindex={-1}>
                <title>{`${daysOf(bar)}: ${amount(bar)}`}</title>
                <rect class="ground" x={at * STEP} y="0" width={STEP} height={HEIGHT} />
                <rect class="sure" x={at * STEP + 1} y={HEIGHT - sure} width={STEP - 2} height={sure} />
                <rect class="soft" x={at * STEP + 1} y={HEIGHT - sure - soft} width={STEP - 2} height={soft} />
              </a>
            )
          })}
        </svg>
      )}
      {bars.length > 0 && (
        <details>
          <summary>By {unit}, as a list</summary>
          <ul>
            {bars
              .filter(({ sure, soft }) => sure + soft > 0)
              .map((bar) => (
                <li key={bar.from}>
                  <a href={hrefOf(bar)}>{daysOf(bar)}</a> <span class="count">{amount(bar)}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
      <p class="hint">
        Hollow: vague dates, spread over the days that they may be.
        {open > 0 && ` ${counted(open, 'story', 'stories')} with one bound only: there.`}
        {undated > 0 && ` ${counted(undated, 'story', 'stories')} without a date: in no bar.`}
      </p>
    </div>
  )
}

function daysOf({ from, to }: DateBarJson): string {
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`
}

/** "3", "3 and about 0.5", "about 2". */
function amount({ sure, soft }: DateBarJson): string {
  const about = `about ${soft < 10 ? Math.round(soft * 10) / 10 : Math.round(soft)}`
  if (soft === 0) return String(sure)
  return sure === 0 ? about : `${sure} and ${about}`
}
