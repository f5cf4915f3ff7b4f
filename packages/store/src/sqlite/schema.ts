/** The tables as Kysely sees them: see migrations/0001-record.ts to 0004-differs.ts. */
export interface Tables {
  readonly raw: {
    readonly row: number
    readonly sha256: string
    readonly media_type: string
    readonly size: number
    readonly bytes: Buffer
  }
  readonly provenance: {
    readonly row: number
    readonly extractor: string
    readonly extractor_version: string
    readonly pipeline: string
  }
  readonly document: {
    readonly arrival: number
    readonly id: string
    readonly provenance: number
    readonly raw: number | null
    readonly found: string
    readonly origin: string
    readonly outlet: string | null
    readonly earliest: string | null
    readonly latest: string | null
    readonly hash: Buffer
    readonly data: Buffer
    readonly text: Buffer
    readonly findings: Buffer
  }
  readonly item: {
    readonly origin: string
    readonly sha256: string | null
    readonly state: string
    readonly document: string | null
    readonly error: string | null
    readonly found: string
  }
  readonly sketch: { readonly document: number; readonly sketch: Buffer; readonly keys: Buffer }
  readonly actor: {
    readonly row: number
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly country: string | null
    readonly sector: string | null
    readonly documents: number
    readonly keys: Buffer
  }
  readonly profile: {
    readonly document: number
    readonly actor: string
    readonly owner: number
    readonly position: number
    readonly data: string
  }
  readonly member: {
    readonly document: number
    readonly position: number
    readonly actor: string
    readonly owner: number
    readonly strand: string | null
  }
  readonly actor_name: { readonly actor: number; readonly name: string }
  readonly story: {
    readonly row: number
    readonly id: string
    readonly type: string
    readonly status: string
    readonly earliest: string | null
    readonly latest: string | null
    readonly day: string
    readonly low: number
    /** 1 where tellings differ, 0 where they do not. */
    readonly differs: number
    /** Null while reports were placed in a story that is not saved yet; never after a write. */
    readonly data: Buffer | null
  }
  readonly story_alias: { readonly id: string; readonly story: number; readonly strand: string }
  readonly claim: {
    readonly row: number
    readonly document: number
    readonly id: string
    readonly start: number
    readonly stop: number
  }
  readonly report: {
    readonly row: number
    readonly story: number
    readonly type: string
    readonly status: string
    readonly channel: string | null
    readonly outlet: string | null
    readonly earliest: string | null
    readonly latest: string | null
    readonly day: string
    readonly data: Buffer
  }
  readonly facet: { readonly kind: number; readonly value: string; readonly story: number; readonly report: number }
  readonly quote: { readonly row: number; readonly document: number; readonly id: string; readonly spans: string }
  readonly key: { readonly kind: number; readonly key: string; readonly owner: number }
  readonly copy: { readonly document: number; readonly original: number; readonly data: string }
  readonly judgement: {
    readonly row: number
    readonly about: string
    readonly first: string
    readonly second: string
    readonly data: string
  }
  readonly correction: {
    readonly row: number
    readonly id: string
    readonly document: string
    readonly data: string
  }
  readonly setting: { readonly key: string; readonly value: string }
}
