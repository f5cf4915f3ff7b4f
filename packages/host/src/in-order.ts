/**
 * Starts work on items as they come, `ahead` of them at a time, and gives the results in the order of the items. The
 * items are taken no faster than the results. A rejection is thrown in its turn.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const window: Promise<Result>[] = []
  for await (const item of items) {
    const started = start(item)
    started.catch(() => {}) // it is awaited in its turn; until then nobody may call it unhandled
    window.push(started)
    if (window.length < ahead) continue
    const first = window.shift()
    if (first) yield await first
  }
  for (const result of window) yield await result
}
