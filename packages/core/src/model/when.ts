/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string

export type Precision = 'minute' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'vague'

/**
 * First and last day it may have been, both inclusive, and how fine the text was. "In May" is a whole, honest date.
 * Null where it cannot be resolved, for instance because the publication date is unknown.
 */
export interface When {
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
  readonly precision: Precision
}
