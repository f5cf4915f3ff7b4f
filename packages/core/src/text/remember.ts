/**
 * A pure function of a text that remembers its last answers, `most` to twice as many of them: names and words come back all
 * the time. The answers are shared, so they must never be changed. What is remembered never shows in what is answered.
 */
export function remember<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  // Two generations: what is asked for again while the younger fills up is kept, the rest goes with the older one.
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  return (text) => {
    const known = young.get(text)
    if (known !== undefined) return known
    const value = old.get(text) ?? make(text)
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(text, value)
    return value
  }
}
