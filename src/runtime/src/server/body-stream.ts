import type { BodyReader } from './request.js'

/** The body as a stream that fails as soon as it is longer than `limit` bytes. */
export function limitedStream(
  body: Uint8Array<ArrayBuffer> | BodyReader,
  limit: number,
  tooLarge: () => Error,
): ReadableStream<Uint8Array> {
  const whole = body instanceof Uint8Array ? new Blob([body]).stream() : body.stream()
  const reader = whole.getReader()
  let length = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) {
        controller.close()
        return
      }
      length += value.length
      if (length > limit) {
        await reader.cancel()
        controller.error(tooLarge())
      } else {
        controller.enqueue(value)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
