import type { Clock } from '../context/index.js'
import { TenantkitError } from '../error/index.js'
import { askAgain } from './ask-again.js'
import type { Refusal } from './refusal.js'
import type { ResponseLike } from './request.js'
import type { Standing } from './standing.js'
import { type Piece, type StreamedBody, sourceOf } from './stream-source.js'

export interface StreamWatch {
  readonly clock: Clock
  /** Milliseconds from the handing over of a piece, or of the answer, to the next ask. */
  readonly stallTime: number
  /** Milliseconds that a source gets to end when nobody waits for it any more. */
  readonly patience: number
  /** Asked again and again; no piece goes out meanwhile. Default: nobody ends the stream but its two sides. */
  readonly standing?: Standing | undefined
  /** What a stream that may not go on says before it ends. Default: it breaks off, so that it does not look complete. */
  readonly lastWords?: ((refusal: Refusal) => Piece) | undefined
  /** The stream may not go on. */
  readonly onRefusal: (refusal: Refusal) => void
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
 * for no more may not, since whoever reads slowly would hold a place, a handler and its data for nothing; and who would not
 * be let in any more is not served on.
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

function watched(body: StreamedBody, watch: StreamWatch, broken: AbortController): StreamedBody {
  const { clock, stallTime, standing, lastWords } = watch
  const source = sourceOf(body, watch)
  /** When something was handed over that nobody has come back from; undefined while the source works. */
  let handedAt: number | undefined = clock.now()
  /** What the reader has is whole items. */
  let isBetween = true
  let isOver = false
  let words: Piece | undefined
  /** Lets a reader go on that waits for a silent source. */
  let interrupt = (): void => undefined
  let stopLooking = (): void => undefined
  const look = (): void => {
    const left = handedAt === undefined ? stallTime : handedAt + stallTime - clock.now()
    if (left > 0) stopLooking = clock.after(left, look)
    else {
      watch.onStall()
      breakOff(new TenantkitError('TK7226'))
    }
  }
  const end = (): void => {
    isOver = true
    stopLooking()
    questions?.stop()
  }
  const breakOff = (error: TenantkitError): void => {
    end()
    broken.abort(error)
    void source.close()
  }
  const refuse = (refusal: Refusal): void => {
    watch.onRefusal(refusal)
    if (lastWords && isBetween) {
      words = lastWords(refusal)
      void source.close()
    } else breakOff(new TenantkitError(refusal.code))
    interrupt()
  }
  const take = async (): Promise<Piece | undefined> => {
    const piece = await new Promise<Piece | undefined>((resolve, reject) => {
      interrupt = () => resolve(undefined)
      source.next().then(resolve, reject)
    })
    await questions?.pending()
    return piece
  }
  const next = async (): Promise<Piece | undefined> => {
    if (isOver) return undefined
    handedAt = undefined
    const piece = words === undefined ? await take() : undefined
    broken.signal.throwIfAborted()
    if (words === undefined) isBetween = source.isBetween()
    else end()
    if (words === undefined && piece === undefined) end()
    handedAt = clock.now()
    return words ?? piece
  }
  const questions = standing && askAgain(standing, clock, refuse)
  look()
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        broken.signal.throwIfAborted()
        try {
          const value = await next()
          return value === undefined ? { done: true, value } : { done: false, value }
        } catch (error) {
          end()
          throw error
        }
      },
      async return() {
        end()
        await source.close()
        return { done: true, value: undefined }
      },
    }),
  }
}
