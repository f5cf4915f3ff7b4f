import {
  type OpenContainerOptions,
  type Opened,
  openContainer,
  openSource,
  type Part,
  sourceOfPart,
} from '../../src/index.ts'

/** Everything in a container. */
export async function openAll(data: Uint8Array | string, options: OpenContainerOptions): Promise<readonly Opened[]> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const all: Opened[] = []
  for await (const opened of openContainer(bytes, options)) all.push(opened)
  return all
}

/** The parts that could be opened. */
export function partsOf(all: readonly Opened[]): readonly Part[] {
  return all.flatMap((opened) => (opened.ok ? [opened.part] : []))
}

/** Origin and code of what could not be opened. */
export function failuresOf(all: readonly Opened[]): readonly (readonly [string, string])[] {
  return all.flatMap((opened) => (opened.ok ? [] : [[opened.origin, opened.error.code] as const]))
}

/** The text of a part as it is read. */
export async function textOf(part: Part | undefined): Promise<string> {
  if (!part) throw new Error('there is no such part')
  return (await openSource(sourceOfPart(part))).document.text
}
