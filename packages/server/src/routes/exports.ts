import { exportRecord, findStory } from '@backchannel/desk'
import { STORY_EXPORT_FORMATS, storyExportQuery } from '@backchannel/wire'
import { defineRoute } from '../route.ts'

type Format = (typeof STORY_EXPORT_FORMATS)[number]

/** Media type and ending of each format. */
const FILES: Readonly<Record<Format, readonly [type: string, ending: string]>> = {
  jsonld: ['application/ld+json; charset=utf-8', 'jsonld'],
  csv: ['text/csv; charset=utf-8', 'csv'],
  plover: ['application/x-ndjson; charset=utf-8', 'plover.jsonl'],
  cameo: ['text/tab-separated-values; charset=utf-8', 'cameo.tsv'],
  webannotation: ['application/ld+json; charset=utf-8', 'annotations.jsonld'],
  gexf: ['application/gexf+xml; charset=utf-8', 'gexf'],
  graphml: ['application/graphml+xml; charset=utf-8', 'graphml'],
  ftm: ['application/x-ndjson; charset=utf-8', 'ftm.jsonl'],
  atom: ['application/atom+xml; charset=utf-8', 'atom'],
}

export const exportRoutes = [
  defineRoute({
    path: '/stories/:id/export',
    summary: 'One story with all its tellings, in a format of `backchannel export`.',
    query: storyExportQuery,
    answer: 'file',
    files: [...new Set(STORY_EXPORT_FORMATS.map((format) => FILES[format][0].split(';')[0] ?? ''))],
    async handle({ id, query: { format, table = 'claims' }, reader, server: { version, lexicon } }) {
      const story = await findStory(reader, id)
      const pieces = exportRecord(reader, {
        format,
        filter: { story: [story.id] },
        ...{ version, lexicon },
        // What is told of it is wanted, whatever its status.
        all: format === 'gexf' || format === 'graphml',
        ...(format === 'csv' && { table }),
      })
      let text = ''
      for await (const { data } of pieces) text += typeof data === 'string' ? data : ''
      const [type, ending] = FILES[format]
      const name = `${story.id.replace(/[^\w-]+/g, '-')}${format === 'csv' ? `-${table}` : ''}.${ending}`
      return { json: null, file: { name, type, text } }
    },
  }),
]
