/** Slots for word types. What a slot holds is its owner's business. */
export interface WordCache {
  /** Marks a new round: the slots asked for in a round stay where they are until the next. */
  nextRound(): void
  /**
   * The slot of a form. `added(slot)` is called first where the form is new, or was dropped since: the slot then holds
   * what another form left there.
   */
  slotOf(form: string, added: (slot: number) => void): number
}

/**
 * A bounded cache by the clock rule (second chance): a slot used since the hand passed is spared once. One round may
 * ask for at most `capacity` different forms.
 */
export function createWordCache(capacity: number): WordCache {
  const slots = new Map<string, number>()
  const forms: (string | undefined)[] = new Array(capacity)
  const used = new Uint8Array(capacity)
  const rounds = new Int32Array(capacity)
  let round = 0
  let hand = 0

  function freeSlot(): number {
    for (;;) {
      const slot = hand
      hand = hand + 1 === capacity ? 0 : hand + 1
      if (rounds[slot] === round) continue
      if (used[slot] === 1) used[slot] = 0
      else return slot
    }
  }

  return {
    nextRound() {
      round++
    },
    slotOf(form, added) {
      let slot = slots.get(form)
      if (slot === undefined) {
        slot = freeSlot()
        const dropped = forms[slot]
        if (dropped !== undefined) slots.delete(dropped)
        const key = flatCopy(form)
        forms[slot] = key
        slots.set(key, slot)
        added(slot)
      } else used[slot] = 1
      rounds[slot] = round
      return slot
    },
  }
}

/** Engines keep the whole text alive behind a slice of it; a cache must not. */
function flatCopy(form: string): string {
  let copy = ''
  for (let i = 0; i < form.length; i++) copy += String.fromCharCode(form.charCodeAt(i))
  return copy
}
