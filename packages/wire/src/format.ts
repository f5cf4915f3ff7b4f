import type {
  ActorKind,
  AttributionSense,
  ChannelKind,
  Count,
  Diagnostic,
  EventStatus,
  LayerName,
  LinkKind,
  Manner,
  Mention,
  Precision,
  RoleName,
  Score,
  Sector,
  Setting,
  Stance,
  Standing,
  VoiceStance,
} from '@backchannel/core'

/** The version of the format, as the first property of every dossier. */
export const DOSSIER_FORMAT = 'backchannel.dossier/1'

/** Half-open range of UTF-16 code units into `document.text`. */
export interface SpanJson {
  readonly from: number
  readonly to: number
}

/** What read the document: the program's version and the models it used, with the hashes of their weights. */
export interface EngineJson {
  readonly version: string
  readonly models: readonly { readonly name: string; readonly version: string; readonly sha256: string }[]
}

export interface WhenJson {
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
}

export interface DocumentJson {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly carrier: string | null
  /** Not in the contract: the agency that a dateline or a credit names behind `outlet`. */
  readonly agency: string | null
  readonly published: string | null
  /** Not in the contract: the days that `published` means. */
  readonly publishedWhen: WhenJson | null
  readonly url: string | null
  readonly language: string
}

/** A mention of an actor. `id`, `kind` and `token` are not in the contract; `token` counts the reading's words. */
export interface MentionJson {
  readonly id: string
  readonly span: SpanJson
  readonly form: Mention['form']
  readonly kind: ActorKind | null
  readonly token: number
}

export interface ActorJson {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  readonly sector: Sector | null
  readonly roles: readonly { readonly title: string; readonly of: string | null; readonly span: SpanJson }[]
  readonly mentions: readonly MentionJson[]
}

export interface AttributionJson {
  readonly id: string
  readonly source: readonly SpanJson[]
  readonly actor: string | null
  readonly cue: readonly SpanJson[]
  readonly content: readonly SpanJson[]
  readonly manner: Manner
  readonly standing: Standing
  /** Not in the contract: "voice" for saying and showing, "attitude" for wishes, beliefs and plans. */
  readonly sense: AttributionSense
  /** Not in the contract: how the voice stands to its content; absent where it just tells it. */
  readonly stance?: VoiceStance
  readonly within: string | null
  readonly chain: readonly { readonly name: string; readonly actor: string | null; readonly by: string | null }[]
}

export interface ParticipantJson {
  readonly role: RoleName
  readonly span: SpanJson
  readonly head: SpanJson
  readonly actor: string | null
  readonly count: Count | null
  readonly claim: string | null
  readonly includes: readonly string[]
}

export interface EventJson {
  readonly type: string
  readonly plover: { readonly event: string; readonly mode: string | null } | null
  readonly cameo: string | null
  readonly status: EventStatus
  readonly trigger: SpanJson
  readonly participants: readonly ParticipantJson[]
  readonly when: string | null
  readonly place: { readonly span: SpanJson; readonly name: string; readonly country: string | null } | null
  readonly channel: {
    readonly kind: ChannelKind
    readonly setting: Setting
    readonly evidence: readonly SpanJson[]
  } | null
}

export interface ClaimJson {
  readonly id: string
  readonly event: EventJson
  readonly stance: Stance
  readonly told: readonly string[]
  readonly evidence: {
    readonly span: SpanJson
    readonly quote: string
    readonly prefix: string
    readonly suffix: string
  }
  readonly confidence: Score
}

export interface LinkJson {
  readonly id: string
  readonly kind: LinkKind
  readonly from: string | null
  readonly to: string
  readonly words: SpanJson | null
  readonly stance: Stance
  readonly told: readonly string[]
  readonly evidence: SpanJson
}

export interface TimeJson extends WhenJson {
  readonly id: string
  readonly span: SpanJson
}

export interface DiagnosticJson {
  readonly code: string
  readonly severity: Diagnostic['severity']
  readonly message: string
  readonly span: SpanJson | null
  /** Not in the contract: the stage or package that reports it. */
  readonly stage: string
}

/**
 * One dossier as JSON: `schema/dossier.schema.json`, and beside it what the schema leaves free (`sense`, `kind`,
 * `stage`, `publishedWhen`, `looseMentions`, `provenance`), so that nothing found is lost on the way.
 */
export interface DossierJson {
  readonly format: typeof DOSSIER_FORMAT
  readonly engine: EngineJson
  readonly document: DocumentJson
  readonly actors: readonly ActorJson[]
  readonly attributions: readonly AttributionJson[]
  readonly claims: readonly ClaimJson[]
  readonly links: readonly LinkJson[]
  readonly times: readonly TimeJson[]
  readonly diagnostics: readonly DiagnosticJson[]
  /** Mentions that no actor lists, in text order; `actor` is set where they name one all the same. */
  readonly looseMentions: readonly (MentionJson & { readonly actor: string | null })[]
  readonly provenance: readonly {
    readonly stage: string
    readonly version: number
    readonly gives: readonly LayerName[]
  }[]
}
