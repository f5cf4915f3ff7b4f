import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EvalData } from '../data.ts'

/** A marked phrase of one document. */
export interface EcbMention {
  readonly id: string
  /** "ACTION_OCCURRENCE", "HUMAN_PART_PER", "LOC_GEO", "TIME_DATE"... */
  readonly tag: string
  /** Positions in its sentence, ascending. */
  readonly words: readonly number[]
  readonly sentence: number
  /** The chain in or across documents, of one mention or more; null for phrases that were marked but never compared. */
  readonly chain: string | null
}

export interface EcbDocument {
  /** "1_10ecbplus.xml". */
  readonly name: string
  readonly topic: number
  readonly sentences: readonly (readonly string[])[]
  readonly mentions: readonly EcbMention[]
}

/** Topics 36 to 45 are for a last test and are not read, whoever asks. */
const LAST_TOPIC = 35

/** Documents of topics 1 to 35, by topic and name. */
export function readEcb(at: EvalData): EcbDocument[] {
  const home = join(at.scratch, 'ecb')
  if (!existsSync(home)) {
    mkdirSync(home)
    execFileSync('tar', ['xzf', join(at.data, 'ecbplus/ecbplus-topics-1-35.tar.gz'), '-C', home])
  }
  const folder = join(home, 'ecbplus')
  return readdirSync(folder)
    .filter((topic) => /^\d+$/.test(topic) && Number(topic) <= LAST_TOPIC)
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((topic) =>
      readdirSync(join(folder, topic))
        .filter((name) => name.endsWith('.xml'))
        .sort()
        .map((name) => parseEcb(name, Number(topic), readFileSync(join(folder, topic, name), 'utf8'))),
    )
}

function parseEcb(name: string, topic: number, xml: string): EcbDocument {
  const sentences: string[][] = []
  const place = new Map<string, { sentence: number; word: number }>()
  for (const [, id, sentence, text] of xml.matchAll(
    /<token t_id="(\d+)" sentence="(\d+)" number="\d+">(.*?)<\/token>/g,
  )) {
    const row = Number(sentence)
    while (sentences.length <= row) sentences.push([])
    place.set(id!, { sentence: row, word: sentences[row]!.length })
    sentences[row]!.push(unescapeXml(text!))
  }
  const chains = new Map<string, string>()
  for (const [, kind, attributes, body] of xml.matchAll(/<(CROSS|INTRA)_DOC_COREF ([^>]*)>(.*?)<\/\1_DOC_COREF>/gs)) {
    const note = /note="([^"]+)"/.exec(attributes!)?.[1]
    const own = /r_id="([^"]+)"/.exec(attributes!)?.[1] ?? ''
    const chain = kind === 'CROSS' && note !== undefined ? note : `${name}:${own}`
    for (const [, source] of body!.matchAll(/<source m_id="(\d+)"/g)) chains.set(source!, chain)
  }
  const mentions: EcbMention[] = []
  for (const [, tag, attributes, body] of xml.matchAll(
    /<([A-Z_]+) (m_id="\d+"[^>]*?)>\s*((?:<token_anchor t_id="\d+"\/>\s*)+)<\/\1>/g,
  )) {
    const id = /m_id="(\d+)"/.exec(attributes!)![1]!
    const places = [...body!.matchAll(/t_id="(\d+)"/g)].flatMap(([, token]) => place.get(token!) ?? [])
    const first = places[0]
    if (!first) continue
    mentions.push({
      id: `${name}#${id}`,
      tag: tag!,
      words: places.filter((one) => one.sentence === first.sentence).map((one) => one.word),
      sentence: first.sentence,
      chain: chains.get(id) ?? null,
    })
  }
  return { name, topic, sentences, mentions }
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, entity: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[entity] ?? '',
  )
}
