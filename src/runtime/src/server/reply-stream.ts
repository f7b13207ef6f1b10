import { type CallContext, runInContext } from '../context/index.js'
import { ForeignTenantError, isTenantkitError, TenantkitError } from '../error/index.js'
import { eventText, lineText, type ServerSentEvent } from '../wire/index.js'
import { audit, type RoutedCall, report } from './call.js'
import { jsonText } from './media-codec.js'
import { checkValue } from './reply-check.js'
import type { ServerMedia } from './types.js'
import type { AnswerView } from './views.js'

export interface ItemStream {
  readonly media: ServerMedia
  readonly contentType: string
  readonly items: unknown
  readonly view: AnswerView
  /** In which the handler's own code runs. */
  readonly context: CallContext
}

/** Each item is judged, guarded and masked before its first byte goes out. The first that does not pass ends the stream. */
export function writeStream(call: RoutedCall, stream: ItemStream): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = runInContext(stream.context, () => iteratorOf(stream.items as AnyIterable))
      const close = async (): Promise<void> => {
        try {
          await runInContext(stream.context, () => iterator.return?.())
        } catch (error) {
          report(call, error)
        }
      }
      return {
        async next() {
          try {
            const next = await runInContext(stream.context, () => iterator.next())
            if (next.done) return { done: true, value: undefined }
            const value = itemText(stream, next.value)
            const settled = stream.view.settle()
            if (settled) await settled
            return { done: false, value }
          } catch (error) {
            await close()
            throw abort(call, error)
          }
        },
        async return() {
          await close()
          return { done: true, value: undefined }
        },
      }
    },
  }
}

type AnyIterable = AsyncIterable<unknown> | Iterable<unknown>

function iteratorOf(items: AnyIterable): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
}

function itemText({ media, contentType, view }: ItemStream, item: unknown): string {
  const isEvents = media.kind === 'events'
  const data = isEvents ? (item as ServerSentEvent<unknown>).data : item
  const fault = checkValue(media, data)
  if (fault) throw new ItemRefused(fault.issues)
  const json = jsonText(media, data, view)
  if (!isEvents) return lineText(json, contentType)
  const isText = media.shape?.kind === 'scalar' && typeof data === 'string'
  return eventText(item as ServerSentEvent<unknown>, isText ? String(JSON.parse(json)) : json)
}

class ItemRefused extends TenantkitError {
  override readonly name = 'ItemRefused'
  readonly issues: readonly string[]

  constructor(issues: readonly string[]) {
    super('TK7216', 'an item of a stream is not what the contract declares')
    this.issues = issues
  }
}

/** Headers are out already: all that is left is to tell the audit and to break the connection. */
function abort(call: RoutedCall, error: unknown): TenantkitError {
  if (error instanceof ForeignTenantError) {
    audit(call, { event: 'leak-blocked', reason: 'stream', details: { at: error.at } })
  } else if (error instanceof ItemRefused) {
    audit(call, { event: 'response-refused', reason: 'item-invalid', details: { issues: error.issues } })
  } else {
    audit(call, { event: 'handler-failed', reason: 'stream' })
  }
  report(call, error)
  return isTenantkitError(error) ? error : new TenantkitError('TK7216', 'a stream', { cause: error })
}
