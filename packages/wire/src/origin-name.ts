/** What a person calls where something came from: an address whole, of a file its name; of a part the name of what holds it too. */
export function originName(origin: string): string {
  if (/^https?:/.test(origin)) return origin
  return origin.split(/[/\\]/).at(-1) ?? origin
}

/** What a document without title and outlet is called: the id that somebody gave it, else where it came from. */
export function documentName(id: string, origin: string): string {
  return id.startsWith('doc:') ? originName(origin) : id
}
