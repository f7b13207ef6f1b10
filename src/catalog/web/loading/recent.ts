import { isRefused, type Refused } from '../../service/index.js'

/** Answers to questions that were asked not long ago. */
export interface Recent<T extends object> {
  /** Of several who ask at once, one is answered for all. What is refused is asked again. */
  get(key: string, find: () => Promise<T | Refused>): Promise<T | Refused>
}

export interface RecentOptions<T> {
  /** How much an answer takes of the room. */
  readonly weigh: (answer: T) => number
  /** What all of them may take; the one that was asked for longest ago goes first. */
  readonly room: number
}

interface Kept<T> {
  readonly answer: Promise<T | Refused>
  weight: number
}

export function createRecent<T extends object>({ weigh, room }: RecentOptions<T>): Recent<T> {
  const kept = new Map<string, Kept<T>>()
  let taken = 0
  return {
    get(key, find) {
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known.answer
      }
      const entry: Kept<T> = { answer: find(), weight: 0 }
      kept.set(key, entry)
      entry.answer.then(
        (found) => (isRefused(found) ? forget(key, entry) : settle(key, entry, 1 + weigh(found))),
        () => forget(key, entry),
      )
      return entry.answer
    },
  }

  function settle(key: string, entry: Kept<T>, weight: number): void {
    if (kept.get(key) !== entry) return
    entry.weight = weight
    taken += weight
    for (const [oldest, { weight: given }] of kept) {
      if (taken <= room) return
      taken -= given
      kept.delete(oldest)
    }
  }

  function forget(key: string, entry: Kept<T>): void {
    if (kept.get(key) === entry) kept.delete(key)
  }
}
