/** At most `limit` entries; what was not used for longest goes first, or what was used about as long ago. */
export interface Bounded<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
  readonly size: number
}

interface Entry<Value> {
  readonly value: Value
  isUsed: boolean
}

export function createBounded<Value>(limit: number): Bounded<Value> {
  const entries = new Map<string, Entry<Value>>()
  /** Who was used since it was last here gets another round, at the end of the queue. */
  const makeRoom = (): void => {
    for (const [key, entry] of entries) {
      entries.delete(key)
      if (!entry.isUsed) return
      entry.isUsed = false
      entries.set(key, entry)
    }
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      // Nothing is moved: a queue that is rebuilt with each look-up costs more than all that is looked up.
      entry.isUsed = true
      return entry.value
    },
    set(key, value) {
      entries.delete(key)
      if (limit < 1) return
      if (entries.size >= limit) makeRoom()
      entries.set(key, { value, isUsed: false })
    },
    delete(key) {
      entries.delete(key)
    },
    get size() {
      return entries.size
    },
  }
}
