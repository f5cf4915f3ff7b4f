import type { PlacedReport, StoreReader, StoryFilter } from '@backchannel/store'
import { pagesOf } from '../export/pages-of.ts'

/** Every report that passes the filter, page by page. */
export function pagesOfReports(reader: StoreReader, filter: StoryFilter): AsyncIterable<PlacedReport> {
  return pagesOf((page) => reader.reportsBy(filter, page))
}
