import type {
  ActorKind,
  ChannelKind,
  CopyKind,
  Correction,
  EventStatus,
  Judgement,
  LinkKind,
  Setting,
  Stance,
  Standing,
} from '@backchannel/core'
import type { WhenJson } from './format.ts'
import type { CustodyJson } from './views.ts'

// The shapes that the record's commands print with --json: contract/README.md, "The record's commands". More properties
// may be added anywhere; none is changed or dropped.

/** One line of `ingest --json` for one thing taken in. */
export interface IngestItemJson {
  readonly origin: string
  readonly state: 'new' | 'updated' | 'skipped' | 'failed'
  readonly document: string | null
  readonly outlet: string | null
  readonly title: string | null
  /** What it is a copy of, where it is one. */
  readonly copyOf: string | null
  /** Why it was skipped; null otherwise. */
  readonly reason: string | null
  readonly error: { readonly code: string; readonly message: string } | null
}

/** The last line of `ingest --json`. */
export interface IngestDoneJson {
  readonly done: true
  /** Documents in the store now. */
  readonly documents: number
  readonly new: number
  /** Read again: the text had changed, or a newer pipeline read it. */
  readonly updated: number
  readonly skipped: number
  readonly failed: number
  readonly seconds: number
}

export interface StoryJson {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly when: WhenJson | null
  readonly status: EventStatus
  readonly documents: readonly string[]
  readonly claims: readonly { readonly document: string; readonly claim: string }[]
  readonly roots: { readonly low: number; readonly high: number }
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  /** True where every outlet that told it has withdrawn it. */
  readonly withdrawn: boolean
  /** Why its claims are taken for one happening. */
  readonly because: { readonly score: number; readonly because: string }
  /** Who corrected claims of it, or withdrew some from it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

export interface RootJson {
  readonly name: string
  readonly kind: 'speaker' | 'outlet' | 'document' | 'anonymous'
  readonly documents: readonly string[]
}

export interface SourcesJson {
  readonly story: string
  readonly low: number
  readonly high: number
  /** The count in a sentence. */
  readonly sentence: string
  readonly roots: readonly RootJson[]
  readonly copies: readonly {
    readonly document: string
    readonly of: string
    readonly how: CopyKind
    readonly score: number
    readonly why: string
  }[]
  readonly collapsed: readonly { readonly documents: readonly string[]; readonly into: string; readonly why: string }[]
  readonly loops: readonly (readonly string[])[]
  /** Those who deny it, counted apart. */
  readonly denied: { readonly low: number; readonly high: number; readonly roots: readonly RootJson[] }
  /** Those who do not count any more, because what rested on them was withdrawn, and what each document has to do with it. */
  readonly withdrawn: {
    readonly low: number
    readonly high: number
    readonly roots: readonly RootJson[]
    readonly why: readonly { readonly document: string; readonly why: string }[]
  }
  /** Corrections and withdrawals by outlets, with their words. */
  readonly notices: readonly NoticeJson[]
}

export interface AccountsJson {
  readonly story: string
  readonly fields: readonly AccountFieldJson[]
  /** Corrections and withdrawals by outlets, with their words. */
  readonly notices: readonly NoticeJson[]
  /** Reports that rested on words which an outlet has since corrected or withdrawn. */
  readonly shaken: readonly {
    readonly document: string
    readonly claim: string
    /** The document that carries the notice. */
    readonly by: string
    readonly why: string
  }[]
}

/** A story whose tellings cannot all be true, with the fields in which they differ. */
export interface DisagreementJson extends AccountsJson {
  readonly title: string
  /** Who corrected claims of it, whichever field, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

export interface AccountFieldJson {
  readonly field: string
  readonly values: readonly {
    readonly value: string
    readonly told: readonly string[]
    readonly documents: readonly string[]
    readonly quote: string
    /** True where all who told it have withdrawn or corrected it. */
    readonly takenBack: boolean
    /** Who set the value, or who tells it, by name; empty where it is the machine's. */
    readonly correctedBy: readonly string[]
  }[]
  /** True where all values that stand can be true together. */
  readonly agree: boolean
}

export interface NoticeJson {
  readonly document: string
  readonly kind: string
  readonly quote: string
  readonly old: string | null
  readonly new: string | null
  /** The outlet whose words are taken back. */
  readonly outlet: string | null
  /** The document that is meant, where the notice names it. */
  readonly of: string | null
}

