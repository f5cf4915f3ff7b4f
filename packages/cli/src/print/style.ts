/** What colors a terminal has, from its environment. */
export interface ColorEnvironment {
  readonly NO_COLOR?: string | undefined
  readonly FORCE_COLOR?: string | undefined
  readonly TERM?: string | undefined
}

/**
 * Whether to print colors: never with NO_COLOR (https://no-color.org), always with FORCE_COLOR other than 0 and false,
 * else where the output is a terminal that is not dumb.
 */
export function wantsColor(environment: ColorEnvironment, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal && TERM !== 'dumb'
}

export type Tone = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

/** SGR codes to start and end a tone (ECMA-48). */
const CODES: Readonly<Record<Tone, readonly [start: number, end: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
}

/** Puts a tone on a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string

/** A paint for terminals with colors, or one that does nothing. */
export function createPaint(color: boolean): Paint {
  if (!color) return (_tone, text) => text
  return (tone, text) => {
    const [start, end] = CODES[tone]
    return text === '' ? '' : `\u001b[${start}m${text}\u001b[${end}m`
  }
}
