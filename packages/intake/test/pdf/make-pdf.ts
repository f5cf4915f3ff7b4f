/** One line of text on a page: points from the lower left corner, Helvetica of the given size. */
export interface PlacedLine {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
}

/** Lines of a page below each other, 14 points apart, from the top of an A4 page; an empty line leaves a gap. */
export function pageOf(lines: readonly string[], size = 11): readonly PlacedLine[] {
  return lines.flatMap((text, index) => (text === '' ? [] : [{ x: 72, y: 770 - 14 * index, size, text }]))
}

/** A minimal PDF 1.4 file of pages with lines in Latin-1, for tests. A page without lines has no text layer. */
export function makePdf(pages: readonly (readonly PlacedLine[])[], info = ''): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  pages.forEach((lines, index) => {
    const stream = lines
      .map((line) => `BT /F1 ${line.size} Tf ${line.x} ${line.y} Td (${escaped(line.text)}) Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    )
  })
  objects.push(`<< ${info} >>`)
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  objects.forEach((object, index) => {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
