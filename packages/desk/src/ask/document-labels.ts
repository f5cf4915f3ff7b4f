import type { DocumentId } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'

/**
 * What a person calls documents: the outlet, with the day where it has several of them, and the title or the id where it has
 * several of a day or is not known; of a file that nothing is known of its name.
 */
export async function labelDocuments(reader: StoreReader, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, { outlet: string | null; day: string | null; title: string }>()
  for (const id of new Set(ids)) {
    // Any text may be asked for; the store knows which are ids.
    const stored = await reader.document(id as DocumentId)
    const { outlet = null, title = null, published = null } = stored?.document ?? {}
    // An id that somebody gave says more than the name of the file that many came in.
    const name = stored !== null && id.startsWith('doc:') ? stored.origin.replace(/^.*[/\\](?=.)/, '') : id
    names.set(id, { outlet, day: published?.when.earliest ?? null, title: title ?? name })
  }
  const labels = new Map<string, string>()
  for (const [id, own] of names) {
    const sameOutlet = [...names.values()].filter(({ outlet }) => outlet === own.outlet)
    const sameDay = sameOutlet.filter(({ day }) => day === own.day)
    if (own.outlet === null) labels.set(id, own.title)
    else if (sameOutlet.length === 1) labels.set(id, own.outlet)
    else if (sameDay.length === 1 && own.day !== null) labels.set(id, `${own.outlet} (${own.day})`)
    else labels.set(id, `${own.outlet} (${own.title})`)
  }
  return labels
}
