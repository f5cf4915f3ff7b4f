import type { Iso3 } from '../../model/index.ts'
import { foldName } from './fold-name.ts'

/** Countries of those who lead or led them, by their names as `foldName` writes them. */
export interface Leaders {
  /** By full names ("margaret thatcher") and by names that stand for one person alone ("thatcher"). */
  readonly byName: ReadonlyMap<string, Iso3>
  /** By surnames that leaders of one country only have: told by the office before it ("prime minister major"). */
  readonly bySurname: ReadonlyMap<string, Iso3>
}

/** One key for the ways in which a name is written in English: doubled letters once, "-yan" as "-ian". */
export function spellName(folded: string): string {
  return folded.replace(/(\p{L})\1/gu, '$1').replace(/yan\b/g, 'ian')
}

/** Compiles the file of leaders: by country, names parted by commas, surnames in capitals where not the last word. */
export function compileLeaders(file: Readonly<Record<string, string>>): Leaders {
  const byName = new Map<string, Iso3 | null>()
  const bySurname = new Map<string, Iso3 | null>()
  for (const [country, list] of Object.entries(file)) {
    for (const name of list.split(',').map((one) => one.trim())) {
      const words = name.split(/\s+/)
      const folded = foldName(name)
      set(byName, folded.join(' '), country)
      const marked = words.filter((word) => /^\p{Lu}{2,}$/u.test(word))
      const surname = marked.length > 0 ? foldName(marked.join(' ')) : folded.slice(-1)
      set(bySurname, surname.join(' '), country)
      // "George H.W. Bush", "Luis Arce Catacora": the first name and the surname alone.
      if (folded.length > 2 && marked.length === 0) set(byName, `${folded[0]} ${folded.at(-1)}`, country)
    }
  }
  return { byName: unambiguous(byName), bySurname: unambiguous(bySurname) }
}

/** A name that two countries share tells none. */
function set(map: Map<string, Iso3 | null>, name: string, country: Iso3): void {
  const key = spellName(name)
  const known = map.get(key)
  map.set(key, known === undefined || known === country ? country : null)
}

function unambiguous(map: ReadonlyMap<string, Iso3 | null>): Map<string, Iso3> {
  const made = new Map<string, Iso3>()
  for (const [name, country] of map) if (country !== null) made.set(name, country)
  return made
}
