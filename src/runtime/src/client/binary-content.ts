import type { BinaryContent } from '../wire/index.js'
import type { Deadline } from './deadline.js'

/** For the rare answer without any body at all. */
export function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() })
}

/** The bytes of an answer, not read yet. Whoever does not want them cancels them, so that the connection is free again. */
export function binaryContent(response: Response, contentType: string | undefined, deadline: Deadline): BinaryContent {
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw deadline.failure(error)
    } finally {
      deadline.release()
    }
  }
  return {
    contentType,
    stream: () => response.body ?? emptyStream(),
    bytes: () => read(async () => new Uint8Array(await response.arrayBuffer())),
    text: () => read(() => response.text()),
    blob: () => read(() => response.blob()),
    cancel: async () => {
      deadline.release()
      if (!response.bodyUsed) await response.body?.cancel()
    },
  }
}
