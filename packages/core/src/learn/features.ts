/** Rows of each of the affix tables. */
export const AFFIX_ROWS = 4096
/** Affix tables: prefixes of 1 and 3, suffixes of 2, 3 and 4 code units, and the shape. */
export const AFFIX_TABLES = 6
/** Of longer forms only this many UTF-16 code units are looked at. */
const LONGEST_FORM = 64
/** FNV-1a, 32 bit (Fowler, Noll, Vo; draft-eastlake-fnv). */
const FNV_BASIS = 2166136261
const FNV_PRIME = 16777619

const units = new Uint16Array(LONGEST_FORM)
const signs = new Uint16Array(LONGEST_FORM)

/**
 * Writes the rows of a form's six affixes, each with its table's base added, to `out` from `at` on. The keys are the
 * UTF-16 code units as docs/reference/model-format.md says, the form as it is written.
 */
export function affixRows(form: string, out: Int32Array, at = 0): void {
  const length = Math.min(form.length, LONGEST_FORM)
  for (let i = 0; i < length; i++) units[i] = form.charCodeAt(i)
  out[at] = hashRow(units, 0, Math.min(1, length))
  out[at + 1] = AFFIX_ROWS + hashRow(units, 0, Math.min(3, length))
  out[at + 2] = 2 * AFFIX_ROWS + hashRow(units, Math.max(0, length - 2), length)
  out[at + 3] = 3 * AFFIX_ROWS + hashRow(units, Math.max(0, length - 3), length)
  out[at + 4] = 4 * AFFIX_ROWS + hashRow(units, Math.max(0, length - 4), length)
  out[at + 5] = 5 * AFFIX_ROWS + hashRow(signs, 0, writeShape(length))
}

/** Fills `signs` with the shape of `units`: X, x, d or the unit itself, at most two of a run. Returns its length. */
function writeShape(length: number): number {
  let written = 0
  for (let i = 0; i < length; i++) {
    const sign = shapeSign(units[i]!)
    if (written < 2 || signs[written - 1] !== sign || signs[written - 2] !== sign) signs[written++] = sign
  }
  return written
}

const UPPER = 88 // X
const LOWER = 120 // x
const DIGIT = 100 // d

function shapeSign(unit: number): number {
  if (unit >= 97 && unit <= 122) return LOWER
  if (unit >= 65 && unit <= 90) return UPPER
  if (unit >= 48 && unit <= 57) return DIGIT
  if (unit < 128) return unit
  const char = String.fromCharCode(unit)
  const upper = char.toUpperCase()
  const lower = char.toLowerCase()
  if (upper === char && lower !== char) return UPPER
  if (lower === char && upper !== char) return LOWER
  return unit
}

function hashRow(key: Uint16Array, from: number, to: number): number {
  let hash = FNV_BASIS
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ (key[i]! & 255), FNV_PRIME)
    hash = Math.imul(hash ^ (key[i]! >> 8), FNV_PRIME)
  }
  return (hash >>> 0) % AFFIX_ROWS
}
