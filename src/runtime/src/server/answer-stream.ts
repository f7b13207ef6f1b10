import type { Clock } from '../context/index.js'
import { TenantkitError } from '../error/index.js'
import type { ResponseLike } from './request.js'

type Piece = string | Uint8Array
export type StreamedBody = AsyncIterable<Piece>

export interface StreamWatch {
  readonly clock: Clock
  /** Milliseconds from the handing over of a piece, or of the answer, to the next ask. */
  readonly stallTime: number
  /** Milliseconds that a source gets to end when nobody waits for it any more. */
  readonly patience: number
  /** Asked before a piece is handed over, once a second at most: false ends the stream. Default: it goes on. */
  readonly mayGoOn?: (() => Promise<boolean>) | undefined
  /** The reader took longer than `stallTime`. */
  readonly onStall: () => void
  /** Nothing runs for the answer any more. Called once, whatever happens. */
  readonly onEnd: () => void
}

export function isStreamed({ body }: ResponseLike): boolean {
  return streamOf(body) !== undefined
}

/**
 * The answer with its stream under watch: a handler that is silent may be so for as long as it likes, a reader that asks
 * for no more may not. Whoever reads slowly would hold a place, a handler and its data for nothing.
 */
export function watchStream(answer: ResponseLike, watch: StreamWatch): ResponseLike {
  const body = streamOf(answer.body)
  if (!body) return answer
  const broken = new AbortController()
  return { ...answer, body: watched(body, watch, broken), broken: broken.signal }
}

function streamOf(body: ResponseLike['body']): StreamedBody | undefined {
  return typeof body === 'object' && !(body instanceof Uint8Array) ? body : undefined
}

/** Milliseconds between two questions whether a stream may go on. */
const askEvery = 1000

function watched(body: StreamedBody, watch: StreamWatch, broken: AbortController): StreamedBody {
  const { clock, stallTime, patience, mayGoOn } = watch
  let askedAt = clock.now()
  const source = body[Symbol.asyncIterator]()
  /** When something was handed over that nobody has come back from; undefined while the source works. */
  let handedAt: number | undefined = clock.now()
  let isOver = false
  let stop = (): void => undefined
  const look = (): void => {
    const left = handedAt === undefined ? stallTime : handedAt + stallTime - clock.now()
    if (left > 0) stop = clock.after(left, look)
    else stall()
  }
  const stall = (): void => {
    if (isOver) return
    watch.onStall()
    broken.abort(tooSlow())
    void close()
  }
  const end = (): void => {
    if (isOver) return
    isOver = true
    stop()
    watch.onEnd()
  }
  /** A source that is still at work keeps its place, as a handler does whose time is over. */
  const close = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    stop()
    const closed = Promise.resolve(source.return?.()).catch(() => undefined)
    let forget = (): void => undefined
    const enough = new Promise<void>((resolve) => {
      forget = clock.after(patience, resolve)
    })
    await Promise.race([closed, enough])
    forget()
    watch.onEnd()
  }
  const ask = async (): Promise<void> => {
    if (!mayGoOn || clock.now() < askedAt + askEvery) return
    askedAt = clock.now()
    if (await mayGoOn()) return
    await close()
    throw new TenantkitError('TK7217')
  }
  look()
  const pieces = piecesOf(source)
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (broken.signal.aborted) throw broken.signal.reason
        handedAt = undefined
        try {
          const next = await pieces()
          if (mayGoOn && next !== undefined) await ask()
          if (next === undefined) end()
          else handedAt = clock.now()
          return next === undefined ? { done: true, value: undefined } : { done: false, value: next }
        } catch (error) {
          end()
          throw error
        }
      },
      async return() {
        await close()
        return { done: true, value: undefined }
      },
    }),
  }
}

/** Bytes of a piece at most: a slow but honest reader is given its time for each of them, not for a whole file. */
const pieceLength = 64 * 1024

/** Undefined: there are no more. */
function piecesOf(source: AsyncIterator<Piece>): () => Promise<Piece | undefined> {
  let rest: Uint8Array = new Uint8Array()
  return async () => {
    if (rest.length === 0) {
      const next = await source.next()
      if (next.done) return undefined
      // A character has three bytes in UTF-8 at most, for each unit in UTF-16.
      if (next.value.length * (typeof next.value === 'string' ? 3 : 1) <= pieceLength) return next.value
      rest = typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value
    }
    const piece = rest.subarray(0, pieceLength)
    rest = rest.subarray(pieceLength)
    return piece
  }
}

function tooSlow(): TenantkitError {
  return new TenantkitError('TK7226')
}
