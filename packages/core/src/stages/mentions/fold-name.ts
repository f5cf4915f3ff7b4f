/** The words of a name as they are compared: lower case, without diacritics, full stops and "al-". */
export function foldName(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+/)
    .map((word) => word.replace(/^(?:al|el|ul|as|ash|an|ar)-(?=\p{L}{3})/u, '').replace(/[.,]/g, ''))
    .filter((word) => word !== '' && !/^(?:jr|sr|ii|iii|iv)$/.test(word))
}
