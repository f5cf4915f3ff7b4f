import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadLexicon } from '../src/index.ts'
import { createFolder } from './articles.ts'

const folders: { remove(): void }[] = []
afterAll(() => {
  for (const folder of folders) folder.remove()
})

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = createFolder(files)
  folders.push(folder)
  return folder.path
}

describe('lists of the user', () => {
  it('are taken from a folder, each on its own', async () => {
    const { actors, outlets } = await loadLexicon(
      folderOf({ 'actors.csv': '\uFEFFName,Spellings,Country\nOla Berg,"Olav Berg; O. Berg",nor\n' }),
    )
    expect(actors).toEqual([{ name: 'Ola Berg', spellings: ['Olav Berg', 'O. Berg'], kind: null, country: 'NOR' }])
    expect(outlets).toEqual([])
  })

  it.each([
    [{ 'actors.csv': 'name,spelling\nOla,Olav\n' }, 'line 1: it should name columns, "name" and any of spellings'],
    [{ 'actors.csv': 'name,spelling\nOla,Olav\n' }, 'it names name, spelling'],
    [{ 'outlets.csv': '' }, 'it names none'],
    [{ 'outlets.csv': '\u0000\uFFFD,x\n' }, 'it names something that is no text'],
    [{ 'actors.csv': 'name,kind\nOla,man\n' }, 'line 2: the kind "man" should be one of person'],
    [{ 'actors.csv': 'name,country\nOla,Norland\n' }, 'line 2: the country "Norland" should be'],
    [{ 'actors.csv': 'name,country\n,NOR\n' }, 'line 2: the name is missing'],
    [{ 'notes.txt': 'x' }, 'there is neither actors.csv nor outlets.csv in it'],
  ])('say what is wrong with %j', async (files, why) => {
    const error = await loadLexicon(folderOf(files)).then(
      () => null,
      (one: Error) => one,
    )
    expect(error?.message).toContain(why)
  })

  it('are a folder', async () => {
    const file = join(folderOf({ 'actors.csv': 'name\nOla\n' }), 'actors.csv')
    await expect(loadLexicon(file)).rejects.toThrow('it should lie in a folder')
  })
})
