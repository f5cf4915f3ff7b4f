/**
 * Items in lists of at most `most`, in their order. A list is given when it is full, when its first item has waited for
 * `milliseconds`, and at the end. Ending early ends the items too; what was gathered then is dropped.
 */
export async function* gather<Item>(
  items: AsyncIterable<Item>,
  most: number,
  milliseconds: number,
): AsyncGenerator<readonly Item[]> {
  const source = items[Symbol.asyncIterator]()
  let next = source.next()
  let list: Item[] = []
  let due: ReturnType<typeof createTimer> | null = null
  try {
    for (;;) {
      const got = await (due === null ? next : Promise.race([next, due.over]))
      if (got !== 'over' && got.done !== true) {
        list.push(got.value)
        due ??= createTimer(milliseconds)
        next = source.next()
        next.catch(() => {}) // it is awaited in its turn; until then nobody may call it unhandled
        if (list.length < most) continue
      }
      due?.stop()
      due = null
      if (list.length > 0) yield list
      list = []
      if (got !== 'over' && got.done === true) return
    }
  } finally {
    due?.stop()
    await source.return?.()
  }
}

function createTimer(milliseconds: number): { readonly over: Promise<'over'>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<'over'>((done) => {
    timer = setTimeout(done, milliseconds, 'over')
  })
  return { over, stop: () => clearTimeout(timer) }
}
