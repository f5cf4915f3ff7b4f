declare const brand: unique symbol
type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type DocumentId = Id<'document'>
export type MentionId = Id<'mention'>
export type ActorId = Id<'actor'>
export type AttributionId = Id<'attribution'>
export type ClaimId = Id<'claim'>
export type LinkId = Id<'link'>
export type TimeId = Id<'time'>
/** An actor across documents. */
export type RecordActorId = Id<'record-actor'>
export type StoryId = Id<'story'>

/** Position in `Reading.tokens`, 0 to length - 1. */
export type TokenIndex = number

// The only place where plain strings become ids: a brand has no run-time form, so the assertion is the constructor.
export const documentId = (text: string): DocumentId => text as DocumentId
export const mentionId = (text: string): MentionId => text as MentionId
export const actorId = (text: string): ActorId => text as ActorId
export const attributionId = (text: string): AttributionId => text as AttributionId
export const claimId = (text: string): ClaimId => text as ClaimId
export const linkId = (text: string): LinkId => text as LinkId
export const timeId = (text: string): TimeId => text as TimeId
export const recordActorId = (text: string): RecordActorId => text as RecordActorId
export const storyId = (text: string): StoryId => text as StoryId