export interface RecordActorJson {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly kind: ActorKind
  readonly country: string | null
  readonly documents: readonly string[]
  readonly offices: readonly { readonly title: string; readonly of: string | null }[]
}

export interface EngagementStoryJson {
  readonly story: string
  readonly type: string
  readonly title: string
  readonly when: WhenJson | null
  readonly status: EventStatus
  readonly channel: ChannelKind
  readonly setting: Setting
  readonly place: string | null
  readonly parties: readonly { readonly name: string; readonly role: string; readonly country: string | null }[]
  readonly documents: readonly string[]
  readonly roots: { readonly low: number; readonly high: number }
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

export interface TimelineEntryJson {
  readonly when: WhenJson | null
  readonly story: string
  readonly type: string
  readonly title: string
  readonly status: EventStatus
  readonly documents: number
  readonly roots: { readonly low: number; readonly high: number }
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  /** Of engagements, as most tellings have it; null for what is none. */
  readonly channel: ChannelKind | null
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

/** Somebody in the network of who did what with whom. */
export interface NetworkNodeJson {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  /** Happenings of the network that somebody is in. */
  readonly stories: number
}

/** One happening between two; `evidence` are the words of its first telling that names both, or of its first. */
export interface NetworkEdgeJson {
  readonly story: string
  readonly source: string
  readonly target: string
  /** False for what both do, as a meeting. */
  readonly directed: boolean
  readonly type: string
  /** What the target is in it. */
  readonly role: string
  readonly title: string
  readonly status: EventStatus
  readonly when: WhenJson | null
  readonly roots: { readonly low: number; readonly high: number }
  readonly evidence: { readonly document: string; readonly claim: string; readonly quote: string }
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

export interface NetworkJson {
  readonly nodes: readonly NetworkNodeJson[]
  readonly edges: readonly NetworkEdgeJson[]
  /** Stories that pass the filter, and how many of them, the latest, were looked at. */
  readonly stories: number
  readonly looked: number
}

/** A place of the map with what happened there. */
export interface MapPlaceJson {
  readonly name: string
  readonly country: string
  readonly latitude: number
  readonly longitude: number
  /** What the coordinates are of: a region stands at its main city, a country at the middle of its cities. */
  readonly precision: 'city' | 'region' | 'country'
  readonly score: number
  readonly because: string
  readonly stories: readonly MapStoryJson[]
}

export interface MapStoryJson {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly status: EventStatus
  readonly when: WhenJson | null
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

export interface MapJson {
  /** Those of most stories first. */
  readonly places: readonly MapPlaceJson[]
  /** Names of places that are not on the map: the gazetteer has none of the name, or several and nothing tells which. */
  readonly unlocated: readonly {
    readonly name: string
    readonly country: string | null
    readonly stories: readonly MapStoryJson[]
  }[]
  /** Stories of which no telling says where. */
  readonly placeless: number
  readonly stories: number
  readonly looked: number
}

/** A value that stories can be narrowed by. */
export interface FacetValueJson {
  /** As a filter takes it. */
  readonly value: string
  /** What a person calls it. */
  readonly name: string
  /** Stories that pass all the other conditions and have it; null where it was chosen and is not among those counted. */
  readonly stories: number | null
}

export interface FacetJson {
  /** Those of most stories first. */
  readonly values: readonly FacetValueJson[]
  /** Values that there are. */
  readonly total: number
}

/** One bar of a histogram of dates; `from` and `to` are its first and last day. */
export interface DateBarJson {
  readonly from: string
  readonly to: string
  /** Stories all of whose possible days lie here. */
  readonly sure: number
  /** What stories that may lie elsewhere too add: of each, the part of its days that lies here. */
  readonly soft: number
}

export interface DatesJson {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'
  readonly bars: readonly DateBarJson[]
  /** Stories without any date: in no bar. */
  readonly undated: number
  /** Stories with one bound only: they count softly where it is. */
  readonly open: number
}

/** What stories can be narrowed by, counted before they are listed. */
export interface FacetsJson {
  /** Stories that pass the filter. */
  readonly stories: number
  readonly type: FacetJson
  readonly channel: FacetJson
  readonly status: FacetJson
  readonly country: FacetJson
  readonly actor: FacetJson
  readonly outlet: FacetJson
  readonly speaker: FacetJson
  readonly dates: DatesJson
  /** How many stories have at least so many independent roots. */
  readonly independence: readonly { readonly roots: number; readonly stories: number }[]
}

export interface SearchHitJson {
  readonly kind: 'article' | 'quote' | 'claim'
  readonly document: string
  readonly outlet: string | null
  readonly title: string | null
  readonly id: string | null
  readonly story: string | null
  /** What the document is called: its title, else its outlet, else its file name or address. */
  readonly name: string
  readonly snippet: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
  /** True for a claim that a person withdrew: the words do not tell it. */
  readonly rejected: boolean
  /** Of a claim who corrected or withdrew it, by name; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

/** One telling of a story, as `story ID --json` lists them. */
export interface ReportJson {
  readonly document: string
  readonly claim: string
  readonly outlet: string | null
  readonly status: EventStatus
  readonly stance: Stance
  readonly told: readonly { readonly name: string; readonly standing: Standing; readonly through: readonly string[] }[]
  /** When it was, as this telling has it. */
  readonly when: WhenJson | null
  readonly quote: string
  readonly confidence: number
}

/** A claim about what a story tells, such as a request for it or its refusal; or what the story itself asks for. */
export interface AskJson {
  /** `asks` is about the story; `asked` is what the story is about. */
  readonly way: 'asks' | 'asked'
  readonly type: string
  readonly status: EventStatus
  readonly stance: Stance
  /** Who asks, offers, refuses; null where the words do not say. */
  readonly by: string | null
  /** Who says so, outermost first; empty where the document does. */
  readonly told: readonly string[]
  readonly quote: string
  readonly document: string
  readonly claim: string
  /** The story that tells of it. */
  readonly story: string | null
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

/** What a teller ties a story to: a cause, a return, a sequence. */
export interface TieJson {
  readonly kind: LinkKind
  readonly stance: Stance
  /** `to` where it leads to the story, as a cause does; `from` where it leads from the story to something else. */
  readonly way: 'to' | 'from'
  /** The other end in words. */
  readonly words: string
  /** The words that tie them. */
  readonly quote: string
  readonly told: readonly string[]
  readonly document: string
  readonly claim: string
  /** The story of the other end, where it is one. */
  readonly story: string | null
}

/** Something that happened to the same actors after a story. */
export interface FollowedStoryJson {
  readonly story: string
  readonly title: string
  readonly type: string
  readonly status: EventStatus
  /** Days after it, at least and at most. */
  readonly days: { readonly low: number; readonly high: number }
}

/** What came after a story: what somebody claims that it caused, and apart from it what followed. */
export interface FollowedJson {
  readonly story: string
  /** Days that were looked at. */
  readonly within: number
  readonly claimed: readonly TieJson[]
  readonly followed: readonly FollowedStoryJson[]
}

/** A telling by somebody, or of him. */
export interface ActorSayingJson {
  readonly document: string
  readonly claim: string
  readonly story: string
  readonly type: string
  readonly status: EventStatus
  readonly stance: Stance
  readonly outlet: string | null
  /** Who says so. */
  readonly by: string | null
  readonly published: string | null
  readonly quote: string
  /** Who corrected it, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

/** What the record has around somebody. */
export interface ActorAroundJson {
  readonly actor: string
  /** Names as documents spell them, the most frequent first. */
  readonly spellings: readonly {
    readonly name: string
    readonly script: string
    readonly documents: readonly string[]
  }[]
  /** With the first and the last day on which a document gives the office; the earliest first. */
  readonly offices: readonly {
    readonly title: string
    readonly of: string | null
    readonly first: string | null
    readonly last: string | null
    readonly documents: readonly string[]
  }[]
  readonly said: readonly ActorSayingJson[]
  readonly about: readonly ActorSayingJson[]
  readonly custody: readonly CustodyJson[]
  readonly engagements: readonly EngagementStoryJson[]
}

/** What stands around a story. */
export interface AroundJson {
  readonly story: string
  readonly asks: readonly AskJson[]
  readonly ties: readonly TieJson[]
  readonly custody: readonly CustodyJson[]
  /** What its documents are called, and what they were copied from. */
  readonly documents: readonly {
    readonly id: string
    readonly title: string | null
    readonly outlet: string | null
    readonly published: string | null
    readonly copyOf: string | null
    /** File name or address, for what has neither title nor outlet. */
    readonly name: string
  }[]
}

/** What people changed and judged of a story, the earliest first. */
export interface HistoryJson {
  readonly story: string
  readonly corrections: readonly {
    readonly document: string
    readonly claim: string
    /** The claim stands withdrawn after all of its corrections. */
    readonly withdrawn: boolean
    readonly correction: Correction
  }[]
  readonly judgements: readonly JudgedJson[]
}

/** What became of a judgement: a later one on the same two counts, others forbid it, or one of the two is no longer there. */
export type JudgementState = 'holds' | 'overruled' | 'contradicted' | 'gone'

/** A judgement, and what it is of today. */
export interface JudgedJson extends Judgement {
  readonly state: JudgementState
  /** Under which id each of the two is found now, the same for both where they are one; null for what is no longer there. */
  readonly now: readonly (string | null)[]
  /** What each of the two is called; of what is no longer there the words that were judged. */
  readonly names: readonly string[]
}

/** The fields of a claim that a person may set, as they can be shown. */
export interface ClaimFieldsJson {
  readonly type: string
  readonly status: EventStatus
  readonly stance: Stance
  readonly when: WhenJson | null
  readonly place: string | null
  readonly channel: ChannelKind | null
  readonly participants: readonly { readonly role: string; readonly name: string }[]
  /** Who tells it, innermost; null where the document tells it in its own voice. */
  readonly speaker: string | null
}

/** A claim that is or was in a story, and what people changed in it. */
export interface CorrectedJson extends BelievedJson {
  readonly document: string
  readonly outlet: string | null
  /** Who changed it and why, the earliest first. */
  readonly changes: readonly { readonly author: string; readonly at: string; readonly reason: string }[]
}

/** A claim that people have corrected or checked: what is believed, beside what the machine read. */
export interface BelievedJson {
  readonly claim: string
  /** What the machine read; null for a claim that a person added. */
  readonly machine: ClaimFieldsJson | null
  readonly now: ClaimFieldsJson
  readonly withdrawn: boolean
  /** What the last person who checked it said; null where nobody has. */
  readonly checked: 'accept' | 'unsure' | null
  readonly evidence: {
    readonly span: { readonly from: number; readonly to: number }
    readonly quote: string
    readonly prefix: string
    readonly suffix: string
  }
  /** Ids of the corrections that are laid on it, the earliest first. */
  readonly corrections: readonly string[]
}

/** A claim for a person to look at. */
export interface ReviewRowJson {
  readonly document: string
  readonly claim: string
  readonly story: string
  readonly outlet: string | null
  readonly now: ClaimFieldsJson
  /** The type that the machine read, by which a correction names the claim. */
  readonly machineType: string
  readonly evidence: BelievedJson['evidence']
  readonly confidence: { readonly score: number; readonly because: string }
  readonly checked: BelievedJson['checked']
  readonly withdrawn: boolean
  /** Fields in which the tellings of its story differ, where that was asked for. */
  readonly differ: readonly string[]
}

/** Two actors or stories that may be one, field beside field. */
export interface PairJson {
  readonly about: 'actor' | 'story'
  readonly pair: readonly [string, string]
  readonly names: readonly [string, string]
  /** 0 to 1. */
  readonly score: number
  readonly because: string
  readonly fields: readonly { readonly field: string; readonly values: readonly [string, string] }[]
  /** What the last person said; null where none has. */
  readonly judged: {
    readonly verdict: 'same' | 'different' | 'unsure'
    readonly by: string
    readonly at: string
    readonly reason: string
    readonly state: JudgementState
  } | null
  /** They are one now, by this judgement or by others; each is shown as it would be alone. */
  readonly joined: boolean
}

/** Something that a person decided, with what was before and what is after it. */
export interface RecordChangeJson {
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly what: string
  readonly document: string | null
  readonly claim: string | null
  readonly quote: string | null
  /** The two that were judged; null for a correction. */
  readonly pair: readonly string[] | null
  /** What they are called; null for a correction. */
  readonly names: readonly string[] | null
  readonly before: string | null
  readonly after: string | null
  readonly state: 'holds' | 'gone' | 'ambiguous' | 'value' | 'undone' | JudgementState
  readonly correction: string | null
}
