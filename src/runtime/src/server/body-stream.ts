import { withinBodyTime } from './body-time.js'
import type { RoutedCall } from './call.js'
import { refuse } from './refusal.js'
import { RefusedInput } from './refused-input.js'
import type { BodyReader } from './request.js'

/** The body as a stream that fails as soon as it is longer than `limit` bytes, or a piece of it takes too long. */
export function limitedStream(
  call: RoutedCall,
  body: Uint8Array<ArrayBuffer> | BodyReader,
  limit: number,
): ReadableStream<Uint8Array> {
  const whole = body instanceof Uint8Array ? new Blob([body]).stream() : body.stream()
  const reader = whole.getReader()
  let length = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await withinBodyTime(call, reader.read())
      if (next === 'too-slow') {
        // Not waited for: it would be as slow.
        reader.cancel().catch(() => undefined)
        controller.error(new RefusedInput(refuse('TK7221')))
        return
      }
      if (next.done) {
        controller.close()
        return
      }
      length += next.value.length
      if (length > limit) {
        await reader.cancel()
        controller.error(tooLarge())
      } else {
        controller.enqueue(next.value)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

export function tooLarge(): Error {
  return new RefusedInput(refuse('TK7213'))
}
