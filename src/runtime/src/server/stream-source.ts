import type { Clock } from '../context/index.js'

export type Piece = string | Uint8Array
export type StreamedBody = AsyncIterable<Piece>

/** What a stream is made from, in pieces that a slow but honest reader can take in time. */
export interface StreamSource {
  /** Undefined: there are no more. */
  next(): Promise<Piece | undefined>
  /** Whether the next piece begins an item: the one before was not cut. */
  isBetween(): boolean
  /** Nobody wants more. A source that is still at work keeps its place, as a handler does whose time is over. */
  close(): Promise<void>
}

export interface SourceOptions {
  readonly clock: Clock
  /** Milliseconds that a source gets to end when nobody waits for it any more. */
  readonly patience: number
  /** It has ended, failed, or was given up. Called once. */
  readonly onEnd: () => void
}

/** Bytes of a piece at most: a reader is given its time for each of them, not for a whole file. */
const pieceLength = 64 * 1024

export function sourceOf(body: StreamedBody, { clock, patience, onEnd }: SourceOptions): StreamSource {
  const items = body[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  let isOver = false
  const end = (): void => {
    if (!isOver) onEnd()
    isOver = true
  }
  const piece = async (): Promise<Piece | undefined> => {
    if (rest.length === 0) {
      const next = await items.next()
      if (next.done) return undefined
      // A character has three bytes in UTF-8 at most, for each unit in UTF-16.
      if (next.value.length * (typeof next.value === 'string' ? 3 : 1) <= pieceLength) return next.value
      rest = typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value
    }
    const first = rest.subarray(0, pieceLength)
    rest = rest.subarray(pieceLength)
    return first
  }
  return {
    async next() {
      try {
        const next = await piece()
        if (next === undefined) end()
        return next
      } catch (error) {
        end()
        throw error
      }
    },
    isBetween: () => rest.length === 0,
    async close() {
      if (isOver) return
      isOver = true
      const closed = Promise.resolve(items.return?.()).catch(() => undefined)
      let forget = (): void => undefined
      const enough = new Promise<void>((resolve) => {
        forget = clock.after(patience, resolve)
      })
      await Promise.race([closed, enough])
      forget()
      onEnd()
    },
  }
}
