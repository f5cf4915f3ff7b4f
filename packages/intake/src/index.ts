export { AGENCIES, agencyOf } from './agencies.ts'
export * from './batch.ts'
export { type OpenContainerOptions, openContainer } from './containers/open-container.ts'
export {
  type Opened,
  type Part,
  type PartBody,
  type PartHints,
  type PartKind,
  sourceOfPart,
} from './containers/part.ts'
export { isFurniture } from './containers/zip.ts'
export * from './create-document.ts'
export * from './document-source.ts'
export { INTAKE_ERRORS, type IntakeErrorCode } from './errors.ts'
export { type FeedList, type ListedFeed, readFeedList } from './feed-list.ts'
export * from './limits.ts'
export * from './published.ts'
export * from './read-document.ts'
